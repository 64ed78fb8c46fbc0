import type { Problem } from "../../domain/markdown/model.js";
import type { StoredCard, StoredNote } from "../../domain/identity/notes.js";
import type { Store } from "../open.js";
import { parseProblems, parseStrings } from "./json-columns.js";

/** A deck that is made from a folder of notes. */
export interface FolderDeck {
  readonly id: number;
  readonly folder: string;
  readonly name: string;
  readonly nameKey: string;
  readonly parentId: number | null;
  readonly rootId: number | null;
  readonly position: number;
  readonly isArchived: boolean;
}

/** A document of the notes folder, without its HTML. */
export interface StoredSource {
  readonly id: number;
  readonly rootDeckId: number;
  readonly deckId: number;
  readonly path: string;
  readonly position: number;
  /** SHA-256, hex. */
  readonly hash: string;
  readonly title: string;
  readonly language: string;
  readonly problems: readonly Problem[];
  readonly isGone: boolean;
}

/** Everything of the notes folder that is stored, as a synchronisation compares it. */
export interface StoredFolder {
  readonly decks: readonly FolderDeck[];
  readonly sources: readonly StoredSource[];
  readonly notes: readonly StoredNote[];
  /** Names, as they are compared, of the installation's decks that are made from no folder. */
  readonly otherNameKeys: readonly string[];
}

/** What is stored of the notes folder; nothing that an import has not published yet. */
export function selectStoredFolder(store: Store): StoredFolder {
  return {
    decks: selectFolderDecks(store),
    sources: selectSources(store),
    notes: selectNotes(store),
    otherNameKeys: store.db
      .prepare<{ nameKey: string }>("SELECT nameKey FROM Deck WHERE ownerId IS NULL AND folder IS NULL")
      .all()
      .map((row) => row.nameKey),
  };
}

/** The decks that are made from folders, archived ones too. */
export function selectFolderDecks(store: Store): readonly FolderDeck[] {
  return store.db
    .prepare<Omit<FolderDeck, "isArchived"> & { archivedAt: number | null }>(
      `SELECT id, folder, name, nameKey, parentId, rootId, position, archivedAt
       FROM Deck WHERE ownerId IS NULL AND folder IS NOT NULL ORDER BY id`,
    )
    .all()
    .map(({ archivedAt, ...deck }) => ({ ...deck, isArchived: archivedAt !== null }));
}

function selectSources(store: Store): readonly StoredSource[] {
  type Row = Omit<StoredSource, "problems" | "isGone"> & { problems: string; goneAt: number | null };
  return store.db
    .prepare<Row>(
      `SELECT s.id, s.rootDeckId, s.deckId, s.path, s.position, lower(hex(s.hash)) AS hash, s.title, s.language, s.problems, s.goneAt
       FROM Source s JOIN Deck d ON d.id = s.rootDeckId WHERE d.ownerId IS NULL AND d.folder IS NOT NULL ORDER BY s.id`,
    )
    .all()
    .map(({ goneAt, ...row }) => ({ ...row, problems: parseProblems(row.problems), isGone: goneAt !== null }));
}

const published = (table: string): string =>
  `(${table}.importId IS NULL OR EXISTS (SELECT 1 FROM Import i WHERE i.id = ${table}.importId AND i.publishedAt IS NOT NULL))`;

const ofFolder = `FROM Note n JOIN Source s ON s.id = n.sourceId JOIN Deck d ON d.id = n.rootDeckId
  WHERE d.ownerId IS NULL AND d.folder IS NOT NULL AND n.mergedIntoId IS NULL AND ${published("n")}`;

type NoteRow = Omit<StoredNote, "headingPath" | "archived" | "cards"> & {
  readonly headingPath: string;
  readonly archivedAt: number | null;
};

function selectNotes(store: Store): readonly StoredNote[] {
  const cards = cardsByNote(store);
  return store.db
    .prepare<NoteRow>(
      `SELECT n.id, n.guid, n.family, n.explicitId, lower(hex(n.contentHash)) AS contentHash, n.positionKey, n.headingPath,
         n.term, n.body, n.fields ->> '$[2]' AS extra, s.path, n.line, n.archivedAt, n.generatorVersion ${ofFolder} ORDER BY n.id`,
    )
    .all()
    .map(({ archivedAt, ...row }) => ({
      ...row,
      headingPath: parseStrings(row.headingPath),
      archived: archivedAt !== null,
      cards: cards.get(row.id) ?? [],
    }));
}

type CardRow = Omit<StoredCard, "alternatives" | "context"> & {
  readonly noteId: number;
  readonly alternatives: string;
  readonly context: string;
};

function cardsByNote(store: Store): Map<number, StoredCard[]> {
  const byNote = new Map<number, StoredCard[]>();
  const rows = store.db
    .prepare<CardRow>(
      `SELECT id, noteId, deckId, position, facet, status, ownerChoice, gate, kind, prompt, answer, alternatives, context, contentVersion
       FROM Card c WHERE noteId IN (SELECT n.id ${ofFolder}) AND ${published("c")} ORDER BY id`,
    )
    .all();
  for (const { noteId, ...row } of rows) {
    const card = {
      ...row,
      alternatives: parseStrings(row.alternatives),
      context: parseStrings(row.context),
    };
    const cards = byNote.get(noteId);
    if (cards) cards.push(card);
    else byNote.set(noteId, [card]);
  }
  return byNote;
}

import { deckDocument, deckNameKey, folderOf, planDecks, type PlannedDeck } from "../../domain/identity/decks.js";
import type { SyncPlan } from "../../domain/identity/plan.js";
import type { Statement } from "../../store/db.js";
import type { FolderDeck, StoredFolder } from "../../store/read/notes-folder.js";
import {
  archiveFolderDeck,
  enrolEverybody,
  insertFolderDeck,
  releaseDeckName,
  updateFolderDeck,
} from "../../store/write/folder-decks.js";
import type { NotesRead } from "../../workers/read-notes.js";

/** The decks that the folders make, before those that are new have ids. */
export function decksFor(notesDir: string, read: NotesRead, stored: StoredFolder, plan: SyncPlan): PlannedDeck[] {
  return planDecks({
    stored: stored.decks,
    paths: [...read.documents, ...read.unread].map(({ path }) => path),
    titles: titlesOf(read, stored),
    rootName: notesDir.split(/[\\/]/).filter(Boolean).at(-1) ?? "Notes",
    takenNameKeys: new Set(stored.otherNameKeys),
    matches: plan.kept,
    vanishedPaths: plan.vanished.map(({ path }) => path),
  });
}

/** What `_deck.md` files say; where one cannot be read, the deck keeps its name; without a title of its own it says nothing. */
function titlesOf({ titles, problems }: NotesRead, { decks }: StoredFolder): Map<string, string> {
  const unread = problems.filter(({ path }) => path.toLowerCase().endsWith(deckDocument)).map(({ path }) => folderOf(path));
  const before = decks
    .filter(({ folder }) => unread.includes(folder))
    .map(({ folder, name }) => [folder, name.split("::").at(-1) ?? name] as const);
  const fromFileName = "Deck";
  return new Map([...before, ...[...titles].filter(([, title]) => title !== fromFileName)]);
}

/** Makes the decks that are not stored yet; nobody sees them before `showDecks`. */
export function makeDecks(planned: readonly PlannedDeck[], createdAt: number): Statement[] {
  return planned
    .filter((deck) => deck.stored === null)
    .map(({ folder, parent, name }) => insertFolderDeck({ folder, parent, name, createdAt }));
}

/** Ids of the decks by folder, once all are stored. */
export function deckIdsByFolder(planned: readonly PlannedDeck[], decks: readonly FolderDeck[]): Map<string, number> {
  const byFolder = new Map(decks.map((deck) => [deck.folder, deck.id]));
  return new Map(
    planned.map(({ folder, stored }) => {
      const id = stored?.id ?? byFolder.get(folder);
      if (id === undefined) throw new Error(`The deck of the folder ${folder} was not made.`);
      return [folder, id];
    }),
  );
}

/** Id of the topmost deck above the document at `path`. */
export function rootDeckIdOf(path: string, ids: ReadonlyMap<string, number>): number {
  const id = ids.get(folderOf(path).split("/", 1)[0] ?? "");
  if (id === undefined) throw new Error(`There is no topmost deck for ${path}.`);
  return id;
}

export interface DeckStep {
  readonly planned: readonly PlannedDeck[];
  /** The stored decks, new ones too. */
  readonly decks: readonly FolderDeck[];
  readonly ids: ReadonlyMap<string, number>;
  /** Folders that are gone, but whose decks stay. */
  readonly keptFolders: ReadonlySet<string>;
  readonly now: number;
}

/** Shows, names and orders the decks, enrols everybody in those that are new or back, and hides those whose folder is gone. */
export function showDecks({ planned, decks, ids, keptFolders, now }: DeckStep): Statement[] {
  const wanted = planned.map((deck, index) => columnsOf(deck, index, ids));
  const changed = wanted.filter((deck) => !decks.some((stored) => isSame(stored, deck)));
  const living = new Set(ids.values());
  const gone = decks.filter((deck) => !living.has(deck.id) && !deck.isArchived && !keptFolders.has(deck.folder));
  const back = changed.filter((deck) => decks.some((stored) => stored.id === deck.id && stored.isArchived));
  return [
    ...gone.map((deck) => archiveFolderDeck(deck.id, now)),
    ...changed.map((deck) => releaseDeckName(deck.id)),
    ...changed.map(updateFolderDeck),
    ...back.map((deck) => enrolEverybody(deck.id, now)),
  ];
}

function columnsOf(deck: PlannedDeck, index: number, ids: ReadonlyMap<string, number>) {
  const { folder, name, parent } = deck;
  const id = ids.get(folder) ?? 0;
  const rootId = parent === null ? null : rootDeckIdOf(`${folder}/`, ids);
  return {
    id,
    folder,
    name,
    nameKey: deckNameKey(name),
    parentId: parent === null ? null : (ids.get(parent) ?? null),
    rootId,
    position: index + 1,
  };
}

function isSame(stored: FolderDeck, wanted: ReturnType<typeof columnsOf>): boolean {
  const columns = (deck: ReturnType<typeof columnsOf>): string =>
    JSON.stringify([deck.id, deck.folder, deck.name, deck.nameKey, deck.parentId, deck.rootId, deck.position]);
  return !stored.isArchived && columns(stored) === columns(wanted);
}

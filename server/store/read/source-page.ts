import { NotFoundError } from "../../domain/errors.js";
import type { Store } from "../open.js";
import { parseProblems } from "./json-columns.js";
import { selectVisibleDeck, visible } from "./visible-decks.js";

/** A note (document) as its page shows it. */
export interface SourcePage {
  readonly id: number;
  readonly rootDeckId: number;
  readonly deckId: number;
  readonly path: string;
  readonly title: string;
  /** BCP 47 tag. */
  readonly language: string;
  /** Sanitized when it was stored. */
  readonly bodyHtml: string;
  readonly problems: readonly { readonly line: number; readonly message: string }[];
  /** It is one of the installation's: owners decide over its cards. */
  readonly isOfInstallation: boolean;
  /** The notes before and after it in its topmost deck. */
  readonly previous: Neighbour | null;
  readonly next: Neighbour | null;
}

interface Neighbour {
  readonly path: string;
  readonly title: string;
}

interface SourceRow extends Omit<SourcePage, "problems" | "isOfInstallation" | "previous" | "next"> {
  readonly problems: string;
  readonly position: number;
  readonly ownerId: number | null;
}

/** The note at `path` of the topmost deck `rootDeckId`; throws NotFoundError where the learner may see none. */
export function selectSourcePage(store: Store, learnerId: number, rootDeckId: number, path: string): SourcePage {
  selectVisibleDeck(store, learnerId, rootDeckId);
  const row = store.db
    .prepare<SourceRow>(
      `SELECT s.id, s.rootDeckId, s.deckId, s.path, s.title, s.language, s.bodyHtml, s.problems, s.position, d.ownerId
       FROM Source s JOIN Deck d ON d.id = s.rootDeckId WHERE s.rootDeckId = ? AND s.path = ? AND s.goneAt IS NULL`,
    )
    .get(rootDeckId, path);
  if (row === undefined) throw new NotFoundError("There is no such note. It may have been renamed or removed.");
  const { position, problems, ownerId, ...page } = row;
  return {
    ...page,
    isOfInstallation: ownerId === null,
    problems: parseProblems(problems),
    previous: neighbour(store, "<", { rootDeckId, position, path }),
    next: neighbour(store, ">", { rootDeckId, position, path }),
  };
}

/**
 * The topmost deck that holds the note at `path`, of those that the learner may see and that belong to whom deck `besideId` belongs to:
 * a note links to others of the same folder, whichever deck they are in. That deck itself comes first; null where there is none.
 */
export function selectOptionalRootOfPath(store: Store, learnerId: number, path: string, besideId: number): number | null {
  const row = store.db
    .prepare<{ readonly rootDeckId: number }>(
      `SELECT s.rootDeckId FROM Deck d JOIN Source s ON s.rootDeckId = d.id AND s.path = :path AND s.goneAt IS NULL
       WHERE d.parentId IS NULL AND d.ownerId IS (SELECT ownerId FROM Deck WHERE id = :besideId) AND ${visible}
       ORDER BY d.id = :besideId DESC LIMIT 1`,
    )
    .get({ learnerId, path, besideId });
  return row?.rootDeckId ?? null;
}

interface Place {
  readonly rootDeckId: number;
  readonly position: number;
  readonly path: string;
}

function neighbour(store: Store, direction: "<" | ">", { rootDeckId, position, path }: Place): Neighbour | null {
  const order = direction === "<" ? "DESC" : "ASC";
  const row = store.db
    .prepare<Neighbour>(
      `SELECT path, title FROM Source WHERE rootDeckId = ? AND goneAt IS NULL AND (position, path) ${direction} (?, ?)
       ORDER BY position ${order}, path ${order} LIMIT 1`,
    )
    .get(rootDeckId, position, path);
  return row ?? null;
}

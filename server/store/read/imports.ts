import { rowChange, type RowChange } from "../row-change.js";
import type { Store } from "../open.js";

/** An import that has begun and not ended. */
export interface OpenImport {
  readonly id: number;
  readonly startedAt: number;
  /** When it last gave a sign of life. */
  readonly aliveAt: number;
  readonly isPublished: boolean;
  readonly appliedSeq: number;
}

/** The newest synchronisation of notes that took effect. */
export interface LastSync {
  readonly id: number;
  /** Absolute path of the folder that it read. */
  readonly notesDir: string;
  /** What it read, as one hash, hex; `null` if that may have to be read again. */
  readonly hash: string | null;
  readonly report: unknown;
}

/** The synchronisations of notes that have not ended, oldest first. */
export function selectOpenSyncs(store: Store): readonly OpenImport[] {
  return store.db
    .prepare<Omit<OpenImport, "isPublished"> & { publishedAt: number | null }>(
      "SELECT id, startedAt, aliveAt, publishedAt, appliedSeq FROM Import WHERE kind = 'notes' AND doneAt IS NULL ORDER BY id",
    )
    .all()
    .map(({ publishedAt, ...row }) => ({ ...row, isPublished: publishedAt !== null }));
}

/** The newest synchronisation that took effect, or `null`. */
export function selectOptionalLastSync(store: Store): LastSync | null {
  const row = store.db
    .prepare<{ id: number; name: string; hash: string | null; report: string | null }>(
      `SELECT id, name, lower(hex(hash)) AS hash, report FROM Import
       WHERE kind = 'notes' AND publishedAt IS NOT NULL ORDER BY id DESC LIMIT 1`,
    )
    .get();
  if (!row) return null;
  const report: unknown = JSON.parse(row.report ?? "null");
  return { id: row.id, notesDir: row.name, hash: row.hash || null, report };
}

/** A change that waits for its turn. */
export interface WaitingChange {
  readonly seq: number;
  readonly change: RowChange;
}

/** The next changes of an import that was published, in their order. */
export function selectWaitingChanges(store: Store, importId: number, most: number): readonly WaitingChange[] {
  return store.db
    .prepare<{ seq: number; after: string }>("SELECT seq, after FROM ImportChange WHERE importId = ? ORDER BY seq LIMIT ?")
    .all(importId, most)
    .map(({ seq, after }) => ({ seq, change: rowChange.parse(JSON.parse(after)) }));
}

/** The decks that were made for an import which began at `startedAt`, and never shown: those below others first. */
export function selectUnshownDecks(store: Store, startedAt: number): readonly number[] {
  return store.db
    .prepare<{ id: number }>(
      `SELECT id FROM Deck WHERE ownerId IS NULL AND folder IS NOT NULL AND createdAt = :startedAt AND archivedAt = :startedAt
         AND NOT EXISTS (SELECT 1 FROM Enrolment e WHERE e.deckId = Deck.id) ORDER BY id DESC`,
    )
    .all({ startedAt })
    .map((row) => row.id);
}

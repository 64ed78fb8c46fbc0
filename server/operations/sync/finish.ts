import { ConflictError } from "../../domain/errors.js";
import type { Store } from "../../store/open.js";
import { selectOpenSyncs, selectUnshownDecks, selectWaitingChanges, type OpenImport } from "../../store/read/imports.js";
import { deleteFolderDeck } from "../../store/write/folder-decks.js";
import { abandonImport, advanceImport, deleteImport, deleteUnpublished, finishImport } from "../../store/write/imports.js";
import { statementsFor } from "./apply-changes.js";

/** Rows of one batch, so that nobody waits long for the writer. */
export const mostRowsInBatch = 500;

/** So often somebody else may change the same cards before this gives up until the next start. */
const mostConflicts = 5;

/** Applies what is left of an import that is published. Others may be doing the same: each change is applied once. */
export async function applyWaiting(store: Store, importId: number, now: () => number): Promise<void> {
  for (let conflicts = 0; ;) {
    const open = selectOpenSyncs(store).find((each) => each.id === importId);
    if (!open) return;
    try {
      const waiting = selectWaitingChanges(store, importId, mostRowsInBatch);
      const to = waiting.at(-1)?.seq;
      if (to === undefined) await store.db.batch([finishImport(importId, now())]);
      else {
        const changes = statementsFor(
          store,
          waiting.map(({ change }) => change),
        );
        await store.db.batch([...advanceImport({ importId, from: open.appliedSeq, to, aliveAt: now() }), ...changes]);
      }
    } catch (error) {
      conflicts += 1;
      if (!(error instanceof ConflictError) || conflicts > mostConflicts) throw error;
    }
  }
}

/** Removes what an import has added that was never published; fails if it still lives. */
export async function removeUnpublished(store: Store, { id, startedAt, aliveAt }: OpenImport): Promise<void> {
  await store.db.batch([abandonImport(id, aliveAt)]);
  for (;;) {
    const removed = await store.db.batch(deleteUnpublished(id, mostRowsInBatch));
    if (removed.every(({ changes }) => changes === 0)) break;
  }
  const decks = selectUnshownDecks(store, startedAt);
  await store.db.batch([...deleteImport(id, startedAt), ...decks.map(deleteFolderDeck)]);
}

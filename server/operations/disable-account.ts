import { ConflictError } from "../domain/errors.js";
import { selectCredentials } from "../store/read/learners.js";
import { updateDisabled } from "../store/write/learners.js";
import { deleteSessions } from "../store/write/sessions.js";
import { requireOwnership, type OwnerAct } from "./guards/ownership.js";

/**
 * Shuts somebody out and ends their sessions; everything of theirs is kept.
 * Throws NotFoundError, and ConflictError where nobody would be left to look after the installation.
 */
export async function disableAccount(act: OwnerAct, { personId }: { readonly personId: number }): Promise<void> {
  requireOwnership(act);
  const { name } = selectCredentials(act.store, personId);
  try {
    await act.store.db.batch([updateDisabled(personId, act.now), deleteSessions(personId)]);
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    throw new ConflictError(`${name} is the only owner. Make somebody else an owner first.`);
  }
}

import { ConflictError } from "../domain/errors.js";
import type { Role } from "../domain/learner.js";
import { selectCredentials } from "../store/read/learners.js";
import { updateRole } from "../store/write/learners.js";
import { forgetOwnerChoices } from "../store/write/undo-steps.js";
import { requireOwnership, type OwnerAct } from "./guards/ownership.js";

/**
 * Makes somebody an owner, or an owner a learner again.
 * Throws NotFoundError, and ConflictError where nobody would be left to look after the installation.
 */
export async function changeRole(
  act: OwnerAct,
  { personId, role }: { readonly personId: number; readonly role: Role },
): Promise<void> {
  requireOwnership(act);
  const { name } = selectCredentials(act.store, personId);
  try {
    await act.store.db.batch([updateRole(personId, role), ...(role === "owner" ? [] : [forgetOwnerChoices(personId)])]);
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    throw new ConflictError(`${name} is the only owner. Make somebody else an owner first.`);
  }
}

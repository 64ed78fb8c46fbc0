import { ForbiddenError } from "../domain/errors.js";
import { parsePassword } from "../domain/password.js";
import { hashPassword } from "../secrets/password-hash.js";
import { selectCredentials } from "../store/read/learners.js";
import { updatePasswordHash } from "../store/write/learners.js";
import { deleteSessions } from "../store/write/sessions.js";
import { requireOwnership, type OwnerAct } from "./guards/ownership.js";

/**
 * Gives somebody who forgot theirs a new password, and ends all of their sessions. Owners change their own only by knowing it.
 * Throws ValidationError (field `newPassword`), NotFoundError, ForbiddenError, ConflictError when it was changed meanwhile.
 */
export async function setPassword(
  act: OwnerAct,
  input: { readonly personId: number; readonly newPassword: string },
): Promise<void> {
  requireOwnership(act);
  const { personId } = input;
  if (personId === act.learnerId)
    throw new ForbiddenError("Change your own password in the settings: it asks for the present one.");
  const { name, passwordHash } = selectCredentials(act.store, personId);
  const newHash = await hashPassword(parsePassword(input.newPassword, name, "newPassword"));
  await act.store.db.batch([updatePasswordHash(personId, passwordHash, newHash), deleteSessions(personId)]);
}

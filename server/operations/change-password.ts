import { ValidationError } from "../domain/errors.js";
import { parsePassword } from "../domain/password.js";
import { hashPassword, verifyPassword } from "../secrets/password-hash.js";
import { selectCredentials } from "../store/read/learners.js";
import { updatePasswordHash } from "../store/write/learners.js";
import { deleteOtherSessions } from "../store/write/sessions.js";
import type { Act } from "./act.js";

/** What somebody typed to change their password, and the session in which they did. */
export interface ChangePasswordInput {
  readonly sessionId: number;
  readonly currentPassword: string;
  readonly newPassword: string;
}

/**
 * Changes the learner's own password and ends all of their sessions but this one.
 * Throws ValidationError (fields `currentPassword`, `newPassword`), ConflictError when it was changed meanwhile.
 */
export async function changePassword({ store, learnerId }: Act, input: ChangePasswordInput): Promise<void> {
  const { name, passwordHash } = selectCredentials(store, learnerId);
  const newPassword = parsePassword(input.newPassword, name, "newPassword");
  if (!(await verifyPassword(input.currentPassword, passwordHash)).isRight) {
    const message = "This is not your present password. Type the one with which you log in.";
    throw new ValidationError(message, { currentPassword: message });
  }
  const newHash = await hashPassword(newPassword);
  await store.db.batch([updatePasswordHash(learnerId, passwordHash, newHash), deleteOtherSessions(learnerId, input.sessionId)]);
}

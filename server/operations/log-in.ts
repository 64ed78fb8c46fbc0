import { ForbiddenError, UnauthenticatedError } from "../domain/errors.js";
import { nameKeyOf } from "../domain/learner-name.js";
import { hashPassword, verifyPassword } from "../secrets/password-hash.js";
import { hashToken, newToken } from "../secrets/token.js";
import { selectOptionalCredentialsByName } from "../store/read/learners.js";
import { updatePasswordHash } from "../store/write/learners.js";
import { deleteExpiredSessions, insertSession } from "../store/write/sessions.js";
import type { AnonymousAct } from "./act.js";

/** What somebody typed to log in. */
export interface LogInInput {
  readonly name: string;
  readonly password: string;
  readonly userAgent: string;
}

/**
 * Starts a session and gives its token; stores the password's hash anew where its costs have changed.
 * Throws UnauthenticatedError when name and password do not belong together, ForbiddenError when the account is disabled.
 */
export async function logIn(
  { store, now }: AnonymousAct,
  { name, password, userAgent }: LogInInput,
): Promise<{ readonly learnerId: number; readonly token: string }> {
  const credentials = selectOptionalCredentialsByName(store, nameKeyOf(name));
  const { isRight, isOutdated } = await verifyPassword(password, credentials?.passwordHash ?? null);
  if (credentials === null || !isRight) {
    throw new UnauthenticatedError("The name or the password is not right. Check both and try again.");
  }
  const { learnerId, passwordHash, disabledAt } = credentials;
  if (disabledAt !== null) throw new ForbiddenError("This account is disabled. Ask the owner to let you in again.");
  const token = newToken();
  const session = { tokenHash: hashToken(token), userAgent, createdAt: now };
  await store.db.batch([
    insertSession(learnerId, passwordHash, session),
    deleteExpiredSessions(learnerId, now),
    ...(isOutdated ? [updatePasswordHash(learnerId, passwordHash, await hashPassword(password))] : []),
  ]);
  return { learnerId, token };
}

import type { Registration } from "../domain/admission.js";
import { ConflictError, ForbiddenError } from "../domain/errors.js";
import { invitationLifetimeMs } from "../domain/invitation.js";
import { hashToken, newToken } from "../secrets/token.js";
import { countOpenInvitations } from "../store/read/invitations.js";
import { insertInvitation } from "../store/write/invitations.js";
import { requireOwnership, type OwnerAct } from "./guards/ownership.js";

/** Far more than anybody sends out at once; so many open doors would be a mistake. */
const mostOpenInvitations = 100;

/**
 * Makes an invitation that works once within seven days, and gives its token: the only time that it can be seen.
 * Throws ForbiddenError where registration is closed, ConflictError when a hundred invitations are open.
 */
export async function createInvitation(
  act: OwnerAct,
  { registration }: { readonly registration: Registration },
): Promise<{ readonly token: string; readonly expiresAt: number }> {
  requireOwnership(act);
  const { store, learnerId, now } = act;
  if (registration === "closed") {
    throw new ForbiddenError("Registration is closed here (REGISTRATION=closed): an invitation would not work.");
  }
  if (countOpenInvitations(store, now) >= mostOpenInvitations) {
    throw new ConflictError("A hundred invitations are open already. Take some back first.");
  }
  const token = newToken();
  const expiresAt = now + invitationLifetimeMs;
  await store.db.batch([insertInvitation(learnerId, { tokenHash: hashToken(token), createdAt: now, expiresAt })]);
  return { token, expiresAt };
}

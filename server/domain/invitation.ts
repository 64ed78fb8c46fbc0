import type { InvitationState } from "./admission.js";

const dayMs = 86_400_000;

/** An invitation works for this long. */
export const invitationLifetimeMs = 7 * dayMs;

/** What an invitation is good for at `now`. */
export function invitationState(invitation: { expiresAt: number; usedAt: number | null }, now: number): InvitationState {
  if (invitation.usedAt !== null) return "used";
  return now < invitation.expiresAt ? "valid" : "expired";
}

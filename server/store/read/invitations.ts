import type { Store } from "../open.js";

/** What an invitation's worth is decided by. */
export interface InvitationTerms {
  readonly expiresAt: number;
  readonly usedAt: number | null;
}

/** An invitation as the owner sees it; the names are null once those people are gone. */
export interface Invitation extends InvitationTerms {
  readonly invitationId: number;
  readonly createdAt: number;
  readonly madeBy: string | null;
  readonly usedBy: string | null;
}

/** The invitation with this token; null if there is none, or it was taken back. */
export function selectOptionalInvitation(store: Store, tokenHash: Uint8Array): InvitationTerms | null {
  return store.db.prepare<InvitationTerms>("SELECT expiresAt, usedAt FROM Invitation WHERE tokenHash = ?").get(tokenHash) ?? null;
}

/** How many invitations could still be used at `now`. */
export function countOpenInvitations(store: Store, now: number): number {
  const sql = "SELECT count(*) AS open FROM Invitation WHERE usedAt IS NULL AND expiresAt > ?";
  return store.db.prepare<{ open: number }>(sql).get(now)?.open ?? 0;
}

/** The newest 100 invitations, newest first. */
export function selectInvitations(store: Store): readonly Invitation[] {
  return store.db
    .prepare<Invitation>(
      `SELECT i.id AS invitationId, i.createdAt, i.expiresAt, i.usedAt, maker.name AS madeBy, taker.name AS usedBy
       FROM Invitation i LEFT JOIN Learner maker ON maker.id = i.madeById LEFT JOIN Learner taker ON taker.id = i.usedById
       ORDER BY i.id DESC LIMIT 100`,
    )
    .all();
}

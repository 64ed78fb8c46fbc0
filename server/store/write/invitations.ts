import type { Statement } from "../db.js";

/** Stores an invitation made by an owner, or from the command line (null). */
export function insertInvitation(
  madeById: number | null,
  { tokenHash, createdAt, expiresAt }: { tokenHash: Uint8Array; createdAt: number; expiresAt: number },
): Statement {
  return {
    sql: "INSERT INTO Invitation (tokenHash, madeById, createdAt, expiresAt) VALUES (?, ?, ?, ?)",
    parameters: [tokenHash, madeById, createdAt, expiresAt],
  };
}

/** Uses an invitation up for the learner of that name, whom the same batch stores; fails if it is not valid any more. */
export function updateInvitationUsed(tokenHash: Uint8Array, nameKey: string, now: number): Statement {
  return {
    sql: `UPDATE Invitation SET usedAt = :now, usedById = (SELECT id FROM Learner WHERE nameKey = :nameKey)
          WHERE tokenHash = :tokenHash AND usedAt IS NULL AND expiresAt > :now`,
    parameters: { tokenHash, nameKey, now },
    changes: 1,
  };
}

/** Takes an invitation back; fails if it has been used, or is not there. */
export function deleteUnusedInvitation(invitationId: number): Statement {
  return { sql: "DELETE FROM Invitation WHERE id = ? AND usedAt IS NULL", parameters: [invitationId], changes: 1 };
}

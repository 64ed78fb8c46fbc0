import { sessionLifetimeMs } from "../../domain/session.js";
import type { Statement } from "../db.js";

/** A log-in as it is first stored. */
export interface NewSession {
  readonly tokenHash: Uint8Array;
  readonly userAgent: string;
  readonly createdAt: number;
}

/** Logs in the learner of that name, who is stored by the same batch. */
export function insertFirstSession(nameKey: string, { tokenHash, userAgent, createdAt }: NewSession): Statement {
  return {
    sql: `INSERT INTO Session (tokenHash, learnerId, createdAt, lastUsedAt, userAgent)
          SELECT :tokenHash, id, :createdAt, :createdAt, :userAgent FROM Learner WHERE nameKey = :nameKey`,
    parameters: { nameKey, tokenHash, userAgent, createdAt },
    changes: 1,
  };
}

/** Logs a learner in; fails if their password is no longer the one whose hash was compared, or they were disabled. */
export function insertSession(learnerId: number, passwordHash: string, session: NewSession): Statement {
  const { tokenHash, userAgent, createdAt } = session;
  return {
    sql: `INSERT INTO Session (tokenHash, learnerId, createdAt, lastUsedAt, userAgent)
          SELECT :tokenHash, id, :createdAt, :createdAt, :userAgent FROM Learner
          WHERE id = :learnerId AND passwordHash = :passwordHash AND disabledAt IS NULL`,
    parameters: { learnerId, passwordHash, tokenHash, userAgent, createdAt },
    changes: 1,
  };
}

/** Writes down that a learner's session is in use. */
export function updateSessionUse(learnerId: number, sessionId: number, lastUsedAt: number): Statement {
  return {
    sql: "UPDATE Session SET lastUsedAt = max(lastUsedAt, ?) WHERE id = ? AND learnerId = ?",
    parameters: [lastUsedAt, sessionId, learnerId],
  };
}

/** Ends one session of a learner. */
export function deleteSession(learnerId: number, sessionId: number): Statement {
  return { sql: "DELETE FROM Session WHERE id = ? AND learnerId = ?", parameters: [sessionId, learnerId] };
}

/** Ends every session of a learner but one. */
export function deleteOtherSessions(learnerId: number, keptSessionId: number): Statement {
  return { sql: "DELETE FROM Session WHERE learnerId = ? AND id <> ?", parameters: [learnerId, keptSessionId] };
}

/** Ends every session of a learner. */
export function deleteSessions(learnerId: number): Statement {
  return { sql: "DELETE FROM Session WHERE learnerId = ?", parameters: [learnerId] };
}

/** Removes a learner's sessions that have ended by themselves. */
export function deleteExpiredSessions(learnerId: number, now: number): Statement {
  return {
    sql: "DELETE FROM Session WHERE learnerId = ? AND lastUsedAt <= ?",
    parameters: [learnerId, now - sessionLifetimeMs],
  };
}

import type { Role, Scheme } from "../../domain/learner.js";
import type { Store } from "../open.js";

/** A log-in, and the learner whose it is. */
export interface LoggedIn {
  readonly sessionId: number;
  /** Instant at which its use was last written down. */
  readonly lastUsedAt: number;
  readonly learnerId: number;
  readonly name: string;
  readonly role: Role;
  readonly zone: string;
  readonly dayStartMinutes: number;
  readonly scheme: Scheme;
}

/** The session with this token, whatever its age; null if there is none, or its learner's account is disabled. */
export function selectOptionalSession(store: Store, tokenHash: Uint8Array): LoggedIn | null {
  const row = store.db
    .prepare<LoggedIn>(
      `SELECT s.id AS sessionId, s.lastUsedAt, l.id AS learnerId, l.name, l.role, l.zone, l.dayStartMinutes,
         coalesce(json_extract(l.settings, '$.scheme'), 'auto') AS scheme
       FROM Session s JOIN Learner l ON l.id = s.learnerId
       WHERE s.tokenHash = ? AND l.disabledAt IS NULL`,
    )
    .get(tokenHash);
  return row ?? null;
}

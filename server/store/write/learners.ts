import type { LearnerName } from "../../domain/learner-name.js";
import type { Role, Scheme } from "../../domain/learner.js";
import type { Statement } from "../db.js";

/** A learner as they are first stored. */
export interface NewLearner extends LearnerName {
  readonly passwordHash: string;
  readonly zone: string;
  readonly dayStartMinutes: number;
  readonly createdAt: number;
}

/** Stores a learner; fails if the name is taken. The first of all becomes an owner, whatever `role` says. */
export function insertLearner(learner: NewLearner, role: Role): Statement {
  return {
    sql: `INSERT INTO Learner (name, nameKey, passwordHash, role, zone, dayStartMinutes, settings, createdAt)
          SELECT :name, :nameKey, :passwordHash, CASE WHEN EXISTS (SELECT 1 FROM Learner) THEN :role ELSE 'owner' END,
            :zone, :dayStartMinutes, '{}', :createdAt
          WHERE NOT EXISTS (SELECT 1 FROM Learner WHERE nameKey = :nameKey)`,
    parameters: { ...columnsOf(learner), role },
    changes: 1,
  };
}

/** Stores the first learner of all, an owner; fails if somebody has an account already. */
export function insertFirstLearner(learner: NewLearner): Statement {
  return {
    sql: `INSERT INTO Learner (name, nameKey, passwordHash, role, zone, dayStartMinutes, settings, createdAt)
          SELECT :name, :nameKey, :passwordHash, 'owner', :zone, :dayStartMinutes, '{}', :createdAt
          WHERE NOT EXISTS (SELECT 1 FROM Learner)`,
    parameters: columnsOf(learner),
    changes: 1,
  };
}

/** Changes what a learner says of themselves; fails if the name is another's. */
export function updateProfile(
  learnerId: number,
  profile: LearnerName & { zone: string; dayStartMinutes: number; scheme: Scheme },
): Statement {
  const { name, nameKey, zone, dayStartMinutes, scheme } = profile;
  return {
    sql: `UPDATE Learner SET name = :name, nameKey = :nameKey, zone = :zone, dayStartMinutes = :dayStartMinutes,
            settings = json_set(settings, '$.scheme', :scheme)
          WHERE id = :learnerId AND NOT EXISTS (SELECT 1 FROM Learner WHERE nameKey = :nameKey AND id <> :learnerId)`,
    parameters: { learnerId, name, nameKey, zone, dayStartMinutes, scheme },
    changes: 1,
  };
}

/** Replaces a password; fails if it is no longer the one whose hash is `before`. */
export function updatePasswordHash(learnerId: number, before: string, after: string): Statement {
  return {
    sql: "UPDATE Learner SET passwordHash = ? WHERE id = ? AND passwordHash = ?",
    parameters: [after, learnerId, before],
    changes: 1,
  };
}

/** Gives a learner a role; fails if that would leave the installation without an owner who can log in. */
export function updateRole(learnerId: number, role: Role): Statement {
  return {
    sql: `UPDATE Learner SET role = :role WHERE id = :learnerId AND (:role = 'owner' OR ${anotherOwner})`,
    parameters: { learnerId, role },
    changes: 1,
  };
}

/** Shuts a learner out; fails if that would leave the installation without an owner who can log in. */
export function updateDisabled(learnerId: number, disabledAt: number): Statement {
  return {
    sql: `UPDATE Learner SET disabledAt = coalesce(disabledAt, :disabledAt)
          WHERE id = :learnerId AND (role <> 'owner' OR disabledAt IS NOT NULL OR ${anotherOwner})`,
    parameters: { learnerId, disabledAt },
    changes: 1,
  };
}

/** Lets a learner in again. */
export function updateEnabled(learnerId: number): Statement {
  return { sql: "UPDATE Learner SET disabledAt = NULL WHERE id = ?", parameters: [learnerId], changes: 1 };
}

const anotherOwner = `EXISTS (SELECT 1 FROM Learner other WHERE other.role = 'owner' AND other.disabledAt IS NULL AND other.id <> :learnerId)`;

/** Named one by one: SQLite is given nothing that the statement does not ask for. */
function columnsOf({ name, nameKey, passwordHash, zone, dayStartMinutes, createdAt }: NewLearner) {
  return { name, nameKey, passwordHash, zone, dayStartMinutes, createdAt };
}

import { NotFoundError } from "../../domain/errors.js";
import type { Role } from "../../domain/learner.js";
import type { Store } from "../open.js";

/** What logging in is decided by. */
export interface Credentials {
  readonly learnerId: number;
  readonly name: string;
  readonly role: Role;
  readonly passwordHash: string;
  readonly disabledAt: number | null;
}

/** A person as the owner sees them. */
export interface Person {
  readonly learnerId: number;
  readonly name: string;
  readonly role: Role;
  readonly createdAt: number;
  readonly disabledAt: number | null;
  /** When a log-in of theirs was last used, to a day; null if never, or if none is left. */
  readonly lastUsedAt: number | null;
}

const credentials = "SELECT id AS learnerId, name, role, passwordHash, disabledAt FROM Learner";

/** Whether anybody has an account. */
export function hasLearners(store: Store): boolean {
  return store.db.prepare("SELECT 1 FROM Learner LIMIT 1").get() !== undefined;
}

/** Credentials of the learner with that name, disabled or not; null if nobody has it. */
export function selectOptionalCredentialsByName(store: Store, nameKey: string): Credentials | null {
  return store.db.prepare<Credentials>(`${credentials} WHERE nameKey = ?`).get(nameKey) ?? null;
}

/** Credentials of a learner, disabled or not. Throws NotFoundError if there is none with that id. */
export function selectCredentials(store: Store, learnerId: number): Credentials {
  const row = store.db.prepare<Credentials>(`${credentials} WHERE id = ?`).get(learnerId);
  if (row === undefined) throw new NotFoundError("There is no such person here.");
  return row;
}

/** Everybody with an account, disabled or not, in the order of their names. */
export function selectPeople(store: Store): readonly Person[] {
  return store.db
    .prepare<Person>(
      `SELECT l.id AS learnerId, l.name, l.role, l.createdAt, l.disabledAt,
         (SELECT max(s.lastUsedAt) FROM Session s WHERE s.learnerId = l.id) AS lastUsedAt
       FROM Learner l ORDER BY l.nameKey`,
    )
    .all();
}

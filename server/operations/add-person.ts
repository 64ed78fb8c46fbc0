import type { Role } from "../domain/learner.js";
import { onceMore } from "../store/once-more.js";
import { insertFirstEnrolments } from "../store/write/first-enrolments.js";
import { insertLearner } from "../store/write/learners.js";
import { prepareLearner } from "./create-account.js";
import { requireFreeName } from "./guards/free-name.js";
import { requireOwnership, type OwnerAct } from "./guards/ownership.js";

/** Somebody whom an owner, or the command line, gives an account; everything as typed. */
export interface NewPerson {
  readonly name: string;
  readonly password: string;
  /** "" for UTC: the person can change it. */
  readonly zone: string;
  readonly role: Role;
}

/**
 * Makes an account for somebody else, with a preset and the shared decks. The first of all is an owner's.
 * Throws ValidationError for bad fields, ConflictError for a taken name.
 */
export async function addPerson(act: OwnerAct, person: NewPerson): Promise<{ readonly learnerId: number }> {
  requireOwnership(act);
  const { store, now } = act;
  const learner = await prepareLearner(store, now, person);
  return onceMore(async () => {
    requireFreeName(store, learner, null);
    const statements = [insertLearner(learner, person.role), ...insertFirstEnrolments(learner.nameKey, now)];
    const [inserted] = await store.db.batch(statements);
    return { learnerId: inserted?.lastInsertRowid ?? 0 };
  });
}

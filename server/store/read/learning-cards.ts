import type { Store } from "../open.js";

/** A card that waits for a step shorter than a day. */
export interface LearningCard {
  readonly cardId: number;
  readonly deckId: number;
  readonly dueAt: number;
}

/** Nobody learns more cards at once; more are shown when these are done. */
const most = 1_000;

/** The cards that a learner is learning, the earliest first, but for those buried on `studyDay`. */
export function selectLearningCards(store: Store, learnerId: number, studyDay: number): readonly LearningCard[] {
  return store.db
    .prepare<LearningCard>(
      `SELECT cardId, deckId, dueAt FROM CardState INDEXED BY CardState_due_instant_idx
       WHERE learnerId = ? AND live = 1 AND suspendedAt IS NULL AND dueAt IS NOT NULL AND (buriedUntilDay IS NULL OR buriedUntilDay <= ?)
       ORDER BY dueAt, cardId LIMIT ${most}`,
    )
    .all(learnerId, studyDay);
}

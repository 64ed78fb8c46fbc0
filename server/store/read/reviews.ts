import type { Rating, State } from "../../domain/card-schedule.js";
import type { ReplayedReview } from "../../domain/replay.js";
import type { UndoneReview } from "../write/reviews.js";
import { dueOf } from "./card-states.js";
import type { Store } from "../open.js";

/** What became of an answer. */
export interface GivenAnswer {
  readonly cardId: number;
  readonly rating: Rating;
  readonly undoneAt: number | null;
}

/** The answer that a learner gave under this id (16 bytes), undone or not; null if they gave none. */
export function selectOptionalAnswer(store: Store, learnerId: number, answerId: Uint8Array): GivenAnswer | null {
  const sql = "SELECT cardId, rating, undoneAt FROM Review WHERE learnerId = ? AND answerId = ?";
  return store.db.prepare<GivenAnswer>(sql).get(learnerId, answerId) ?? null;
}

/** A row of Review, for its undo; null if it is not there. */
export function selectOptionalReview(store: Store, learnerId: number, cardId: number, seq: number): UndoneReview | null {
  const sql = `SELECT cardId, seq, kind, studyDay, deckId, stateBefore, intervalBefore, rating, durationMs FROM Review
    WHERE learnerId = ? AND cardId = ? AND seq = ?`;
  return store.db.prepare<UndoneReview>(sql).get(learnerId, cardId, seq) ?? null;
}

/** The instant of a card's first answer; null if it has none. */
export function selectFirstAnswerAt(store: Store, learnerId: number, cardId: number): number | null {
  const sql =
    "SELECT at FROM Review WHERE learnerId = ? AND cardId = ? AND kind = 'answer' AND undoneAt IS NULL ORDER BY seq LIMIT 1";
  return store.db.prepare<{ at: number }>(sql).get(learnerId, cardId)?.at ?? null;
}

/** A row for replay, with its place. */
export interface ReviewRow extends ReplayedReview {
  readonly seq: number;
  readonly at: number;
}

/** A card's reviews that were not undone, in their order. */
export function selectLiveReviews(store: Store, learnerId: number, cardId: number): readonly ReviewRow[] {
  return store.db
    .prepare<{
      seq: number;
      kind: string;
      rating: Rating;
      at: number;
      studyDay: number;
      stateBefore: State;
      state: State;
      interval: number;
      dueAt: number | null;
      dueDay: number | null;
      step: number;
    }>(
      `SELECT seq, kind, rating, at, studyDay, stateBefore, state, interval, dueAt, dueDay, step FROM Review
       WHERE learnerId = ? AND cardId = ? AND undoneAt IS NULL ORDER BY seq`,
    )
    .all(learnerId, cardId)
    .map(({ dueAt, dueDay, ...row }) => ({ ...row, due: dueOf({ dueAt, dueDay }) }));
}

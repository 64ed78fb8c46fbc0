import type { Rating, State } from "../../domain/card-schedule.js";
import { maximumCountedMs, stageOf } from "../../domain/stage.js";
import type { Statement } from "../db.js";
import type { CardStateRow } from "../read/card-states.js";

/** An event of a learner's card. */
export interface NewReview {
  readonly kind: "answer" | "reset";
  /** 0 for a reset. */
  readonly rating: Rating | 0;
  readonly at: number;
  readonly studyDay: number;
  readonly localHour: number;
  readonly durationMs: number;
  /** 16 bytes; null for a reset. */
  readonly answerId: Uint8Array | null;
  readonly before: CardStateRow;
  readonly after: CardStateRow;
}

/** Stores a row under `after.seq`, and counts it if it is an answer. */
export function insertReview(learnerId: number, review: NewReview): readonly Statement[] {
  const { kind, rating, at, studyDay, localHour, durationMs, answerId, before, after } = review;
  const row: Statement = {
    sql: `INSERT INTO Review (learnerId, cardId, seq, deckId, kind, rating, at, studyDay, localHour, durationMs, stateBefore, intervalBefore,
            state, interval, dueAt, dueDay, step, stability, difficulty, answerId)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    parameters: [
      learnerId,
      after.cardId,
      after.seq,
      after.deckId,
      kind,
      rating,
      at,
      studyDay,
      localHour,
      durationMs,
      before.state,
      before.scheduledDays,
      after.state,
      after.scheduledDays,
      after.dueAt,
      after.dueDay,
      after.step,
      after.stability,
      after.difficulty,
      answerId,
    ],
    changes: 1,
  };
  if (kind !== "answer") return [row];
  return [
    row,
    countAnswer(learnerId, {
      studyDay,
      deckId: after.deckId,
      stateBefore: before.state,
      intervalBefore: before.scheduledDays,
      rating,
      durationMs,
    }),
  ];
}

/** What DayStat is told of an answer. */
interface CountedAnswer {
  readonly studyDay: number;
  readonly deckId: number;
  readonly stateBefore: State;
  /** Days. */
  readonly intervalBefore: number;
  readonly rating: number;
  readonly durationMs: number;
}

function countAnswer(learnerId: number, answer: CountedAnswer): Statement {
  const { studyDay, deckId, stateBefore, intervalBefore, rating, durationMs } = answer;
  return {
    sql: `INSERT INTO DayStat (learnerId, studyDay, deckId, stage, rating, count, durationMs) VALUES (?, ?, ?, ?, ?, 1, ?)
          ON CONFLICT (learnerId, studyDay, deckId, stage, rating)
          DO UPDATE SET count = count + 1, durationMs = durationMs + excluded.durationMs`,
    parameters: [
      learnerId,
      studyDay,
      deckId,
      stageOf(stateBefore, intervalBefore),
      rating,
      Math.min(durationMs, maximumCountedMs),
    ],
  };
}

/** A row of Review that an undo takes back. */
export interface UndoneReview extends CountedAnswer {
  readonly cardId: number;
  readonly seq: number;
  readonly kind: string;
}

/** Marks a row as undone, which stays, and counts it no more; fails if it was undone already. */
export function undoReview(learnerId: number, review: UndoneReview, undoneAt: number): readonly Statement[] {
  const { cardId, seq, studyDay, deckId, stateBefore, intervalBefore, rating, durationMs } = review;
  const mark: Statement = {
    sql: "UPDATE Review SET undoneAt = ? WHERE learnerId = ? AND cardId = ? AND seq = ? AND undoneAt IS NULL",
    parameters: [undoneAt, learnerId, cardId, seq],
    changes: 1,
  };
  if (review.kind !== "answer") return [mark];
  const key = [learnerId, studyDay, deckId, stageOf(stateBefore, intervalBefore), rating];
  const where = "learnerId = ? AND studyDay = ? AND deckId = ? AND stage = ? AND rating = ?";
  return [
    mark,
    {
      sql: `UPDATE DayStat SET count = count - 1, durationMs = durationMs - ? WHERE ${where}`,
      parameters: [Math.min(durationMs, maximumCountedMs), ...key],
    },
    { sql: `DELETE FROM DayStat WHERE ${where} AND count <= 0`, parameters: key },
  ];
}

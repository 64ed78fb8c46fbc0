import type { Stage } from "../../domain/stage.js";
import type { Store } from "../open.js";

/** Answers of one deck and stage on a day. */
export interface DoneCount {
  readonly deckId: number;
  readonly stage: Stage;
  readonly answers: number;
  /** Answers that were not Again. */
  readonly recalled: number;
  readonly durationMs: number;
}

/** A learner's answers on a study day, by deck and stage. */
export function selectDone(store: Store, learnerId: number, studyDay: number): readonly DoneCount[] {
  return store.db
    .prepare<DoneCount>(
      `SELECT deckId, stage, sum(count) AS answers, sum(iif(rating > 1, count, 0)) AS recalled, sum(durationMs) AS durationMs
       FROM DayStat WHERE learnerId = ? AND studyDay = ? GROUP BY deckId, stage`,
    )
    .all(learnerId, studyDay);
}

/** How many new cards, or reviews, a learner has answered on a study day in all the decks of a preset: what its limits count. */
export function countDone(
  store: Store,
  learnerId: number,
  { presetId, studyDay, of }: { readonly presetId: number; readonly studyDay: number; readonly of: "new" | "reviews" },
): number {
  const stages = of === "new" ? "'new'" : "'young', 'mature'";
  const row = store.db
    .prepare<{ answers: number }>(
      `SELECT coalesce(sum(s.count), 0) AS answers FROM DayStat s
       JOIN Enrolment e ON e.learnerId = s.learnerId AND e.deckId = s.deckId AND e.presetId = :presetId
       WHERE s.learnerId = :learnerId AND s.studyDay = :studyDay AND s.stage IN (${stages})`,
    )
    .get({ learnerId, presetId, studyDay });
  return row?.answers ?? 0;
}

/** What an answer took where nothing better is known. */
const usualAnswerMs = 15_000;
const daysLookedAt = 7;
const answersNeeded = 10;

/** Mean time of a learner's answers in the last days, in milliseconds; a usual one while there are few. */
export function meanAnswerMs(store: Store, learnerId: number, studyDay: number): number {
  const { answers, durationMs } = store.db
    .prepare<{ answers: number; durationMs: number }>(
      `SELECT coalesce(sum(count), 0) AS answers, coalesce(sum(durationMs), 0) AS durationMs
       FROM DayStat WHERE learnerId = ? AND studyDay BETWEEN ? AND ?`,
    )
    .get(learnerId, studyDay - daysLookedAt, studyDay) ?? { answers: 0, durationMs: 0 };
  return answers < answersNeeded || durationMs === 0 ? usualAnswerMs : durationMs / answers;
}

/** Days in a row, up to today, on which a learner answered something; a day that has only begun does not end the row. */
export function selectStreak(store: Store, learnerId: number, studyDay: number): number {
  const row = store.db
    .prepare<{ days: number }>(
      `WITH RECURSIVE kept (day) AS (
         SELECT max(studyDay) FROM DayStat WHERE learnerId = :learnerId AND studyDay BETWEEN :today - 1 AND :today
         UNION ALL
         SELECT day - 1 FROM kept WHERE EXISTS (SELECT 1 FROM DayStat WHERE learnerId = :learnerId AND studyDay = day - 1)
       ) SELECT count(day) AS days FROM kept`,
    )
    .get({ learnerId, today: studyDay });
  return row?.days ?? 0;
}

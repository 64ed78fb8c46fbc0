import { localHour, startOfStudyDay, studyDay } from "../../domain/day.js";
import { NotFoundError } from "../../domain/errors.js";
import type { Store } from "../open.js";

/** A learner's clock at an instant. */
export interface LearnerDay {
  readonly at: number;
  readonly studyDay: number;
  /** 0..23. */
  readonly localHour: number;
  readonly zone: string;
  readonly dayStartMinutes: number;
}

/** What the learner's clock shows at `now`. @throws NotFoundError if there is no such learner */
export function selectLearnerDay(store: Store, learnerId: number, now: number): LearnerDay {
  const row = store.db
    .prepare<{ zone: string; dayStartMinutes: number }>("SELECT zone, dayStartMinutes FROM Learner WHERE id = ?")
    .get(learnerId);
  if (row === undefined) throw new NotFoundError("There is no such person here.");
  return learnerDay(row, now);
}

/** What a clock in that zone shows at `now`. */
export function learnerDay({ zone, dayStartMinutes }: Pick<LearnerDay, "zone" | "dayStartMinutes">, now: number): LearnerDay {
  return {
    at: now,
    studyDay: studyDay(now, zone, dayStartMinutes),
    localHour: localHour(now, zone),
    zone,
    dayStartMinutes,
  };
}

/** The instant at which the study day after `day` begins. */
export function startOfTomorrow({ studyDay: today, zone, dayStartMinutes }: LearnerDay): number {
  return startOfStudyDay(today + 1, zone, dayStartMinutes);
}

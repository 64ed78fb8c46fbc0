import { startOfTomorrow, type LearnerDay } from "../store/read/learner-day.js";

/** How many seconds of the learner's study day are left: a page that speaks of today is old after them. */
export function secondsLeft(day: LearnerDay): number {
  return Math.ceil((startOfTomorrow(day) - day.at) / 1_000);
}

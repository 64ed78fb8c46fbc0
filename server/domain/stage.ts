/** How far a card was when it was answered: by this DayStat tells answers apart. */
import { State } from "./card-schedule.js";

/** Answers to `young` and `mature` cards are those that true retention counts. */
export type Stage = "new" | "learning" | "relearning" | "young" | "mature";

/** An interval of so many days, before the answer, makes a card mature. */
export const matureDays = 21;

/** Longest time that one answer counts for in any statistic. */
export const maximumCountedMs = 60_000;

/** Stage of a card that was in `state` with an interval of `intervalDays` before its answer. */
export function stageOf(state: State, intervalDays: number): Stage {
  if (state === State.New) return "new";
  if (intervalDays >= matureDays) return "mature";
  if (state === State.Review || intervalDays >= 1) return "young";
  return state === State.Learning ? "learning" : "relearning";
}

/** What comes next in a session: pure decisions over counts, so that no session need be kept in memory. */
import type { NewMix } from "./preset.js";

/** What is there for today, limits considered, and what was done of it. */
export interface QueueCounts {
  /** Learning cards whose instant has come. */
  readonly learningDue: number;
  /** Learning cards whose instant comes within the learn-ahead limit. */
  readonly learningAhead: number;
  readonly reviewsLeft: number;
  readonly reviewsDone: number;
  readonly newLeft: number;
  readonly newDone: number;
}

export type Group = "learning" | "review" | "new" | "ahead";

/** The group that the next card comes from; null when nothing is left for now. */
export function nextGroup(counts: QueueCounts, mix: NewMix): Group | null {
  if (counts.learningDue > 0) return "learning";
  if (counts.newLeft > 0 && (counts.reviewsLeft === 0 || isNewNext(counts, mix))) return "new";
  if (counts.reviewsLeft > 0) return "review";
  return counts.learningAhead > 0 ? "ahead" : null;
}

/** Mixed: the k-th new card of the day comes once k shares of the day's reviews are done, so that both end together. */
function isNewNext(counts: QueueCounts, mix: NewMix): boolean {
  if (mix !== "mixed") return mix === "before";
  const reviews = counts.reviewsDone + counts.reviewsLeft;
  const fresh = counts.newDone + counts.newLeft;
  return (counts.newDone + 1) * (reviews + 1) < (counts.reviewsDone + 1) * (fresh + 1);
}

/** Shares a preset's `limit` out over its decks, in their order. */
export function shareOut(limit: number, available: readonly number[]): readonly number[] {
  let left = Math.max(0, limit);
  return available.map((wanted) => {
    const share = Math.min(left, wanted);
    left -= share;
    return share;
  });
}

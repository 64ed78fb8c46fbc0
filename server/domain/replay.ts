/** Rebuilds a schedule from a card's reviews: after new parameters, and for an undo from before them. */
import { newSchedule, Rating, State } from "./card-schedule.js";
import type { CardSchedule, Due, Memory, StartedSchedule } from "./card-schedule.js";
import { nextMemory } from "./schedule.js";
import type { Scheduler } from "./schedule.js";

/** What replay needs of a row of Review. */
export interface ReplayedReview {
  readonly kind: string;
  /** Meaningful for the kind `answer`. */
  readonly rating: Rating;
  readonly studyDay: number;
  readonly stateBefore: State;
  readonly state: State;
  readonly due: Due | null;
  readonly step: number;
  /** Days. */
  readonly interval: number;
}

/**
 * The schedule after `reviews`: one card's rows in the order of their seq, without those undone. Memory, reps and lapses come from the answers
 * since the last reset, under the parameters of `scheduler`; state, step and due are those of the last row that set them.
 */
export function replay(scheduler: Scheduler, reviews: readonly ReplayedReview[]): CardSchedule {
  let memory: Memory | null = null;
  let placed: StartedSchedule | null = null;
  for (const review of reviews) {
    if (review.kind === "reset") [memory, placed] = [null, null];
    else if (review.kind !== "practice" && review.due && review.state !== State.New) {
      const isAnswer = review.kind === "answer";
      if (isAnswer)
        memory = nextMemory(scheduler, memory, placed ? Math.max(0, review.studyDay - placed.lastDay) : 0, review.rating);
      if (memory) placed = place(review, review.state, review.due, memory, placed, isAnswer);
    }
  }
  return placed ?? newSchedule;
}

function place(
  review: ReplayedReview,
  state: StartedSchedule["state"],
  due: Due,
  memory: Memory,
  before: StartedSchedule | null,
  isAnswer: boolean,
): StartedSchedule {
  const lapsed = isAnswer && review.stateBefore === State.Review && review.rating === Rating.Again;
  return {
    ...memory,
    state,
    due,
    step: review.step,
    scheduledDays: review.interval,
    reps: (before?.reps ?? 0) + (isAnswer ? 1 : 0),
    lapses: (before?.lapses ?? 0) + (lapsed ? 1 : 0),
    lastDay: isAnswer || !before ? review.studyDay : before.lastDay,
  };
}

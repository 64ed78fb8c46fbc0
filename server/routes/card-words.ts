import { State } from "../domain/card-schedule.js";
import { retrievability, type Scheduler } from "../domain/schedule.js";
import type { ListedCard, ListedState } from "../store/read/deck-contents.js";
import { inTime, percent } from "./words.js";

/** When it is, for the learner who looks. */
export interface Moment {
  /** Instant, milliseconds. */
  readonly now: number;
  readonly today: number;
}

/** Where a card stands for the learner: "New", "Learning", "Due", "in 12 days", "Suspended", "Buried until tomorrow". */
export function stateWords({ state }: Pick<ListedCard, "state">, { now, today }: Moment): string {
  if (state === null) return "New";
  if (state.suspendedAt !== null) return "Suspended";
  if (state.buriedUntilDay !== null && state.buriedUntilDay > today) return "Buried for today";
  if (state.state === State.New) return "New";
  if (state.dueAt !== null) return state.dueAt <= now ? "Due" : inTime({ ms: state.dueAt - now });
  const days = (state.dueDay ?? today) - today;
  return days <= 0 ? "Due" : inTime({ days });
}

/** How well the learner knows a card now, as a mark and in words. */
export interface Recall {
  readonly strength: "unseen" | "weak" | "fair" | "strong";
  readonly words: string;
}

/** Predicted recall today; a card that was never answered is unseen. */
export function recallOf(scheduler: Scheduler, state: ListedState | null, today: number): Recall {
  if (state === null || state.stability === null || state.difficulty === null || state.lastDay === null)
    return { strength: "unseen", words: "" };
  const memory = { stability: state.stability, difficulty: state.difficulty };
  const recall = retrievability(scheduler, memory, Math.max(0, today - state.lastDay));
  const words = `Recall now about ${percent(recall)}`;
  // A card answered today is recalled, however little of it will be left tomorrow.
  if (state.stability < 2 || recall < 0.7) return { strength: "weak", words };
  return { strength: state.stability < 21 || recall < 0.9 ? "fair" : "strong", words };
}

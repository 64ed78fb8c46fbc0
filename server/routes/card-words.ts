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
  /** Probability of recall today, 0..1. */
  readonly chance: number;
  readonly words: string;
}

const unseen: Recall = { strength: "unseen", chance: 0, words: "" };

/** Predicted recall today; a card that was never answered is unseen. */
export function recallOf(scheduler: Scheduler, state: ListedState | null, today: number): Recall {
  if (state === null || state.stability === null || state.difficulty === null || state.lastDay === null) return unseen;
  const memory = { stability: state.stability, difficulty: state.difficulty };
  const chance = retrievability(scheduler, memory, Math.max(0, today - state.lastDay));
  const words = `Recall now about ${percent(chance)}`;
  // A card answered today is recalled, however little of it will be left tomorrow.
  if (state.stability < 2 || chance < 0.7) return { strength: "weak", chance, words };
  return { strength: state.stability < 21 || chance < 0.9 ? "fair" : "strong", chance, words };
}

/** The weakest of several: what was never answered, or what is recalled least likely now. */
export function weakestOf(recalls: readonly Recall[]): Recall {
  const [first = unseen, ...others] = recalls;
  return others.reduce((weakest, each) => (isWeaker(each, weakest) ? each : weakest), first);
}

const strengths = ["unseen", "weak", "fair", "strong"] as const satisfies readonly Recall["strength"][];

function isWeaker(one: Recall, other: Recall): boolean {
  return (
    strengths.indexOf(one.strength) - strengths.indexOf(other.strength) < 0 ||
    (one.strength === other.strength && one.chance < other.chance)
  );
}

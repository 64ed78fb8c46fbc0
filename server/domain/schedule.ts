/**
 * FSRS-6: what an answer does to a schedule. The only importer of ts-fsrs, of which it uses the memory model, the interval and its fuzz;
 * the steps and the order of the ratings are ours (ts-fsrs breaks the order with unusual steps, and counts UTC days).
 */
import { FSRSAlgorithm, default_w } from "ts-fsrs";
import { elapsedDays, Rating, ratings, State } from "./card-schedule.js";
import type { CardSchedule, Due, Memory, StartedSchedule } from "./card-schedule.js";
import { takeStep } from "./steps.js";
import type { Steps, StepTaken } from "./steps.js";

/** The name under which parameters are stored. */
export const algorithmName = "fsrs-6";

/** The 21 parameters of a learner who has none fitted yet. */
export const defaultParameters: readonly number[] = default_w;

export interface SchedulerSettings {
  /** 21 numbers, w0 to w20. */
  readonly parameters: readonly number[];
  /** Probability of recall at which a card becomes due, 0.70..0.99. */
  readonly desiredRetention: number;
  readonly maximumIntervalDays: number;
  readonly learningSteps: Steps;
  readonly relearningSteps: Steps;
  /** Whether intervals vary a little, so that cards learnt together drift apart. */
  readonly fuzz: boolean;
}

/** Made once for each preset; holds nothing about any card. */
export interface Scheduler {
  readonly settings: SchedulerSettings;
  readonly algorithm: FSRSAlgorithm;
}

/** When an answer is given. */
export interface Moment {
  /** Instant, milliseconds. */
  readonly at: number;
  readonly studyDay: number;
}

/** What each rating would do. */
export type Outcomes = Readonly<Record<Rating, StartedSchedule>>;

/** @throws Error if the parameters are not 21 finite numbers */
export function makeScheduler(settings: SchedulerSettings): Scheduler {
  if (settings.parameters.length !== default_w.length || !settings.parameters.every(Number.isFinite))
    throw new Error("FSRS-6 takes 21 finite parameters.");
  const algorithm = new FSRSAlgorithm({
    w: [...settings.parameters],
    request_retention: settings.desiredRetention,
    maximum_interval: settings.maximumIntervalDays,
    enable_fuzz: settings.fuzz,
    learning_steps: [],
    relearning_steps: [], // given two or more, it would lower w17 and w18
  });
  return { settings, algorithm };
}

/** What an answer makes of `card`: the same that `preview` promised for that card and moment. */
export function answer(scheduler: Scheduler, cardId: number, card: CardSchedule, rating: Rating, now: Moment): StartedSchedule {
  return preview(scheduler, cardId, card, now)[rating];
}

/** What each rating would make of `card`; Again ≤ Hard ≤ Good ≤ Easy in the time until it is due. */
export function preview(scheduler: Scheduler, cardId: number, card: CardSchedule, now: Moment): Outcomes {
  const reps = card.state === State.New ? 1 : card.reps + 1;
  const elapsed = card.state === State.New ? 0 : elapsedDays(card, now.studyDay);
  scheduler.algorithm.seed = String(cardId + reps); // as Anki seeds it: the same for a preview and its answer
  const plans = ratings.map((rating) => plan(scheduler, card, rating, elapsed));
  keepOrder(plans, card.state, scheduler.settings.maximumIntervalDays);
  const [again, hard, good, easy] = plans.map((made) => outcome(card, made, reps, now)) as [
    StartedSchedule,
    StartedSchedule,
    StartedSchedule,
    StartedSchedule, // one for each of the four ratings
  ];
  return { [Rating.Again]: again, [Rating.Hard]: hard, [Rating.Good]: good, [Rating.Easy]: easy };
}

/**
 * Memory after an answer `elapsed` whole days after the one before; `memory` is null at the first.
 * @see FSRS-6, "The Algorithm" in the wiki of open-spaced-repetition
 */
export function nextMemory(scheduler: Scheduler, memory: Memory | null, elapsed: number, rating: Rating): Memory {
  if (memory) return scheduler.algorithm.next_state(memory, elapsed, rating);
  const { w } = scheduler.algorithm.parameters;
  const { difficulty } = scheduler.algorithm.next_state(null, 0, rating);
  return { difficulty, stability: w[rating - 1] ?? 0 }; // ts-fsrs would raise it to 0.1
}

/** Probability of recall, 0..1, `elapsed` days after the last answer. @see FSRS-6, forgetting curve */
export function retrievability(scheduler: Scheduler, memory: Memory, elapsed: number): number {
  return scheduler.algorithm.forgetting_curve(elapsed, memory.stability);
}

/** One rating's effect while the four are weighed against each other. `days` is 0 while the delay is shorter than a day. */
interface Plan {
  readonly rating: Rating;
  readonly memory: Memory;
  readonly taken: StepTaken | null;
  days: number;
}

function plan(scheduler: Scheduler, card: CardSchedule, rating: Rating, elapsed: number): Plan {
  const memory = nextMemory(scheduler, card.state === State.New ? null : card, elapsed, rating);
  const taken = stepFor(scheduler.settings, card, rating);
  const days = taken
    ? Math.min(Math.floor(taken.minutes / 1440), scheduler.settings.maximumIntervalDays)
    : scheduler.algorithm.next_interval(memory.stability, elapsed);
  return { rating, memory, taken, days };
}

function stepFor(settings: SchedulerSettings, card: CardSchedule, rating: Rating): StepTaken | null {
  switch (card.state) {
    case State.New:
      return takeStep(settings.learningSteps, 0, rating);
    case State.Learning:
      return takeStep(settings.learningSteps, card.step, rating);
    case State.Relearning:
      return takeStep(settings.relearningSteps, card.step, rating);
    case State.Review:
      return rating === Rating.Again ? takeStep(settings.relearningSteps, 0, rating) : null;
  }
}

/** Raises whole days where a rating would bring the card back sooner than a worse one; Easy, and Good in Review, a day later where possible. */
function keepOrder(plans: readonly Plan[], state: State, maximumDays: number): void {
  let worst = 0;
  for (const each of plans) {
    const later = each.rating === Rating.Easy || (each.rating === Rating.Good && state === State.Review) ? 1 : 0;
    if (each.days > 0 || worst > 0) each.days = Math.min(Math.max(each.days, worst > 0 ? worst + later : 0), maximumDays);
    worst = each.days;
  }
}

function outcome(card: CardSchedule, { rating, memory, taken, days }: Plan, reps: number, now: Moment): StartedSchedule {
  const lapsed = card.state === State.Review && rating === Rating.Again;
  const due: Due = days > 0 ? { dueDay: now.studyDay + days } : { dueAt: now.at + Math.round((taken?.minutes ?? 0) * 60_000) };
  return {
    stability: memory.stability,
    difficulty: memory.difficulty,
    state: taken ? stateInSteps(card) : State.Review,
    due,
    step: taken?.step ?? 0,
    scheduledDays: days,
    reps,
    lapses: (card.state === State.New ? 0 : card.lapses) + (lapsed ? 1 : 0),
    lastDay: now.studyDay,
  };
}

function stateInSteps(card: CardSchedule): StartedSchedule["state"] {
  return card.state === State.New || card.state === State.Learning ? State.Learning : State.Relearning;
}

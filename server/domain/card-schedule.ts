/** The values that scheduling turns over: what one learner's schedule of one card is. */

/** Where a card stands; the numbers are those of the database. */
export const State = { New: 0, Learning: 1, Review: 2, Relearning: 3 } as const;
export type State = (typeof State)[keyof typeof State];

/** How well an answer went; the numbers are those of the keys, the forms and the database. */
export const Rating = { Again: 1, Hard: 2, Good: 3, Easy: 4 } as const;
export type Rating = (typeof Rating)[keyof typeof Rating];
export const ratings = [Rating.Again, Rating.Hard, Rating.Good, Rating.Easy] as const;

/** When a card comes back: an instant for steps shorter than a day, a study day for everything else. */
export type Due = { readonly dueAt: number } | { readonly dueDay: number };

/** What FSRS knows of a card in one learner's memory. */
export interface Memory {
  /** Days until the probability of recall falls to 90 %. */
  readonly stability: number;
  /** 1 (easy) to 10. */
  readonly difficulty: number;
}

/** Never answered, or started again. */
export interface NewSchedule {
  readonly state: typeof State.New;
}

/** Answered at least once. A card in Review without a memory cannot be said. */
export interface StartedSchedule extends Memory {
  readonly state: Exclude<State, typeof State.New>;
  readonly due: Due;
  /** The learning or relearning step that it waits for, from 0; 0 in Review. */
  readonly step: number;
  /** Days from the last answer to `due`; 0 for steps shorter than a day. */
  readonly scheduledDays: number;
  readonly reps: number;
  readonly lapses: number;
  /** Study day of the last answer. */
  readonly lastDay: number;
}

export type CardSchedule = NewSchedule | StartedSchedule;

export const newSchedule: NewSchedule = { state: State.New };

/** Whole days since the last answer; 0 if travel has turned the study day back since. */
export function elapsedDays(card: StartedSchedule, studyDay: number): number {
  return Math.max(0, studyDay - card.lastDay);
}

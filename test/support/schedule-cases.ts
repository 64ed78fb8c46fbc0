/** Arbitrary settings, cards and moments for the laws of scheduling. */
import fc from "fast-check";
import { State } from "../../server/domain/card-schedule.js";
import type { CardSchedule, Rating } from "../../server/domain/card-schedule.js";
import { defaultParameters } from "../../server/domain/schedule.js";
import type { SchedulerSettings } from "../../server/domain/schedule.js";

const double = (min: number, max: number) => fc.double({ min, max, noNaN: true });

export const plainSettings: SchedulerSettings = {
  parameters: defaultParameters,
  desiredRetention: 0.9,
  maximumIntervalDays: 36_500,
  learningSteps: [1, 10],
  relearningSteps: [10],
  fuzz: false,
};

/** The ranges that FSRS-6 allows its parameters. */
const parameterRanges: readonly (readonly [number, number])[] = [
  [0.001, 100],
  [0.001, 100],
  [0.001, 100],
  [0.001, 100],
  [1, 10],
  [0.001, 4],
  [0.001, 4],
  [0.001, 0.75],
  [0, 4.5],
  [0, 0.8],
  [0.001, 3.5],
  [0.001, 5],
  [0.001, 0.25],
  [0.001, 0.9],
  [0, 4],
  [0, 1],
  [1, 6],
  [0, 2],
  [0, 2],
  [0.01, 0.8],
  [0.1, 0.8],
];

export const anyParameters = parametersWithin(parameterRanges);

/**
 * Between half and twice the default: what fits give. In the far corners of the ranges the official implementation, which computes in single
 * precision, has fewer than four digits itself, such as (S+1)^w13 − 1 of a tiny S.
 */
export const anyFittedParameters = parametersWithin(
  parameterRanges.map(([min, max], index) => {
    const usual = defaultParameters[index] ?? min;
    return [Math.max(min, usual / 2), Math.min(max, usual * 2)];
  }),
);

/** First stabilities ascend, as every fit's do: Again < Hard < Good < Easy. */
function parametersWithin(ranges: readonly (readonly [number, number])[]): fc.Arbitrary<readonly number[]> {
  return fc
    .tuple(...ranges.map(([min, max]) => double(min, max)))
    .map((w) => [...w.slice(0, 4).sort((a, b) => a - b), ...w.slice(4)]);
}

const anySteps = fc
  .uniqueArray(fc.constantFrom(1, 5, 10, 30, 60, 600, 1439, 1440, 2000, 2880, 4320, 10_080), { maxLength: 4 })
  .map((steps) => steps.sort((a, b) => a - b));

export const anySettings: fc.Arbitrary<SchedulerSettings> = fc.record({
  parameters: fc.oneof(fc.constant(defaultParameters), anyParameters),
  desiredRetention: double(0.7, 0.99),
  maximumIntervalDays: fc.constantFrom(1, 2, 3, 30, 365, 36_500),
  learningSteps: anySteps,
  relearningSteps: anySteps,
  fuzz: fc.boolean(),
});

export const anyRating: fc.Arbitrary<Rating> = fc.constantFrom<Rating[]>(1, 2, 3, 4);

export const today = 20_000;
export const now = { at: today * 86_400_000 + 43_200_000, studyDay: today };

export const anyCard: fc.Arbitrary<CardSchedule> = fc.oneof(
  fc.constant({ state: State.New }),
  fc.record({
    state: fc.constantFrom(State.Learning, State.Review, State.Relearning),
    stability: double(0.001, 3000),
    difficulty: double(1, 10),
    due: fc.constant({ dueDay: today }),
    step: fc.integer({ min: 0, max: 4 }),
    scheduledDays: fc.integer({ min: 0, max: 400 }),
    reps: fc.integer({ min: 1, max: 100 }),
    lapses: fc.integer({ min: 0, max: 20 }),
    lastDay: fc.integer({ min: today - 900, max: today + 1 }),
  }),
);

/** Learning and relearning steps: how a learner writes them, and what a rating does on one. */
import { Rating } from "./card-schedule.js";
import { ValidationError } from "./errors.js";

/** Delays in minutes, each longer than the one before; none is allowed. */
export type Steps = readonly number[];

/** The step that a card goes to, and its delay in minutes. */
export interface StepTaken {
  readonly step: number;
  readonly minutes: number;
}

const minutesPerDay = 1440;
const maximumSteps = 10;
const maximumMinutes = 365 * minutesPerDay;
const minutesPerUnit = { s: 1 / 60, m: 1, h: 60, d: minutesPerDay };

/** Where `rating` takes a card that waits for `step`; null when it leaves the steps. A `step` beyond the last counts as the last. */
export function takeStep(steps: Steps, step: number, rating: Rating): StepTaken | null {
  const index = Math.min(step, steps.length - 1);
  const [first, current, next] = [steps[0], steps[index], steps[index + 1]];
  if (first === undefined || current === undefined) return null;
  switch (rating) {
    case Rating.Again:
      return { step: 0, minutes: first };
    case Rating.Hard:
      return { step: index, minutes: index > 0 ? current : hardOnFirstStep(first, next) };
    case Rating.Good:
      return next === undefined ? null : { step: index + 1, minutes: next };
    case Rating.Easy:
      return null;
  }
}

/** Half way to the next step, or half as long again where there is none, but at most a day more. */
function hardOnFirstStep(first: number, next: number | undefined): number {
  return next === undefined ? Math.min(first * 1.5, first + minutesPerDay) : (first + next) / 2;
}

/**
 * Reads steps such as "1m 10m 1d" (seconds, minutes, hours, days; a number alone means minutes). Nothing means no steps.
 * @throws ValidationError with a sentence that says what to change
 */
export function parseSteps(text: string): Steps {
  const words = text
    .trim()
    .split(/[\s,]+/u)
    .filter(Boolean);
  if (words.length > maximumSteps) throw new ValidationError(`Give at most ${maximumSteps} steps.`);
  const steps = words.map(parseStep);
  const falling = steps.findIndex((minutes, index) => index > 0 && minutes <= (steps[index - 1] ?? 0));
  if (falling > 0)
    throw new ValidationError(
      `Each step must be longer than the one before it: “${words[falling]}” comes after “${words[falling - 1]}”.`,
    );
  return steps;
}

/** The shortest text that `parseSteps` reads as these steps. */
export function formatSteps(steps: Steps): string {
  return steps.map(formatStep).join(" ");
}

function parseStep(word: string): number {
  const found = /^(?<amount>\d{1,6}(?:\.\d{1,3})?)(?<unit>[smhd]?)$/u.exec(word.toLowerCase())?.groups;
  const unit = (found?.unit || "m") as keyof typeof minutesPerUnit; // the expression allows no other letter
  const minutes = Number(found?.amount ?? Number.NaN) * minutesPerUnit[unit];
  if (!(minutes > 0)) throw new ValidationError(`“${word}” is not a step. Write a number and s, m, h or d, for instance 10m.`);
  if (minutes < 1 / 60) throw new ValidationError(`“${word}” is too short for a step: a second is the least.`);
  if (minutes > maximumMinutes) throw new ValidationError(`“${word}” is too long for a step: a year is the most.`);
  return Math.round(minutes * 60) / 60; // whole seconds, so that it is read again as it is printed
}

function formatStep(minutes: number): string {
  if (minutes % minutesPerDay === 0) return `${minutes / minutesPerDay}d`;
  if (minutes % 60 === 0) return `${minutes / 60}h`;
  return Number.isInteger(minutes) ? `${minutes}m` : `${Math.round(minutes * 60)}s`;
}

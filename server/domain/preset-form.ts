/** Study settings as a learner types them. */
import { ValidationError } from "./errors.js";
import { parseFields } from "./parse-fields.js";
import { leechActions, newMixes, newOrders, reviewOrders } from "./preset.js";
import type { PresetSettings } from "./preset.js";
import { parseSteps } from "./steps.js";

/** The names of the form's fields; desiredRetention in per cent, steps as text, a ticked box as any text. */
export type PresetFields = Readonly<Partial<Record<Exclude<keyof PresetSettings, "fuzz">, string>>>;

/** Reads the form; what it does not ask for stays as in `before`. @throws ValidationError with a sentence for each field that is wrong */
export function parsePresetForm(fields: PresetFields, before: PresetSettings): PresetSettings {
  const whole = (name: keyof PresetFields, noun: string, min: number, max: number) => () =>
    wholeNumber(fields, name, noun, min, max);
  const choice =
    <Value extends string>(name: keyof PresetFields, values: readonly Value[]) =>
    () =>
      oneOf(fields, name, values);
  const parsed = parseFields({
    retentionPercent: whole("desiredRetention", "the desired retention in per cent", 70, 99),
    newPerDay: whole("newPerDay", "the number of new cards a day", 0, 9999),
    reviewsPerDay: whole("reviewsPerDay", "the number of reviews a day", 0, 9999),
    learningSteps: () => steps(fields, "learningSteps"),
    relearningSteps: () => steps(fields, "relearningSteps"),
    maximumIntervalDays: whole("maximumIntervalDays", "the longest interval in days", 1, 36_500),
    learnAheadMinutes: whole("learnAheadMinutes", "the minutes to learn ahead", 0, 240),
    leechThreshold: whole("leechThreshold", "the number of lapses", 0, 99),
    newOrder: choice("newOrder", newOrders),
    reviewOrder: choice("reviewOrder", reviewOrders),
    newMix: choice("newMix", newMixes),
    leechAction: choice("leechAction", leechActions),
  });
  const { retentionPercent, ...rest } = parsed;
  return {
    ...before,
    ...rest,
    desiredRetention: retentionPercent / 100,
    buryNewSiblings: Boolean(fields.buryNewSiblings),
    buryReviewSiblings: Boolean(fields.buryReviewSiblings),
  };
}

function wholeNumber(fields: PresetFields, name: keyof PresetFields, noun: string, min: number, max: number): number {
  const text = (fields[name] ?? "").trim();
  const value = Number(text);
  if (text === "" || !Number.isInteger(value) || value < min || value > max)
    throw refusal(name, `Give ${noun} as a whole number from ${min} to ${max}.`);
  return value;
}

function steps(fields: PresetFields, name: "learningSteps" | "relearningSteps") {
  try {
    return parseSteps((fields[name] ?? "").slice(0, 200));
  } catch (error) {
    throw error instanceof ValidationError ? refusal(name, error.message) : error;
  }
}

function oneOf<Value extends string>(fields: PresetFields, name: keyof PresetFields, values: readonly Value[]): Value {
  const found = values.find((value) => value === fields[name]);
  if (found === undefined) throw refusal(name, "Choose one of the list.");
  return found;
}

function refusal(name: string, message: string): ValidationError {
  return new ValidationError(message, { [name]: message });
}

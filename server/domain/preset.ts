/** A learner's study settings: what they mean, and what they are until changed. */
import { z } from "zod";
import { defaultParameters, makeScheduler } from "./schedule.js";
import type { Scheduler } from "./schedule.js";

export const newOrders = ["written", "random"] as const;
export const reviewOrders = [
  "due",
  "retrievabilityAscending",
  "retrievabilityDescending",
  "overdueness",
  "difficulty",
  "random",
] as const;
export const newMixes = ["mixed", "before", "after"] as const;
export const leechActions = ["mark", "suspend"] as const;

export type NewOrder = (typeof newOrders)[number];
export type ReviewOrder = (typeof reviewOrders)[number];
export type NewMix = (typeof newMixes)[number];

/** Minutes, each longer than the one before. */
const steps = z
  .array(
    z
      .number()
      .positive()
      .max(365 * 1440),
  )
  .max(10)
  .refine((minutes) => minutes.every((each, index) => index === 0 || each > (minutes[index - 1] ?? 0)))
  .readonly();

/** The JSON column Preset.settings; what is missing there has its default. */
export const presetSettingsSchema = z
  .object({
    /** Probability of recall at which a card becomes due. */
    desiredRetention: z.number().min(0.7).max(0.99).default(0.9),
    newPerDay: z.number().int().min(0).max(9999).default(10),
    reviewsPerDay: z.number().int().min(0).max(9999).default(200),
    learningSteps: steps.default([1, 10]),
    relearningSteps: steps.default([10]),
    maximumIntervalDays: z.number().int().min(1).max(36_500).default(36_500),
    fuzz: z.boolean().default(true),
    newOrder: z.enum(newOrders).default("written"),
    reviewOrder: z.enum(reviewOrders).default("due"),
    newMix: z.enum(newMixes).default("mixed"),
    buryNewSiblings: z.boolean().default(true),
    buryReviewSiblings: z.boolean().default(true),
    /** Learning cards due within so many minutes are shown rather than ending the session. */
    learnAheadMinutes: z.number().int().min(0).max(240).default(20),
    /** Lapses that make a card a leech; 0 for never. */
    leechThreshold: z.number().int().min(0).max(99).default(8),
    leechAction: z.enum(leechActions).default("mark"),
  })
  .readonly();

export type PresetSettings = z.infer<typeof presetSettingsSchema>;

export const defaultPresetSettings: PresetSettings = presetSettingsSchema.parse({});

/** The JSON column Preset.parameters: 21 numbers, or none while nothing has been fitted. */
export const parametersSchema = z.union([z.array(z.number()).length(0), z.array(z.number()).length(21)]).readonly();

/** The scheduler of a preset; `parameters` may be empty, which means the defaults. */
export function schedulerOf(settings: PresetSettings, parameters: readonly number[]): Scheduler {
  return makeScheduler({ ...settings, parameters: parameters.length > 0 ? parameters : defaultParameters });
}

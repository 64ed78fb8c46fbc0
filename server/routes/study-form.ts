import type { StudyForm } from "../../views/forms/models.js";
import type { PresetFields } from "../domain/preset-form.js";
import type { PresetSettings } from "../domain/preset.js";
import { formatSteps } from "../domain/steps.js";
import type { Preset } from "../store/read/presets.js";
import { choice, field } from "./form-fields.js";
import type { Refusal } from "./refused-form.js";

/** The study settings as typed: every field is there, "" where nothing was sent. */
export type TypedPreset = Readonly<Record<keyof PresetFields, string>>;

/** Stored settings as a learner would type them. */
export function presetFieldsOf(settings: PresetSettings): TypedPreset {
  return {
    desiredRetention: String(Math.round(settings.desiredRetention * 100)),
    newPerDay: String(settings.newPerDay),
    reviewsPerDay: String(settings.reviewsPerDay),
    learningSteps: formatSteps(settings.learningSteps),
    relearningSteps: formatSteps(settings.relearningSteps),
    learnAheadMinutes: String(settings.learnAheadMinutes),
    maximumIntervalDays: String(settings.maximumIntervalDays),
    newOrder: settings.newOrder,
    reviewOrder: settings.reviewOrder,
    newMix: settings.newMix,
    buryNewSiblings: settings.buryNewSiblings ? "yes" : "",
    buryReviewSiblings: settings.buryReviewSiblings ? "yes" : "",
    leechThreshold: String(settings.leechThreshold),
    leechAction: settings.leechAction,
  };
}

/** The form of a preset, with what was typed and what is wrong with it. */
export function studyForm(preset: Preset, typed: TypedPreset, { problem, fields }: Refusal): StudyForm {
  const typedField = (name: keyof TypedPreset) => field(typed[name], fields[name]);
  return {
    problem,
    presetId: preset.presetId,
    isFurtherOpen: furtherFields.some((name) => fields[name] !== undefined),
    desiredRetention: typedField("desiredRetention"),
    newPerDay: typedField("newPerDay"),
    reviewsPerDay: typedField("reviewsPerDay"),
    learningSteps: typedField("learningSteps"),
    relearningSteps: typedField("relearningSteps"),
    learnAheadMinutes: typedField("learnAheadMinutes"),
    maximumIntervalDays: typedField("maximumIntervalDays"),
    newOrder: choice(newOrders, typed.newOrder, fields.newOrder),
    reviewOrder: choice(reviewOrders, typed.reviewOrder, fields.reviewOrder),
    newMix: choice(newMixes, typed.newMix, fields.newMix),
    buryNewSiblings: { isTicked: typed.buryNewSiblings !== "" },
    buryReviewSiblings: { isTicked: typed.buryReviewSiblings !== "" },
    leechThreshold: typedField("leechThreshold"),
    leechAction: choice(leechActions, typed.leechAction, fields.leechAction),
  };
}

/** Fields that are folded away until they are wanted, or one of them is wrong. */
const furtherFields = [
  "learningSteps",
  "relearningSteps",
  "learnAheadMinutes",
  "maximumIntervalDays",
  "leechThreshold",
  "leechAction",
] as const satisfies readonly (keyof PresetFields)[];

const newOrders = [
  ["written", "As the notes have them"],
  ["random", "At random"],
] as const satisfies readonly (readonly [PresetSettings["newOrder"], string])[];

const reviewOrders = [
  ["due", "The longest due first"],
  ["overdueness", "The most overdue for their interval first"],
  ["retrievabilityAscending", "The least sure first"],
  ["retrievabilityDescending", "The surest first"],
  ["difficulty", "The hardest first"],
  ["random", "At random"],
] as const satisfies readonly (readonly [PresetSettings["reviewOrder"], string])[];

const newMixes = [
  ["mixed", "Mixed"],
  ["before", "New cards first"],
  ["after", "Reviews first"],
] as const satisfies readonly (readonly [PresetSettings["newMix"], string])[];

const leechActions = [
  ["mark", "Mark it"],
  ["suspend", "Suspend it"],
] as const satisfies readonly (readonly [PresetSettings["leechAction"], string])[];

import {
  defaultPresetSettings,
  parametersSchema,
  presetSettingsSchema,
  schedulerOf,
  type PresetSettings,
} from "../../domain/preset.js";
import type { Scheduler } from "../../domain/schedule.js";
import { NotFoundError } from "../../domain/errors.js";
import type { Store } from "../open.js";

/** A preset's columns, read. */
export interface StudySettings {
  readonly settings: PresetSettings;
  readonly scheduler: Scheduler;
}

export interface Preset extends StudySettings {
  readonly presetId: number;
  readonly name: string;
  readonly version: number;
}

/** A preset, and which of its versions: it goes up with every change of settings or parameters. */
export interface PresetVersion {
  readonly presetId: number;
  readonly version: number;
}

interface PresetRow {
  readonly presetId: number;
  readonly name: string;
  readonly version: number;
  readonly settings: string;
  readonly parameters: string;
}

const columns = "SELECT id AS presetId, name, version, settings, parameters FROM Preset";

/** A learner's presets, the oldest first. */
export function selectPresets(store: Store, learnerId: number): readonly Preset[] {
  return store.db.prepare<PresetRow>(`${columns} WHERE learnerId = ? ORDER BY id`).all(learnerId).map(presetOf);
}

/** A preset of the learner's. @throws NotFoundError if it is not theirs */
export function selectPreset(store: Store, learnerId: number, presetId: number): Preset {
  const row = store.db.prepare<PresetRow>(`${columns} WHERE learnerId = ? AND id = ?`).get(learnerId, presetId);
  if (row === undefined) throw new NotFoundError("These study settings are not there any more.");
  return presetOf(row);
}

/** The preset with which the learner studies a deck; the default settings for a deck that they never joined. */
export function selectPresetOfDeck(store: Store, learnerId: number, deckId: number): StudySettings {
  const row = store.db
    .prepare<PresetRow>(`${columns} WHERE id = (SELECT presetId FROM Enrolment WHERE learnerId = ? AND deckId = ?)`)
    .get(learnerId, deckId);
  return row === undefined
    ? { settings: defaultPresetSettings, scheduler: schedulerOf(defaultPresetSettings, []) }
    : presetOf(row);
}

function presetOf({ settings, parameters, ...row }: PresetRow): Preset {
  const parsed = presetSettingsSchema.parse(JSON.parse(settings));
  return { ...row, settings: parsed, scheduler: schedulerOf(parsed, parametersSchema.parse(JSON.parse(parameters))) };
}

/** A preset of that version, as it was first read: every answer asks, and reading it takes longer than scheduling. */
export function studySettings(store: Store, learnerId: number, { presetId, version }: PresetVersion): StudySettings {
  const known = read.get(store) ?? new Map<number, Preset>();
  read.set(store, known);
  const found = known.get(presetId);
  if (found?.version === version) return found;
  const preset = selectPreset(store, learnerId, presetId);
  if (known.size >= 5_000) known.clear();
  known.set(presetId, preset);
  return preset;
}

const read = new WeakMap<Store, Map<number, Preset>>();

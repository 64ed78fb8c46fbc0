import { parametersSchema, presetSettingsSchema, schedulerOf, type PresetSettings } from "../../domain/preset.js";
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
  return row === undefined ? readStudySettings("{}", "[]") : presetOf(row);
}

function presetOf({ settings, parameters, ...row }: PresetRow): Preset {
  return { ...row, ...readStudySettings(settings, parameters) };
}

/** The columns Preset.settings and Preset.parameters, parsed; the same texts give the same object, since every answer asks. */
export function readStudySettings(settingsJson: string, parametersJson: string): StudySettings {
  const key = `${parametersJson}\n${settingsJson}`;
  const known = parsed.get(key);
  if (known) return known;
  const settings = presetSettingsSchema.parse(JSON.parse(settingsJson));
  const scheduler = schedulerOf(settings, parametersSchema.parse(JSON.parse(parametersJson)));
  if (parsed.size >= 2_000) parsed.clear();
  parsed.set(key, { settings, scheduler });
  return { settings, scheduler };
}

const parsed = new Map<string, StudySettings>();

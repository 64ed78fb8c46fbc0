import type { PresetSettings } from "../../domain/preset.js";
import type { Statement } from "../db.js";
import type { PresetVersion } from "../read/presets.js";

/** Writes a learner's study settings; fails if they have changed since they were read. */
export function updatePresetSettings(
  learnerId: number,
  { presetId, version }: PresetVersion,
  settings: PresetSettings,
): Statement {
  return {
    sql: "UPDATE Preset SET settings = ?, version = version + 1 WHERE id = ? AND learnerId = ? AND version = ?",
    parameters: [JSON.stringify(settings), presetId, learnerId, version],
    changes: 1,
  };
}

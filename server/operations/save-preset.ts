import { parsePresetForm, type PresetFields } from "../domain/preset-form.js";
import { onceMore } from "../store/once-more.js";
import { selectPreset } from "../store/read/presets.js";
import { resetCursors } from "../store/write/enrolments.js";
import { updatePresetSettings } from "../store/write/presets.js";
import type { Act } from "./act.js";

/**
 * Saves a learner's study settings from what they typed; they hold from the next answer on. Throws ValidationError with a sentence for each
 * field that is wrong, NotFoundError if the preset is not theirs.
 */
export function savePreset(
  { store, learnerId }: Act,
  { presetId, fields }: { presetId: number; fields: PresetFields },
): Promise<void> {
  return onceMore(async () => {
    const preset = selectPreset(store, learnerId, presetId);
    const settings = parsePresetForm(fields, preset.settings);
    const hasNewOrder = settings.newOrder !== preset.settings.newOrder;
    await store.db.batch([
      updatePresetSettings(learnerId, preset, settings),
      ...(hasNewOrder ? [resetCursors(learnerId, presetId)] : []),
    ]);
  });
}

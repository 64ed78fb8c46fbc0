import { describe, expect, it } from "@jest/globals";
import { NotFoundError, ValidationError } from "../../server/domain/errors.js";
import type { PresetFields } from "../../server/domain/preset-form.js";
import { savePreset } from "../../server/operations/save-preset.js";
import { selectPreset, selectPresets } from "../../server/store/read/presets.js";
import { openTestStore } from "../support/store.js";
import { actOf, answerNow, joinStudy, next, nextCard, startStudy } from "../support/study.js";

const fields: PresetFields = {
  desiredRetention: "85",
  newPerDay: "2",
  reviewsPerDay: "50",
  learningSteps: "",
  relearningSteps: "10m",
  maximumIntervalDays: "365",
  learnAheadMinutes: "20",
  leechThreshold: "8",
  newOrder: "written",
  reviewOrder: "due",
  newMix: "mixed",
  leechAction: "mark",
};

describe("saving study settings", () => {
  it("holds from the next card on, when they are right", async () => {
    const store = await openTestStore();
    const study = await startStudy(store, { cards: 3 });

    await savePreset(actOf(study), { presetId: study.presetId, fields });

    expect(selectPreset(store, study.learnerId, study.presetId)).toMatchObject({
      version: 2,
      settings: { desiredRetention: 0.85, fuzz: false },
    });
    expect(nextCard(study)).toMatchObject({ progress: { new: 2 }, outcomes: { 1: { scheduledDays: 1 } } });
  });

  it("looks through the new cards from the start, when their order changes", async () => {
    const store = await openTestStore();
    const study = await startStudy(store, { cards: 4, settings: { newPerDay: 9 } });
    await answerNow(study, study.cardIds[0] ?? 0, 4);
    await answerNow(study, study.cardIds[1] ?? 0, 4);

    await savePreset(actOf(study), { presetId: study.presetId, fields: { ...fields, newPerDay: "9", newOrder: "random" } });

    const seen = new Set<number>();
    for (let shown = next(study); shown.kind === "card"; shown = next(study)) {
      seen.add(shown.content.cardId);
      await answerNow(study, shown.content.cardId, 4);
    }
    expect(seen).toEqual(new Set(study.cardIds.slice(2)));
  });

  it("changes nothing and names each field, when some are wrong", async () => {
    const store = await openTestStore();
    const study = await startStudy(store);

    const saving = savePreset(actOf(study), {
      presetId: study.presetId,
      fields: { ...fields, newPerDay: "x", learningSteps: "10m 1m" },
    });

    await expect(saving).rejects.toThrow(ValidationError);
    await saving.catch((error: ValidationError) =>
      expect(Object.keys(error.fields).sort()).toEqual(["learningSteps", "newPerDay"]),
    );
    expect(selectPreset(store, study.learnerId, study.presetId).version).toBe(1);
  });

  it("is refused, when the settings are another learner's", async () => {
    const store = await openTestStore();
    const study = await startStudy(store);
    const other = await joinStudy(store, study.deckId);

    await expect(savePreset(actOf(other), { presetId: study.presetId, fields })).rejects.toThrow(NotFoundError);

    expect(selectPresets(store, other.learnerId).map(({ presetId }) => presetId)).toEqual([other.presetId]);
    expect(selectPreset(store, study.learnerId, study.presetId).version).toBe(1);
  });
});

import { describe, expect, it } from "@jest/globals";
import { ValidationError } from "../../server/domain/errors.js";
import { parsePresetForm } from "../../server/domain/preset-form.js";
import type { PresetFields } from "../../server/domain/preset-form.js";
import { defaultPresetSettings, presetSettingsSchema, schedulerOf } from "../../server/domain/preset.js";
import { defaultParameters } from "../../server/domain/schedule.js";

const filled: PresetFields = {
  desiredRetention: "92",
  newPerDay: "0",
  reviewsPerDay: "50",
  learningSteps: "",
  relearningSteps: "10m 1h",
  maximumIntervalDays: "365",
  learnAheadMinutes: "30",
  leechThreshold: "6",
  newOrder: "random",
  reviewOrder: "difficulty",
  newMix: "after",
  leechAction: "suspend",
  buryNewSiblings: "on",
};

describe("study settings", () => {
  it("are the defaults, when nothing is stored", () => {
    expect(defaultPresetSettings).toMatchObject({
      desiredRetention: 0.9,
      newPerDay: 10,
      reviewsPerDay: 200,
      learningSteps: [1, 10],
      relearningSteps: [10],
      learnAheadMinutes: 20,
      leechThreshold: 8,
    });
  });

  it("are refused, when stored steps do not ascend", () => {
    expect(presetSettingsSchema.safeParse({ learningSteps: [10, 1] }).success).toBe(false);
  });

  it("are read from the form, when every field is right", () => {
    expect(parsePresetForm(filled, { ...defaultPresetSettings, fuzz: false })).toEqual({
      desiredRetention: 0.92,
      newPerDay: 0,
      reviewsPerDay: 50,
      learningSteps: [],
      relearningSteps: [10, 60],
      maximumIntervalDays: 365,
      learnAheadMinutes: 30,
      leechThreshold: 6,
      newOrder: "random",
      reviewOrder: "difficulty",
      newMix: "after",
      leechAction: "suspend",
      buryNewSiblings: true,
      buryReviewSiblings: false,
      fuzz: false,
    });
  });

  it.each([
    [{ desiredRetention: "100" }, "desiredRetention", "from 70 to 99"],
    [{ newPerDay: "-1" }, "newPerDay", "from 0 to 9999"],
    [{ reviewsPerDay: "ten" }, "reviewsPerDay", "whole number"],
    [{ maximumIntervalDays: "" }, "maximumIntervalDays", "whole number"],
    [{ learningSteps: "10m 1m" }, "learningSteps", "longer than the one before"],
    [{ newOrder: "backwards" }, "newOrder", "Choose one"],
  ])("are refused with a sentence at the field, when the form has %p", (wrong, name, sentence) => {
    const parse = () => parsePresetForm({ ...filled, ...wrong }, defaultPresetSettings);

    expect(parse).toThrow(ValidationError);
    try {
      parse();
    } catch (error) {
      expect((error as ValidationError).fields[name]).toContain(sentence);
    }
  });

  it("make a scheduler with the default parameters, when none were fitted", () => {
    expect(schedulerOf(defaultPresetSettings, []).settings.parameters).toBe(defaultParameters);
  });
});

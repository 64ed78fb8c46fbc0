import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { Rating } from "../../server/domain/card-schedule.js";
import { ValidationError } from "../../server/domain/errors.js";
import { formatSteps, parseSteps, takeStep } from "../../server/domain/steps.js";
import { runs } from "../support/runs.js";

describe("steps as text", () => {
  it("are minutes, when units are mixed or left out", () => {
    expect(parseSteps(" 30s 5  10m, 2h 1d")).toEqual([0.5, 5, 10, 120, 1440]);
  });

  it("are none, when the text is empty", () => {
    expect(parseSteps("  ")).toEqual([]);
  });

  it.each([
    ["10m 1m", "Each step must be longer than the one before it: “1m” comes after “10m”."],
    ["10m 10m", "Each step must be longer"],
    ["60m 1h", "Each step must be longer"],
    ["soon", "“soon” is not a step"],
    ["0m", "“0m” is not a step"],
    ["0.4s", "“0.4s” is too short for a step: a second is the least."],
    ["-5m", "“-5m” is not a step"],
    ["1m 9999d", "“9999d” is too long"],
    ["1 2 3 4 5 6 7 8 9 10 11", "at most 10 steps"],
  ])("are refused with a sentence, when they are %p", (text, sentence) => {
    expect(() => parseSteps(text)).toThrow(ValidationError);
    expect(() => parseSteps(text)).toThrow(sentence);
  });

  it("are read as they were written, when they are formatted", () => {
    const steps = fc.uniqueArray(fc.integer({ min: 1, max: 86_400 }), { maxLength: 10 });
    fc.assert(
      fc.property(steps, (seconds) => {
        const ascending = [...seconds].sort((a, b) => a - b).map((each) => each / 60);

        const again = parseSteps(formatSteps(ascending));

        expect(again).toHaveLength(ascending.length);
        again.forEach((minutes, index) => expect(minutes).toBeCloseTo(ascending[index] ?? Number.NaN, 9));
      }),
      { numRuns: runs(100, 5000) },
    );
  });
});

describe("a step", () => {
  const steps = [1, 10, 60];

  it("starts again, when the answer is Again", () => {
    expect(takeStep(steps, 2, Rating.Again)).toEqual({ step: 0, minutes: 1 });
  });

  it("lasts half way to the next, when the answer to the first is Hard", () => {
    expect(takeStep(steps, 0, Rating.Hard)).toEqual({ step: 0, minutes: 5.5 });
  });

  it("lasts half as long again but at most a day more, when it is the only one and the answer is Hard", () => {
    expect(takeStep([10], 0, Rating.Hard)).toEqual({ step: 0, minutes: 15 });
    expect(takeStep([4 * 1440], 0, Rating.Hard)).toEqual({ step: 0, minutes: 5 * 1440 });
  });

  it("is repeated, when the answer to a later one is Hard", () => {
    expect(takeStep(steps, 1, Rating.Hard)).toEqual({ step: 1, minutes: 10 });
  });

  it("leads to the next, when the answer is Good, and out of the steps after the last", () => {
    expect(takeStep(steps, 1, Rating.Good)).toEqual({ step: 2, minutes: 60 });
    expect(takeStep(steps, 2, Rating.Good)).toBeNull();
  });

  it("is left, when the answer is Easy", () => {
    expect(takeStep(steps, 0, Rating.Easy)).toBeNull();
  });

  it("counts as the last, when the settings have fewer steps since", () => {
    expect(takeStep(steps, 7, Rating.Hard)).toEqual({ step: 2, minutes: 60 });
  });

  it("is left whatever the answer, when there are no steps", () => {
    expect(takeStep([], 0, Rating.Again)).toBeNull();
  });
});

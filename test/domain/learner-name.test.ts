import { describe, expect, it } from "@jest/globals";
import { nameKeyOf, parseLearnerName } from "../../server/domain/learner-name.js";
import { ValidationError } from "../../server/domain/errors.js";

describe("parseLearnerName", () => {
  it.each([
    ["  Ada   Lovelace ", "Ada Lovelace", "ada lovelace"],
    ["ＡＤＡ", "ＡＤＡ", "ada"],
    ["Ångström", "Ångström", "ångström"],
    ["A\u030angstro\u0308m", "Ångström", "ångström"],
    ["می‌خواهم", "می‌خواهم", "میخواهم"],
    ["李", "李", "李"],
    ["7", "7", "7"],
    ["x".repeat(40), "x".repeat(40), "x".repeat(40)],
    ["😀".repeat(39) + "a", "😀".repeat(39) + "a", "😀".repeat(39) + "a"],
  ])("keeps the name and makes its key, when %j is typed", (typed, name, nameKey) => {
    expect(parseLearnerName(typed)).toEqual({ name, nameKey });
  });

  it.each(["", "   ", "x".repeat(41), "Ada\u202eevil", "Ada\u0000", "A\u200bda", "...", "\ud800a"])(
    "refuses with a sentence for the field, when %j is typed",
    (typed) => {
      expect(() => parseLearnerName(typed)).toThrow(ValidationError);
    },
  );
});

describe("nameKeyOf", () => {
  it("is the same, when two names differ in case, width or spacing only", () => {
    expect(new Set(["Ada L", "ada  l", "ＡＤＡ Ｌ", " ADA L "].map(nameKeyOf)).size).toBe(1);
  });
});

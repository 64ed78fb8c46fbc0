import { describe, expect, it } from "@jest/globals";
import { fields } from "../../../server/domain/markdown/fields/fields.js";

const notations = fields.flatMap((field) => field.notations);
const listed = (words: string, separator: string): string[] => words.split(separator).flatMap((word) => word.trim() || []);

describe("what the generator knows of fields", () => {
  it("programs, when all fields are read, are named once each", () => {
    const names = fields.flatMap(({ programs }) => programs.match(/^\s*[\w.-]+(?=:)/gm) ?? []).map((name) => name.trim());

    expect(names.length).toBeGreaterThan(50);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(notations)("$name, when it is read, has keywords once each and names in lower case", (notation) => {
    const keywords = listed(notation.keywords, ",").flatMap((group) => group.split("/"));
    const names = [notation.called, notation.saidWith, notation.fences].join(" ");

    expect(new Set(keywords).size).toBe(keywords.length);
    expect(names).toBe(names.toLowerCase());
    expect(keywords.length > 0).toBe(notation.called !== "" || notation.marks !== "");
  });

  it("fences, when two notations share their language, are told apart by marks", () => {
    const languages = notations.filter(({ marks }) => marks === "").flatMap(({ fences }) => listed(fences, " "));

    expect(new Set(languages).size).toBe(languages.length);
  });
});

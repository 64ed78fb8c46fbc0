import { describe, expect, it } from "@jest/globals";
import { asked, readNote } from "../../support/generate.js";

const outline = [
  "# Photosynthesis",
  "",
  "- Light reactions",
  "  - Where: thylakoid membrane of the chloroplast",
  "  - Products: ATP, NADPH and oxygen",
  "  - Photosystem II: splits water and passes its electrons on",
  "- Calvin cycle",
  "  - Where: stroma of the chloroplast",
  "  - Rubisco: the enzyme that fixes carbon dioxide",
  "",
].join("\n");

describe("F18, a nested outline", () => {
  it("an item, when a list stands below it, is the subject of what that list says", () => {
    expect(asked(outline)).toEqual(
      expect.arrayContaining([
        "Light reactions: where? → Thylakoid membrane of the chloroplast",
        "Light reactions — Products: what are they? → ATP, NADPH and oxygen",
        "Light reactions — Photosystem II: what does it do? → Splits water and passes its electrons on",
        "Calvin cycle: where? → Stroma of the chloroplast",
        "What is “Rubisco”? → The enzyme that fixes carbon dioxide",
      ]),
    );
  });

  it("a fact of it, when it is read, has the item among its headings, and its own line", () => {
    const fact = readNote(outline).facts.find(({ term }) => term === "Rubisco");

    expect(fact).toMatchObject({ rule: "F18", headingPath: ["Photosynthesis", "Calvin cycle"], line: 9 });
  });

  it("an outline, when it is nested more deeply, puts every item above on the way", () => {
    const deep =
      "# Cells\n\n- Plants\n  - Chloroplast\n    - Thylakoid: the membrane that catches light\n    - Stroma: the fluid that fixes carbon\n  - Vacuole\n";

    expect(readNote(deep).facts.map(({ headingPath }) => headingPath.slice(1))).toContainEqual(["Plants", "Chloroplast"]);
  });

  it.each([
    ["an item is a sentence", "# Cells\n\n- This is what plants have.\n  - Stroma: a fluid\n  - Grana: stacks of discs\n"],
    ["one child stands below", "# Cells\n\n- Plants\n  - Stroma: a fluid\n"],
    ["nothing is labelled", "# Cells\n\n- Plants\n  - green\n  - they grow\n"],
  ])("an outline, when %s, makes no card of its own", (_, text) => {
    expect(readNote(text).facts.filter(({ rule }) => rule === "F18")).toEqual([]);
  });
});

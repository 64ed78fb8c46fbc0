import { describe, expect, it } from "@jest/globals";
import { generateDeck } from "../../../server/domain/markdown/deck.js";
import type { GeneratedCard, ParsedDocument } from "../../../server/domain/markdown/model.js";
import { reportOn, type Report } from "../../../server/domain/markdown/report/report.js";
import { surveyDocument } from "../../../server/domain/markdown/report/survey.js";
import { readNote } from "../../support/generate.js";

const survey = (text: string) => surveyDocument({ path: "note.md", bytes: new TextEncoder().encode(text) });
const report = (text: string): Report => reportOn(generateDeck([readNote(text)]), [survey(text)]);
const terms = (text: string): string[] => survey(text).sections.flatMap((section) => section.terms.map(({ term }) => term));
const filler =
  "Nobody is asked about these words, of which there are enough that the section cannot be overlooked by whoever counts what a note has to say to its readers.";

describe("the terms of a note", () => {
  it.each([
    ["## What is a container?\n", ["container"]],
    ["## Reading an image name\n", ["Reading"]],
    ["## How images are layered\n", ["images"]],
    ["## `docker ps`\n", ["docker ps"]],
    ["## Overview\n", []],
    ["A **bind mount** and `-v`, but **not this whole long bold sentence here**.\n", ["bind mount", "-v"]],
    ["- **Usage**: lists.\n- **Volume:** a store.\n", ["Volume"]],
    ["| Port | Use |\n|---|---|\n| 22 | SSH |\n| `443` | HTTPS |\n", ["22", "443"]],
    ["Kernel\n: the core of a system\n", ["Kernel"]],
  ])("a note, when it is %j, has %j", (text, expected) => {
    expect(terms(text)).toEqual(expected);
  });

  it("a section, when it leads elsewhere, has none", () => {
    expect(terms("## Further reading\n\n**Books** about it.\n")).toEqual([]);
  });
});

describe("the report", () => {
  it("counts a term that a card asks for or answers with, and names the others with their lines", () => {
    const { terms } = report(
      "# Storage\n\n## What is a volume?\n\nA volume is a store that outlives its container.\n\nNobody asks about **tmpfs**.\n",
    );

    expect(terms).toEqual({
      of: 3,
      share: 0.333,
      missing: [
        { path: "note.md", line: 1, text: "Storage" },
        { path: "note.md", line: 7, text: "tmpfs" },
      ],
    });
  });

  it("counts the sections that have something to say and a card, and names those without", () => {
    const { sections } = report(
      `# Tea\n\n## What is green tea?\n\nGreen tea is tea whose leaves were heated before they could oxidise. ${filler}\n\n## Water\n\n${filler}\n\n## Milk\n\nNo.\n`,
    );

    expect(sections).toEqual({ of: 2, share: 0.5, missing: [{ path: "note.md", line: 7, text: "Water" }] });
  });

  it("measures the words of the answers, the cards for a hundred words, and the candidates of each rule", () => {
    const found = report(
      "# Tea\n\n## What is green tea?\n\nGreen tea is tea whose leaves were heated before they could oxidise.\n\n## Why so?\n\nMany reasons.\n",
    );

    expect(found.answerWords).toEqual({ median: 2, p90: 9, longest: 9 });
    expect(found).toMatchObject({
      cards: 2,
      withheld: 1,
      words: 14,
      cardsPer100Words: 14.286,
      kinds: { basic: 1, typed: 1, cloze: 0 },
    });
    expect(found.rules).toEqual({ F1: { candidates: 1, passed: 0 }, F2: { candidates: 2, passed: 2 } });
  });

  it("gives the same hash for the same notes, and another for others", () => {
    const note = "## What is green tea?\n\nGreen tea is tea whose leaves were heated.\n";

    expect(report(note).sha256).toBe(report(note).sha256);
    expect(report(note.replace("heated", "steamed")).sha256).not.toBe(report(note).sha256);
  });

  it.each<[string, Partial<GeneratedCard>, keyof Report]>([
    ["points outside", { answer: "This keeps its leaves green." }, "standAlone"],
    ["names no subject", { prompt: "What else?" }, "standAlone"],
    ["says what its passage does not", { answer: "Leaves from another planet." }, "provenance"],
    ["gives its answer away", { prompt: "Which tea has leaves that were heated?" }, "leaks"],
  ])("finds a card that %s, should one pass the gates", (_, changed, measure) => {
    const text = "# Tea\n\n## What is green tea?\n\nGreen tea is tea whose leaves were heated.\n";
    const found = reportOn(
      generateDeck([readNote(text)]).map((document) => withCard(document, changed)),
      [survey(text)],
    )[measure];

    expect(JSON.stringify(found)).toContain("note.md");
  });

  it("finds a question that is asked twice, should it pass the gates", () => {
    const text = "# Tea\n\n## What is green tea?\n\nGreen tea is tea whose leaves were heated.\n";
    const [document] = generateDeck([readNote(text)]);

    const { duplicates, nearDuplicates } = reportOn(
      [document, document].flatMap((each) => each ?? []),
      [survey(text)],
    );

    expect([duplicates.length, nearDuplicates.length]).toEqual([2, 2]);
  });
});

/** The document with something else about its first card. */
function withCard(document: ParsedDocument, changed: Partial<GeneratedCard>): ParsedDocument {
  const facts = document.facts.map((fact) => ({
    ...fact,
    cards: fact.cards.slice(0, 1).map((card) => ({ ...card, context: [], ...changed })),
  }));
  return { ...document, facts };
}

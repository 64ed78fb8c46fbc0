import { describe, expect, it } from "@jest/globals";
import { asked, cardsOf, readNote } from "../../support/generate.js";

describe("F2, a sentence that defines a term", () => {
  it.each(["This", "It", "One", "Each"])("a sentence, when its subject is the pointing word '%s', defines nothing", (word) => {
    expect(readNote(`## Storage\n\n**${word}** is a directory that Docker manages.\n`).facts).toEqual([]);
  });

  it("a sentence, when the heading names its term, is asked both ways and is one fact", () => {
    const cards = cardsOf([readNote("## What is a registry?\n\nA registry is a server that stores images. Some are public.\n")]);

    expect(cards.map(({ card }) => [card.facet, card.kind, card.prompt, card.answer, card.extra])).toEqual([
      ["forward", "basic", "What is a registry?", "A server that stores images.", "Some are public."],
      ["reverse", "typed", "What do you call a server that stores images?", "registry", null],
    ]);
    expect(new Set(cards.map(({ fact }) => fact)).size).toBe(1);
    expect(cards[0]?.fact).toMatchObject({ rule: "F2", term: "registry", body: "A registry is a server that stores images." });
  });

  it.each([
    [
      "The **build context** is the set of files that a build may use.",
      "What is the build context? → The set of files that a build may use.",
    ],
    ["**Layers** are stored sets of changed files.", null],
    [
      "**Images** are read-only packages of files that containers start from.",
      "What are images? → Read-only packages of files that containers start from.",
    ],
    [
      "An *anonymous volume* is usually a volume under a random name.",
      "What is an anonymous volume? → A volume under a random name.",
    ],
    [
      "In Docker, a **tag** is a label that can be moved to other content.",
      "What is a tag? → A label that can be moved to other content.",
    ],
    [
      "**Caching** is work that is done once and kept for later.",
      "What is caching? → Work that is done once and kept for later.",
    ],
  ])("a term, when it is marked in running text ('%s'), is asked", (text, card) => {
    const questions = asked(`# Notes on images and how they are kept\n\nWe say a tag, a layer or an image. ${text}\n`);

    expect(questions[0] ?? null).toBe(card);
  });

  it.each([
    ["There is a registry that stores images for everyone."],
    ["It is a server that stores images for everyone."],
    ["A registry is a tool."],
    ["A registry is the best place for images that many need."],
    ["A registry is used to store images for everyone."],
    ["A registry is a good idea for teams that share images."],
    ["A mirror of it is a server that stores the same images."],
    ["A registry is the written list instead: it can be read by all."],
    ["Running a registry is a task that takes time and care."],
  ])("a sentence, when it defines nothing ('%s'), makes no definition", (text) => {
    expect(readNote(`## Registry\n\n${text}\n`).facts.filter(({ cards }) => cards.some(({ gate }) => gate === null))).toEqual([]);
  });

  it("a name, when it has no article, is asked without one and named in a gap", () => {
    expect(
      asked(
        "# Tools\n\nPeople use Docker Compose daily. **Docker Compose** is a tool that starts several containers from one file.\n",
      ),
    ).toEqual([
      "What is Docker Compose? → A tool that starts several containers from one file.",
      "____ is a tool that starts several containers from one file. → Docker Compose",
    ]);
  });

  it("a question about something else, when a definition stands below it, keeps the definition as its answer", () => {
    expect(asked("## Why is a registry useful?\n\nA registry is a server that stores images for everyone.\n")).toEqual([
      "Why is a registry useful? → A registry is a server that stores images for everyone.",
    ]);
  });

  it("a line, when the sentence begins in the middle of a paragraph, is the sentence's own", () => {
    expect(
      readNote("# Disks\n\nData must live somewhere.\nA **volume** is a store that outlives containers.\n").facts[0]?.line,
    ).toBe(4);
  });

  it("a definition, when it names an owner instead of an article, is one", () => {
    expect(asked("## What is the build cache?\n\nThe build cache is Docker's memory of earlier build steps.\n")[0]).toBe(
      "What is the build cache? → Docker's memory of earlier build steps.",
    );
  });

  it("what a paragraph leads to with a colon, when the answer is given, follows it", () => {
    const [fact] = readNote(
      "## What is a stage?\n\nA stage is a part of a recipe. For instance:\n\n```dockerfile\nFROM a\n```\n",
    ).facts;

    expect(fact?.cards[0]?.extra).toBe("For instance:\n\n```dockerfile\nFROM a\n```");
  });
});

import { describe, expect, it } from "@jest/globals";
import { asked, cardsOf, problems, readNote } from "../../support/generate.js";

describe("F12, a definition list", () => {
  it("a term, when it is defined, is asked as a labelled statement is", () => {
    const cards = cardsOf([readNote("## Storage\n\nVolume\n: A store that Docker manages.\n")]);

    expect(cards.map(({ card }) => [card.facet, card.kind, card.prompt, card.answer])).toEqual([
      ["forward", "basic", "What is “Volume”?", "A store that Docker manages."],
      ["reverse", "typed", "____ is a store that Docker manages.", "Volume"],
    ]);
    expect(cards[0]?.fact).toMatchObject({
      rule: "F12",
      family: "pair",
      term: "Volume",
      body: "A store that Docker manages.",
      line: 4,
    });
  });

  it("a term, when it has two definitions, is asked for the first, and the second comes after it", () => {
    const cards = cardsOf([readNote("## Storage\n\nVolume\n: A store that Docker manages.\n: How loud a sound is.\n")]);

    expect(cards[0]?.card).toMatchObject({ prompt: "What is “Volume”?", extra: "How loud a sound is." });
  });

  it("a term, when it asks, is the question itself", () => {
    expect(asked("## Storage\n\nWho manages a volume?\n: Docker does, with its daemon.\n")).toEqual([
      "Who manages a volume? → Docker does, with its daemon.",
    ]);
  });

  it.each([
    ["a term names no subject", "Note\n: A store that Docker manages.\n"],
    ["a definition is a list", "Volume\n: - one thing\n  - another thing\n"],
  ])("an entry, when %s, makes no card", (_, list) => {
    expect(asked(`## Storage\n\n${list}`)).toEqual([]);
  });

  it("a term, when its note is in another language, is asked without English words", () => {
    expect(asked("---\nlang: de\n---\n## Speicher\n\nVolume\n: Ein Speicher, den Docker verwaltet.\n")).toEqual([
      "Speicher — Volume → Ein Speicher, den Docker verwaltet.",
    ]);
  });
});

describe("F13, a list in the front matter", () => {
  const note = (frontMatter: string): string => `---\n${frontMatter}\n---\n# Containers\n`;
  const entries = (first: string, more = ""): string =>
    `${first}:\n  - title: Image\n    description: A template from which containers are started.${more}\n  - title: Registry\n    description: A server that keeps images for others.${more}`;

  it("an entry, when it has a title and a description, is asked under its key in words", () => {
    const [card] = cardsOf([readNote(note(entries("key-ideas")))]);

    expect(card?.card).toMatchObject({ prompt: "What is an image?", answer: "A template from which containers are started." });
    expect(card?.fact).toMatchObject({ rule: "F13", family: "pair", term: "Image", headingPath: ["Key ideas"], line: 3 });
  });

  it("an entry, when the front matter is TOML, is asked all the same", () => {
    const toml =
      '+++\n[[parts]]\nterm = "Image"\ndefinition = "A template from which containers are started."\n\n[[parts]]\nterm = "Registry"\ndefinition = "A server that keeps images for others."\n+++\n';

    expect(cardsOf([readNote(toml)]).map(({ fact }) => [fact.term, fact.line])).toEqual([
      ["Image", 3],
      ["Image", 3],
      ["Registry", 7],
      ["Registry", 7],
    ]);
  });

  it.each([
    ["its entries lead elsewhere", entries("parts", "\n    link: /images")],
    ["it is a list of the site", entries("features")],
    ["it has one entry", "parts:\n  - title: Image\n    description: A template from which containers are started."],
    ["an entry says nothing", `${entries("parts")}\n  - title: Volume`],
    ["it is a list of words", "parts:\n  - Image\n  - Registry"],
    [
      "its entries only invite",
      "parts:\n  - title: Image\n    description: Learn how to build one.\n  - title: Registry\n    description: Explore the hub.",
    ],
  ])("a list, when %s, makes no card", (_, frontMatter) => {
    expect(asked(note(frontMatter))).toEqual([]);
    expect(problems(note(frontMatter))).toEqual([]);
  });

  it("a list, when the note makes no cards, makes none either", () => {
    expect(asked(note(`cards: off\n${entries("parts")}`))).toEqual([]);
  });
});

import { describe, expect, it } from "@jest/globals";
import { asked, cardsOf, readNote } from "../../support/generate.js";

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

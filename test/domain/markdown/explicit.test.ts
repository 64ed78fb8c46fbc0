import { describe, expect, it } from "@jest/globals";
import { asked, cardsOf, problems, readNote } from "../../support/generate.js";

const facts = (text: string): (string | number | null)[][] =>
  readNote(text).facts.map(({ term, body, line, explicitId }) => [term, body, line, explicitId]);

describe("written cards (Q: and A:)", () => {
  it("a card, when Q: and A: begin two lines, has their text, its line and the way to it", () => {
    const [fact] = readNote("# Ports\n\nQ: Which side is the host's?\nA: The left one.\n").facts;

    expect(fact).toMatchObject({
      rule: "explicit",
      origin: "explicit",
      family: "pair",
      term: "Which side is the host's?",
      body: "The left one.",
      line: 3,
      headingPath: ["Ports"],
    });
    expect(fact?.cards).toEqual([
      expect.objectContaining({ facet: "forward", kind: "basic", context: ["Ports"], extra: null, gate: null }),
    ]);
  });

  it("a question and an answer, when they go on over several lines, keep their lines", () => {
    expect(facts("Q: What does\nthis print?\nA: It prints\n- one\n- two\n\nThis is text again.\n")).toEqual([
      ["What does\nthis print?", "It prints\n- one\n- two", 1, null],
    ]);
  });

  it("an answer, when a fenced block belongs to it, keeps the blank lines in the block", () => {
    expect(facts("Q: How?\nA: So:\n```sh\none\n\ntwo\n```\n\nText.\n")).toEqual([
      ["How?", "So:\n```sh\none\n\ntwo\n```", 1, null],
    ]);
  });

  it.each(["", "## Next", "Q: Next?\nA: Yes, next.", "C: A [cloze]"])("an answer, when '%s' follows, ends before it", (next) => {
    expect(facts(`Q: First question?\nA: First answer.\n${next}\n`)[0]?.slice(0, 2)).toEqual([
      "First question?",
      "First answer.",
    ]);
  });

  it("an answer, when the note holds cards only, goes on over blank lines to the next card or ---", () => {
    const note = "---\ncards: hashcards\n---\nQ: One?\nA: First.\n\nStill first.\n---\nQ: Two?\nA: Second.\n";

    expect(facts(note)).toEqual([
      ["One?", "First.\n\nStill first.", 4, null],
      ["Two?", "Second.", 9, null],
    ]);
  });

  it("a mark, when it does not begin its line, is text", () => {
    expect(facts("  Q: Indented?\n  A: No card.\n\nSee Q: this?\nA: no.\n")).toEqual([]);
  });

  it.each([
    ["A: Loose ends ^port-host", "port-host"],
    ["A: Loose ends <!--id: p1-->", "p1"],
    ["A: Loose ends\n<!-- ID:p2 -->", "p2"],
  ])("an identifier, when it is written as '%s', is taken out of the answer", (answer, id) => {
    expect(facts(`Q: Which?\n${answer}\n`)).toEqual([["Which?", "Loose ends", 1, id]]);
  });

  it("a card, when it would fail a gate, is asked all the same, with a remark", () => {
    const note = "Q: Is a tag fixed?\nA: No.\n";

    expect(asked(note)).toEqual(["Is a tag fixed? → No."]);
    expect(problems(note)).toEqual(["1: This card can be guessed: ask for the reason instead of yes or no."]);
  });

  it("a question, when it has no answer, is a problem with its line and the others are read", () => {
    const note = "Q: Alone?\n\nQ: Two?\nA: Has one here.\n\nQ:\nA: Nothing was asked.\n";

    expect(facts(note)).toEqual([["Two?", "Has one here.", 3, null]]);
    expect(problems(note)).toEqual([
      "1: This question has no answer: write a line that starts with A: below it.",
      "6: This card has an empty question or answer: fill it in.",
    ]);
  });

  it("lines of a written card, when they look like a fact too, make no second card", () => {
    const note = "## What is a tag?\n\nQ: **Tag**?\nA: A label of an image that can be moved.\n";

    expect(cardsOf([readNote(note)])).toHaveLength(1);
  });
});

describe("what an author suppresses", () => {
  const list = "- **Tag**: a label that can be moved.\n- **Digest**: a fingerprint of the bytes.\n";

  it("a block, when <!-- nocards --> stands above it, makes no card, and the next one does", () => {
    expect(asked(`# Names\n\n<!-- nocards -->\n\n${list}\n## What is a layer?\n\nA layer is a set of changed files.\n`)).toEqual([
      "What is a layer? → A set of changed files.",
      "What do you call a set of changed files? → layer",
    ]);
  });

  it("a section, when <!-- nocards --> stands above its heading, makes no card", () => {
    expect(asked(`<!-- nocards -->\n\n# Names\n\n${list}\n### Inner\n\n${list}`)).toEqual([]);
  });

  it("blocks, when they stand between nocards:start and nocards:end, make no card, written ones neither", () => {
    expect(asked(`# Names\n\n<!-- nocards:start -->\n\n${list}\nQ: Which?\nA: This one.\n\n<!-- nocards:end -->\n`)).toEqual([]);
  });

  it.each(["off", "false"])("a note, when its front matter says cards: %s, makes no card", (value) => {
    expect(asked(`---\ncards: ${value}\n---\n# Names\n\n${list}\nQ: Which?\nA: This one.\n`)).toEqual([]);
  });

  it("a note, when its front matter says cards: explicit, makes the written cards only", () => {
    expect(asked(`---\ncards: explicit\n---\n# Names\n\n${list}\nQ: Which?\nA: This one.\n`)).toEqual(["Which? → This one."]);
  });
});

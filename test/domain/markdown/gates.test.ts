import { describe, expect, it } from "@jest/globals";
import { gateOf } from "../../../server/domain/markdown/gates/gates.js";
import type { GatedCard } from "../../../server/domain/markdown/gates/gate.js";
import type { CardKind } from "../../../server/domain/markdown/model.js";
import { inlinesOf } from "../../../server/domain/markdown/tree/inlines-of.js";
import { noteParser } from "../../../server/domain/markdown/syntax/parser.js";

const inlines = (markdown: string): GatedCard["answer"] => inlinesOf(noteParser.parseInline(markdown, {})[0]?.children ?? []);
const gate = (prompt: string, answer: string, kind: CardKind = "basic", context: string[] = []): ReturnType<typeof gateOf> =>
  gateOf({ facet: "forward", kind, prompt: inlines(prompt), answer: inlines(answer), context });

const words = (count: number): string => Array.from({ length: count }, (_, index) => `word${index}`).join(" ");

describe("gates of one card", () => {
  it("a card, when nothing is wrong with it, passes", () => {
    expect(gate("What is a registry?", "A server that stores images.")).toBeNull();
    expect(gate("Which command lists containers?", "`docker ps`", "typed")).toBeNull();
  });

  it.each([
    ["G-long", "What is it made of?", words(41)],
    ["G-long", words(46), "Two plain words."],
    ["G-empty", "What is a layer?", "…"],
    ["G-cut", "What is a layer?", "A stored set, in three parts:"],
    ["G-cut", "What is a layer?", "A stored set (of changed files"],
    ["G-cut", "What is a layer?", 'A "stored set of changed files'],
    ["G-cut", "What is a layer?", "A stored set of changed files and"],
    ["G-syntax", "What is a layer?", "A {{< param layer >}} of files."],
    ["G-syntax", "What is a layer?", "A {% include layer %} of files."],
    ["G-syntax", "What is a layer?", "A **stored set of files."],
    ["G-syntax", "What is a layer?", "https://example.org/layers/and/more"],
    ["G-nav", "What is a layer?", "Learn how layers are stored."],
    ["G-nav", "What is a layer?", "Get started with stored layers."],
    ["G-nav", "What is a layer?", "See the stored layers of an image."],
    ["G-bool", "Is a layer stored?", "Yes, it is stored once."],
    ["G-vague", "Why use layers?", "Many good reasons."],
    ["G-vague", "Why use layers?", "They exist for various reasons that all matter."],
    ["G-time", "What is a layer?", "Currently a stored set of files."],
    ["G-time", "What is a layer?", "A stored set, as of 2024 at least."],
    ["G-pronoun", "What is a layer?", "This stores changed files."],
    ["G-pronoun", "What is a layer?", "The layer of the example above stores files."],
    ["G-pronoun", "What is a layer?", "What this section describes in files."],
    ["G-list", "What are the benefits of layers?", "Speed, small size, sharing, caching, safety and order."],
    ["G-list", "Which instructions add layers?", "Some of them, such as those that copy files."],
    ["G-leak", "Which layers are stored and shared?", "The stored and shared layers."],
    ["G-new", "What stores the layers of an image?", "A driver of images."],
  ])("%s, when the question is '%s' and the answer '%s'", (code, prompt, answer) => {
    expect(gate(prompt, answer)).toBe(code);
  });

  it("G-long, when a term to be typed has more than eight words or a gap more than six", () => {
    expect(gate("What is it called?", words(9), "typed")).toBe("G-long");
    expect(gate("What is it called?", words(8), "typed")).toBeNull();
    expect(gate("It is called ____.", words(7), "cloze")).toBe("G-long");
  });

  it("G-pronoun, when the description of a term to be typed points elsewhere", () => {
    expect(gate("Storage — which one is this? They live in memory.", "tmpfs", "typed")).toBe("G-pronoun");
  });

  it.each([
    "No separation at all, as the container uses the host directly.",
    "Duplicating a file at the moment something changes it.",
  ])("an answer, when it only begins or sounds like a refused one ('%s'), passes", (answer) => {
    expect(gate("What is it in the kernel?", answer)).toBeNull();
  });

  it("'it is easy to …', when an answer begins so, points at nothing and passes", () => {
    expect(gate("Why use one file?", "It is easy to review one file.")).toBeNull();
  });

  it("G-leak, when the words of the answer stand in the context", () => {
    expect(gate("Which one is this? Stored on the host.", "bind mount", "typed", ["Bind mounts"])).toBe("G-leak");
  });

  it("G-leak, when the question holds a command but for its program", () => {
    expect(gate("Which command builds an image?", "`docker build`", "typed")).toBe("G-leak");
    expect(gate("Which command makes an image?", "`docker build`", "typed")).toBeNull();
  });
});

import { describe, expect, it } from "@jest/globals";
import { asked, cardsOf, readNote } from "../../support/generate.js";

const below = "Each layer is stored once and shared by the images that hold it.";

describe("F1, a heading that asks", () => {
  it.each([
    ["The following is what an image is made of. It has layers."],
    ["In this section you learn why. It is about layers."],
    ["Here are the reasons that matter. There are two."],
  ])("a heading, when '%s' only announces what comes, makes no card", (announcement) => {
    expect(readNote(`## Why do images cost little space?\n\n${announcement}\n`).facts).toEqual([]);
  });

  it("a heading, when it ends in a question mark, is asked as it is and answered by the first sentence", () => {
    const [found] = cardsOf([readNote(`## Why do images cost little space?\n\n${below} A pull skips the rest.\n`)]);

    expect(found?.fact).toMatchObject({
      rule: "F1",
      term: "Why do images cost little space?",
      body: `${below} A pull skips the rest.`,
      line: 3,
    });
    expect(found?.card).toMatchObject({
      facet: "forward",
      prompt: "Why do images cost little space?",
      answer: below,
      extra: "A pull skips the rest.",
    });
  });

  it.each([
    ["Why images are shared", "Why are images shared?"],
    ["How sharing works", "How does sharing work?"],
    ["Why layers matter", "Why do layers matter?"],
    ["How to share a layer", "How do you share a layer?"],
    ["When to share a layer", "When should you share a layer?"],
    ["Why use layers", "Why use layers?"],
    ["What a layer can hold", "What can a layer hold?"],
    ["2. Why are layers shared", "Why are layers shared?"],
    ["**Why are layers shared?**", "Why are layers shared?"],
  ])("a heading, when it says '%s', asks '%s'", (heading, question) => {
    expect(asked(`## ${heading}\n\n${below}\n`)).toEqual([`${question} → ${below}`]);
  });

  it("a heading, when it names no subject, gets the one above it", () => {
    expect(asked(`# Build cache\n\n## How does it work?\n\n${below}\n`)).toEqual([`Build cache: how does it work? → ${below}`]);
  });

  it.each([
    "How does a container differ from its image?",
    "Why is it a mistake to copy everything first?",
    "What does `COPY --from=build` take its files from?",
  ])("a pronoun, when '%s' binds it or it means nothing, brings no heading along", (heading) => {
    expect(asked(`# Build cache\n\n## ${heading}\n\n${below}\n`)).toEqual([`${heading} → ${below}`]);
  });

  it("the heading above, when it asks itself, is not put before a question", () => {
    const note = `# Build cache\n\n## How should you order a recipe?\n\n### Why does it matter?\n\n${below}\n`;

    expect(asked(note)).toEqual([`Build cache: why does it matter? → ${below}`]);
  });

  it.each(["Why layers under pressure", "Layers", "The question of layers"])(
    "a heading, when it says '%s', asks nothing",
    (heading) => {
      expect(asked(`## ${heading}\n\n${below}\n`)).toEqual([]);
    },
  );

  it.each([
    "There are three reasons:",
    "The following sections explain it.",
    "In this section you meet the layers.",
    "Below you find all of it.",
  ])("a paragraph, when it only announces ('%s'), answers nothing", (text) => {
    expect(asked(`## Why do layers exist?\n\n${text}\n`)).toEqual([]);
  });

  it("a first sentence, when it is very short, takes the second along", () => {
    expect(asked("## How long does a stop wait?\n\nTen seconds. Another time is set by a flag. Nobody needs more.\n")).toEqual([
      "How long does a stop wait? → Ten seconds. Another time is set by a flag.",
    ]);
  });

  it("a question, when a list comes first below it, is left to the list", () => {
    expect(asked("## Why do layers exist?\n\n- they share space\n- they make builds fast\n")).toEqual([]);
  });
});

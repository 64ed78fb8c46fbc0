import { describe, expect, it } from "@jest/globals";
import { asked, readNote } from "../../support/generate.js";

const gaps = (text: string): string[] =>
  readNote(text)
    .facts.filter(({ rule }) => rule === "F15")
    .flatMap(({ cards }) => cards.map(({ prompt, answer }) => `${prompt} → ${answer}`));
const under = (sentence: string): string => `# Running containers\n\n## Names\n\n${sentence}\n`;

describe("F15, a sentence with a term to fill in", () => {
  it.each([
    [
      "a bold term",
      "Every container has a process that the kernel calls its **main process**.",
      "Every container has a process that the kernel calls its ____. → main process",
    ],
    [
      "a flag",
      "A container gets a name of your own choice with `--name`.",
      "A container gets a name of your own choice with ____. → `--name`",
    ],
    [
      "a variable",
      "The client finds a distant daemon through the variable `DOCKER_HOST`.",
      "The client finds a distant daemon through the variable ____. → `DOCKER_HOST`",
    ],
    [
      "an amount",
      "The daemon kills a container that has not stopped after 10 seconds.",
      "The daemon kills a container that has not stopped after ____. → 10 seconds",
    ],
    [
      "a year",
      "Docker was shown to the public for the first time in 2013.",
      "Docker was shown to the public for the first time in ____. → 2013",
    ],
  ])("a sentence, when it holds %s, asks for it", (_, sentence, card) => {
    expect(gaps(under(sentence))).toEqual([card]);
  });

  it("a term, when the note sets it apart elsewhere, is asked for where it stands in a sentence", () => {
    const note =
      "# Storage\n\n## Copy on write\n\n- **Writable layer**: the sheet on top of an image.\n- **Base image**: the image at the bottom.\n\n## Changes\n\nWhat a program changes while it runs is kept in the writable layer.\n";

    expect(gaps(note)).toEqual(["What a program changes while it runs is kept in the ____. → writable layer"]);
  });

  it("a fact of it, when it is read, belongs to its sentence, and the rest of the passage comes after the answer", () => {
    const [fact] = readNote(under("A container gets a name with `--name`. Without it, Docker makes one up.")).facts;

    expect(fact).toMatchObject({
      rule: "F15",
      family: "cloze",
      term: "`--name`",
      body: "A container gets a name with `--name`.",
      line: 5,
    });
    expect(fact?.cards[0]).toMatchObject({ facet: "cloze:--name", kind: "cloze", extra: "Without it, Docker makes one up." });
  });

  it.each([
    ["leans on what was said before", "It gets a name of your own choice with `--name`."],
    ["points at something outside", "You choose the name of this container with `--name`."],
    ["is an example", "For example, a container gets its name with `--name`."],
    ["sends its reader elsewhere", "A container gets its name as [Names](names.md) says with `--name`."],
    ["is no sentence", "A name of your own choice, given with `--name`."],
    ["is a question", "Which container gets its own name with `--name`?"],
    ["is short", "Names come with `--name`."],
    ["begins with the term", "`--name` gives a container a name that people can remember easily."],
    ["holds the term twice", "A container gets a name with `--name`, and only with `--name`."],
    ["holds a name made up for an example", "A container gets a name of your own choice, such as `db`."],
    ["holds the term as one of several", "A container can get a user, a label, a limit, and `--name`."],
    ["ends with what it means", "When a container has stopped for good with `--rm`, Docker removes it."],
  ])("a sentence, when it %s, makes no card", (_, sentence) => {
    expect(gaps(under(sentence))).toEqual([]);
  });

  it("sentences, when there are many, make one card a paragraph and three a section, and none where another rule has read", () => {
    const sentence = (flag: string): string => `A container gets another of its many settings with \`--${flag}\`.`;
    const paragraphs = ["name", "user", "label", "memory"]
      .map((flag) => `${sentence(flag)} ${sentence(`${flag}-again`)}`)
      .join("\n\n");

    expect(gaps(`# Settings\n\n## Flags\n\n${paragraphs}\n`)).toHaveLength(3);
    expect(gaps("# Settings\n\n## What does a container get?\n\nA container gets a name of its own with `--name`.\n")).toEqual(
      [],
    );
  });

  it("a sentence, when the note is not in English, asks for what is bold", () => {
    expect(asked("---\nlang: de\n---\n# Zellen\n\nDie Zelle gewinnt ihre Energie in den **Mitochondrien**.\n")).toEqual([
      "Die Zelle gewinnt ihre Energie in den ____. → Mitochondrien",
    ]);
  });
});

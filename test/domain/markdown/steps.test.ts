import { describe, expect, it } from "@jest/globals";
import { asked, cardsOf, readNote } from "../../support/generate.js";

const list = (...items: readonly string[]): string => `${items.map((item, index) => `${index + 1}. ${item}`).join("\n")}\n`;
const steps = ["Build the image.", "Tag it with its full name.", "Push each of its tags."];
const ofRule = (text: string): string[] =>
  readNote(text)
    .facts.filter(({ rule }) => rule === "F10")
    .flatMap(({ cards }) => cards.map(({ prompt }) => prompt));

describe("F10, steps in order", () => {
  it("a numbered list, when it is announced as steps, is one fact, and each step is asked for by the one before it", () => {
    const [fact] = readNote(`# Images\n\n## Steps to a published image\n\n${list(...steps)}`).facts;

    expect(fact).toMatchObject({ rule: "F10", family: "steps", term: "Steps to a published image", line: 5 });
    expect(fact?.cards.map(({ facet, prompt, answer }) => [facet, prompt, answer])).toEqual([
      [
        "step:tag it with its full name.",
        "Steps to a published image: what comes right after “Build the image”?",
        "Tag it with its full name.",
      ],
      [
        "step:push each of its tags.",
        "Steps to a published image: what comes right after “Tag it with its full name”?",
        "Push each of its tags.",
      ],
    ]);
  });

  it.each([
    ["the heading asks how", `## How do you publish an image?\n\n${list(...steps)}`],
    ["the heading is an act", `## Publishing an image step by step\n\n${list(...steps)}`],
    ["the line above announces them", `## Publishing\n\nIt takes three steps:\n\n${list(...steps)}`],
  ])("a numbered list, when %s, is a list of steps", (_, text) => {
    expect(ofRule(text)).toHaveLength(2);
  });

  it.each([
    ["nothing announces an order", `## Images\n\n${list(...steps)}`],
    [
      "it is advice",
      `## How to write good notes: tips\n\n${list("Keep them short.", "Write them yourself.", "Read them again.")}`,
    ],
    ["it has two items", `## Steps\n\n${list("Build it.", "Push it.")}`],
    ["it is not numbered", "## Steps\n\n- Build the image.\n- Tag it.\n- Push it.\n"],
    ["its items are no acts", `## Steps\n\n${list("The image is built.", "A tag is added.", "It is pushed.")}`],
    [
      "its items are labelled terms",
      `## Steps\n\n${list("**Build**: makes it.", "**Tag**: names it.", "**Push**: uploads it.")}`,
    ],
  ])("a list, when %s, makes no card that asks for an order", (_, text) => {
    expect(ofRule(text)).toEqual([]);
  });

  it("a step, when it is long, is quoted up to its first comma", () => {
    const long = "Stop every container that still writes to the volume, since a copy of a file that changes is no copy at all.";

    expect(ofRule(`## Steps of a backup\n\n${list(long, "Pack the volume.", "Start the containers again.")}`)[0]).toBe(
      "Steps of a backup: what comes right after “Stop every container that still writes to the volume”?",
    );
  });

  it("a step, when it announces code, is quoted with it", () => {
    const first = "Pass the secret in with this one line of the shell: `docker build --secret id=npmrc,src=.npmrc .`";

    expect(ofRule(`## Steps of a build\n\n${list(first, "Mount the secret.", "Check that no trace is left.")}`)[0]).toContain(
      "“Pass the secret in with this one line of the shell: `docker build",
    );
  });

  it("a step, when it is to check something, is no invitation to read on", () => {
    expect(
      asked(`## Steps of a backup\n\n${list("Pack the volume.", "Check that the archive opens.", "Delete the old archive.")}`),
    ).toContain("Steps of a backup: what comes right after “Pack the volume”? → Check that the archive opens.");
  });

  it("steps, when the note is not in English, are left alone", () => {
    expect(
      cardsOf([readNote(`---\nlang: de\n---\n## Schritte\n\n${list("Baue das Abbild.", "Benenne es.", "Lade es hoch.")}`)]),
    ).toEqual([]);
  });
});

import { describe, expect, it } from "@jest/globals";
import { comparePaths } from "../../../server/domain/markdown/compare-paths.js";
import { cardsOf, readDeck } from "../../support/generate.js";

const outcome = (notes: Record<string, string>): string[] =>
  cardsOf(readDeck(notes)).map(({ fact, card }) => `${fact.path} ${card.gate ?? "asks"} ${card.prompt}`);
const layer = "A layer is a stored set of changed files.";

describe("gates over a deck", () => {
  it("G-dup, when two notes define one term, keeps the first in the order of paths", () => {
    const other = "A layer is one step of a build, kept on disk.";

    expect(outcome({ "b.md": `## What is a layer?\n\n${layer}\n`, "a.md": `## What is a layer?\n\n${other}\n` })).toEqual(
      expect.arrayContaining(["a.md asks What is a layer?", "b.md G-dup What is a layer?"]),
    );
  });

  it("G-dup, when one of two answers stands under a heading that asks the question, keeps that one", () => {
    const note = `# Layers\n\nA layer is the unit of sharing between images.\n\n## What is a layer?\n\n${layer}\n`;

    expect(
      cardsOf(readDeck({ "a.md": note }))
        .filter(({ card }) => card.prompt === "What is a layer?")
        .map(({ fact, card }) => [fact.line, card.gate]),
    ).toEqual([
      [3, "G-dup"],
      [7, null],
    ]);
  });

  it("G-dup, when one question has different answers, puts what tells them apart before each", () => {
    const cards = outcome({
      "a.md": "# Images\n\n## Why keep it small?\n\nA small image is fetched in less time.\n",
      "b.md": "# Notes\n\n## Why keep it small?\n\nA short note is read to its end.\n",
    });

    expect(cards).toEqual(["a.md asks Images: why keep it small?", "b.md asks Notes: why keep it small?"]);
  });

  it("G-dup, when nothing tells two questions apart, asks neither, but a written one", () => {
    const twice =
      "# Images\n\n## Why keep images small?\n\nA small image is fetched in less time.\n\n## Why keep images small?\n\nAttackers find less to use.\n";

    expect(outcome({ "a.md": twice })).toEqual(["a.md G-dup Why keep images small?", "a.md G-dup Why keep images small?"]);
    expect(outcome({ "a.md": `${twice}\nQ: Why keep images small?\nA: Written by hand.\n` })).toContain(
      "a.md asks Why keep images small?",
    );
  });

  it("G-dup, when two questions differ in the signs of their code, keeps both", () => {
    const note = "## Operators\n\n- `==`: compares two numbers for being equal.\n- `!=`: tells whether two numbers differ.\n";

    expect(outcome({ "a.md": note }).filter((line) => line.includes(" asks "))).toHaveLength(2);
  });

  it("G-near, when two questions are almost alike, withholds the later", () => {
    const note = (heading: string): string => `## ${heading}\n\nIdentical layers are stored once and shared by all images.\n`;

    expect(
      outcome({
        "a.md": note("Why do images sharing a base cost little space?"),
        "b.md": note("Why do images sharing a base cost little spaces?"),
      }),
    ).toEqual([
      "a.md asks Why do images sharing a base cost little space?",
      "b.md G-near Why do images sharing a base cost little spaces?",
    ]);
  });

  it("G-near, when only the code differs, keeps both", () => {
    expect(outcome({ "a.md": "- `docker rm`: deletes a stopped container.\n- `docker rmi`: deletes a local image.\n" })).toEqual(
      expect.arrayContaining(["a.md asks What does `docker rm` do?", "a.md asks What does `docker rmi` do?"]),
    );
  });

  it("G-near, when two questions are about two rows of a table, keeps both", () => {
    const rows = "| Steps ahead | Reserved for a bus |\n| Step ahead | Reserved for a car |\n";

    expect(outcome({ "a.md": `## Traffic signs in the inner city\n\n| Sign | Meaning |\n|---|---|\n${rows}` })).toEqual(
      expect.arrayContaining([
        "a.md asks Traffic signs in the inner city — Steps ahead: what does it mean?",
        "a.md asks Traffic signs in the inner city — Step ahead: what does it mean?",
      ]),
    );
  });

  it("G-cap, when a section makes more than twelve cards, withholds the later second cards first, then facts", () => {
    const items = Array.from(
      { length: 14 },
      (_, index) =>
        `- \`--flag-${"abcdefghijklmn".charAt(index)}\`: sets value number ${index} of the program, whatever it may be.`,
    );
    const cards = cardsOf(readDeck({ "a.md": `## Flags of \`docker run\`\n\n${items.join("\n")}\n` })).map(({ card }) => card);

    expect(cards.filter(({ gate }) => gate === null)).toHaveLength(12);
    expect(cards.filter(({ gate, facet }) => gate === null && facet === "forward")).toHaveLength(12);
  });

  it("G-cap, when a note is short, keeps the first card of each fact and withholds second ones above five in all", () => {
    const items = [
      "**Tag**: a label that can be moved.",
      "**Digest**: a fingerprint of the bytes.",
      "**Host**: a machine with containers.",
      "**Layer**: a change to a file system.",
    ];
    const note = `# Words\n\n${items.map((item) => `- ${item}`).join("\n")}\n`;
    const gatesOf = (facet: string): (string | null)[] =>
      cardsOf(readDeck({ "a.md": note })).flatMap(({ card }) => (card.facet === facet ? [card.gate] : []));

    expect(gatesOf("forward")).toEqual([null, null, null, null]);
    expect(gatesOf("reverse").filter((gate) => gate === "G-cap")).toHaveLength(3);
  });

  it("written cards, when there are many of them, are all asked", () => {
    const note = Array.from({ length: 40 }, (_, index) => `Q: Question number ${index}?\nA: Answer ${index}.\n`).join("\n");

    expect(outcome({ "a.md": note }).every((line) => line.includes(" asks "))).toBe(true);
  });
});

describe("order of paths", () => {
  it("files, when they stand in folders, come folder by folder, by code units", () => {
    const paths = ["b.md", "a/z.md", "a-b/c.md", "a/B.md", "a/a.md", "a.md"];

    expect([...paths].sort(comparePaths)).toEqual(["a/B.md", "a/a.md", "a/z.md", "a-b/c.md", "a.md", "b.md"]);
  });
});

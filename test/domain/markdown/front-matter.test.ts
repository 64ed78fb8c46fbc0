import { describe, expect, it } from "@jest/globals";
import { problems, readNote } from "../../support/generate.js";

const body = "# Layers\n\n## What is a layer?\n\nA layer is a set of changed files.\n";

describe("front matter", () => {
  it.each([
    ["YAML", "---\ntitle: Images\nlang: en-GB\n---\n", "Images"],
    ["TOML", '+++\ntitle = "Images"\nlang = "en-GB"\n+++\n', "Images"],
  ])("%s, when it is whole, gives the title and the language, and lines count from the file's top", (_, top, title) => {
    const note = readNote(top + body);

    expect([note.title, note.language, note.facts[0]?.line]).toEqual([title, "en-GB", 9]);
  });

  it("a title, when the front matter has none, is the first heading, or else the file's name", () => {
    expect(readNote(body, "a/02-image-layers.md").title).toBe("Layers");
    expect(readNote("Text.", "a/02-image-layers.md").title).toBe("Image layers");
  });

  it.each([
    ["YAML", "---\ntitle: [Images\n---\n"],
    ["TOML", "+++\ntitle = Images\n+++\n"],
    ["YAML with a second colon", "---\ntitle: Off: again\ncards: off\n---\n"],
    ["YAML that is a list", "---\n- title\n---\n"],
  ])("broken %s, when a note begins with it, refuses the file, since nobody knows what it would have said", (_, top) => {
    expect(() => readNote(top + body)).toThrow(
      /^The front matter cannot be read: .+\. Correct it; until then the note stays as it was\.$/,
    );
  });

  it("front matter, when nothing closes it, refuses the file as half written", () => {
    expect(() => readNote("---\ntitle: Images\n\n# Layers\n")).toThrow("The front matter has no closing --- line");
  });

  it("a thematic break, when prose follows it, is no front matter", () => {
    expect(readNote("---\n\nJust text that goes on.\n\n---\n\n# Layers\n")).toMatchObject({ title: "Layers", problems: [] });
  });

  it("aliases, when they multiply without end, refuse the file at once", () => {
    const levels = Array.from(
      { length: 100 },
      (_, level) => `l${level}: &l${level} [${level === 0 ? "x" : `*l${level - 1}, *l${level - 1}`}]`,
    );

    expect(() => readNote(`---\n${levels.join("\n")}\n---\n${body}`)).toThrow("The front matter cannot be read");
  });

  it("cards:, when its value is unknown, is a problem and ignored", () => {
    expect(problems(`---\ncards: some\n---\n${body}`)).toEqual([
      "1: The front matter's cards: is none of explicit, hashcards, off. It is ignored.",
    ]);
  });
});

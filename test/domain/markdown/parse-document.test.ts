import { describe, expect, it } from "@jest/globals";
import { parseDocument } from "../../../server/domain/markdown/generate.js";
import { asked, problems, readNote } from "../../support/generate.js";
import { hostileNotes } from "../../support/hostile-notes.js";

const note = "# Layers\n\n## What is a layer?\n\nA layer is a set of changed files.\n";

describe("parseDocument", () => {
  it.each([
    ["CRLF line ends", note.replaceAll("\n", "\r\n")],
    ["mixed line ends", note.replace("files.\n", "files.\r\n").replace("\n\n## ", "\r\r## ")],
    ["a byte order mark", `\uFEFF${note}`],
    ["decomposed letters", note.normalize("NFD")],
  ])("a note, when it has %s, gives the same facts", (_, text) => {
    expect(readNote(text).facts).toEqual(readNote(note).facts);
  });

  it("bytes, when they are not UTF-8, are refused with the line", () => {
    const bytes = new Uint8Array([...new TextEncoder().encode("# A\n\n"), 0xff, 0xfe]);

    expect(() => parseDocument({ path: "a.md", bytes })).toThrow(
      expect.objectContaining({ message: "This note is not UTF-8 text. Save it as UTF-8.", line: 3 }),
    );
  });

  it.each([
    ["empty", ""],
    ["blank", " \n\t\n"],
  ])("a note, when it is %s, is refused", (_, text) => {
    expect(() => readNote(text)).toThrow("This note is empty.");
  });

  it("a note, when it is larger than 1 MB, is refused", () => {
    expect(() => readNote("x".repeat(1_000_001))).toThrow("This note is larger than 1 MB.");
  });

  it("a note, when it has too many parts, is refused with a reason", () => {
    expect(() => readNote(`|${"a|".repeat(100)}\n|${"-|".repeat(100)}\n${`|${"a|".repeat(100)}\n`.repeat(100)}`)).toThrow(
      "too complex",
    );
  });

  it("a fence and a comment, when nobody closes them, are problems with their lines", () => {
    expect(problems("# A\n\n```sh\nls\n")).toEqual(["3: This code block is not closed: add a line ``` after it."]);
    expect(problems("# A\n\n<!-- later\n\ntext\n")).toEqual(["3: This comment is not closed: add --> after it."]);
    expect(problems("# A\n\n~~~\nls\n~~~\n\n> ```\n> ls\n> ```\n")).toEqual([]);
  });

  it("what is nested too deep, when it is left out, is a problem", () => {
    const bullets = Array.from({ length: 150 }, (_, depth) => `${"  ".repeat(depth)}- item`);

    expect(problems(bullets.join("\n"))).toEqual([
      expect.stringContaining("This is nested too deep: what is inside was left out."),
    ]);
  });

  it("a note, when it is not in English and says so, is asked without English words", () => {
    const german =
      "---\nlang: de\n---\n# Speicher\n\n- **Volume**: ein Ort, den Docker verwaltet.\n- **Bind-Mount**: ein Ordner des Rechners.\n";

    expect(asked(german)).toEqual([
      "Speicher — Volume → ein Ort, den Docker verwaltet.",
      "Speicher — Bind-Mount → ein Ordner des Rechners.",
    ]);
  });

  it("a note, when its sentences are English and its tables terse, is English", () => {
    const prose = "This is what I want to know about the countries of the world, and I have put it into a table. ".repeat(3);
    const rows = Array.from({ length: 60 }, (_, index) => `| Land${index} | Stadt${index} |\n`).join("");

    expect(readNote(`${prose}\n\n| Country | Capital |\n|---|---|\n${rows}`).language).toBe("en");
  });

  it("a note, when it does not look English and says nothing, has no known language", () => {
    const words = "Ein Container ist ein Prozess, den der Kern vom Rest der Maschine trennt. Jeder bringt eigene Programme mit. ";

    expect(readNote(words.repeat(4)).language).toBe("und");
    expect(readNote("容器是一个进程。\n\n镜像是一个模板。\n").language).toBe("und");
  });

  it("an identifier, when it ends a plain statement, names its fact and is not shown", () => {
    const read = readNote(
      "# Names\n\n- **Tag**: a label that can be moved. ^tag\n- **Digest**: a fingerprint of bytes.\n  <!--id: d1-->\n",
    );

    expect(read.facts.map(({ explicitId, body }) => [explicitId, body])).toEqual([
      ["tag", "a label that can be moved."],
      ["d1", "a fingerprint of bytes."],
    ]);
    expect(read.bodyHtml).not.toMatch(/\^tag|id: d1/);
  });
});

describe("a text that was made to be slow", () => {
  it.each(hostileNotes)("%s, when they are read, end in a note or in a reason", (name, text) => {
    if (name === "HTML tags that never end") return; // takes minutes: the worker's time limit is for such (test/workers)
    let outcome: string;
    try {
      outcome = readNote(text).path;
    } catch (error) {
      outcome = error instanceof Error ? error.message : "";
    }

    expect(outcome).toMatch(/^note\.md$|^This note is |^The front matter cannot be read/);
  });
});

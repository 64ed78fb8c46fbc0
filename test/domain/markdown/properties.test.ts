import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { generateDeck } from "../../../server/domain/markdown/deck.js";
import { UnreadableNoteError } from "../../../server/domain/markdown/unreadable.js";
import { markdownOf } from "../../../server/domain/markdown/tree/to-markdown.js";
import { plainText } from "../../../server/domain/markdown/tree/plain-text.js";
import { textOf } from "../../../server/domain/markdown/tree/inline.js";
import { treeOf } from "../../../server/domain/markdown/tree/tree-of.js";
import { noteParser } from "../../../server/domain/markdown/syntax/parser.js";
import { readNote } from "../../support/generate.js";
import { runs } from "../../support/runs.js";

/** Bits of which notes, and broken notes, are made. */
const pieces = [
  "# Layers",
  "## What is a layer?",
  "## `docker ps`",
  "## Flags of `docker run`",
  "3. `docker images`",
  "A layer is a stored set of files.",
  "**Volume**: a store",
  "- **Volume**: a store of files.",
  "- **Bind mount** – a path.",
  "- `-d`, `--detach`: starts it.",
  "-f: location",
  "- **Usage**: It lists.",
  "- **Example**: `docker ps -a` — all.",
  "Q: What?",
  "A: That.",
  "A:",
  "Q:",
  "C: [x]",
  "---",
  "+++",
  "```",
  "~~~sh",
  "<!-- nocards -->",
  "<!-- nocards:start -->",
  "<!--",
  "-->",
  "> quote",
  "| a | b |",
  "|---|---|",
  "| `-x` | does x |",
  "## Images vs. containers",
  "| Aspect | Images | Containers |",
  "| Start | a build | a run |",
  "| # | Term | Meaning (kg) |",
  "- **Life**: Images stay. Containers end.",
  "    indented",
  "\tindented",
  "        - deep",
  "Term\n: definition",
  "[^1]",
  "[^1]: note",
  "{{< x >}}",
  "**broken",
  "`broken",
  "![i](a.png)",
  "![Leaves drying on a tray](a.png)",
  "> — Lu Yu",
  "```dockerfile",
  "```yaml",
  "# Fetch the libraries first",
  "  # Wait for the database",
  "  restart: always",
  "RUN npm ci",
  "# Dockerfile",
  "- `COPY`: brings files along.",
  "WORKDIR - sets the directory",
  "[l](javascript:x)",
  "<script>",
  "&amp;",
  "\\",
  "é",
  "容器是什么？",
  "\u0000",
  "\uFEFF",
  "\r",
  "\u2028",
  "😀",
  "^id",
  " ^id",
  "1.",
  "1) x",
  "* * *",
  "====",
  "title: x",
  "cards: off",
  "",
  "",
  " ",
];
const note = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...pieces) },
      { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 12 }) },
    ),
    { maxLength: 30 },
  )
  .chain((parts) =>
    fc
      .array(fc.constantFrom("\n", "\n", "\n\n", " "), { minLength: parts.length, maxLength: parts.length })
      .map((gaps) => parts.map((part, index) => part + (gaps[index] ?? "")).join("")),
  );

describe("laws of the generator", () => {
  it("any text, when it is read, gives cards with a place in the file, or is refused with a reason", () => {
    fc.assert(
      fc.property(note, (text) => {
        const lines = text.replace(/\r\n?/g, "\n").split("\n").length;
        try {
          const document = readNote(text);
          generateDeck([document]);
          for (const fact of document.facts) {
            expect(fact.line).toBeGreaterThan(0);
            expect(fact.line).toBeLessThanOrEqual(lines);
            expect(new Set(fact.cards.map(({ facet }) => facet)).size).toBe(fact.cards.length);
          }
          expect(document.bodyHtml).not.toMatch(/<script|(?:href|src)="\s*javascript:/i);
        } catch (error) {
          if (!(error instanceof UnreadableNoteError)) throw error;
        }
      }),
      { numRuns: runs(150, 20_000) },
    );
  });

  it("documents, when they come in any order, give the same deck", () => {
    const documents = ["a/1.md", "a/2.md", "b.md"].map((path, index) =>
      readNote(
        `# Notes ${index}\n\n## What is a layer?\n\nA layer is a stored set of files, part ${index}.\n\n- **Tag**: a label, the ${index}th.\n- **Digest**: a fingerprint of bytes.\n`,
        path,
      ),
    );
    const expected = JSON.stringify(generateDeck(documents));

    fc.assert(
      fc.property(fc.shuffledSubarray(documents, { minLength: 3 }), (shuffled) => {
        expect(JSON.stringify(generateDeck(shuffled))).toBe(expected);
      }),
      { numRuns: runs(10, 100) },
    );
  });

  it("a line of Markdown, when it is written anew and read again, has the same words", () => {
    const inline = fc.array(
      fc.constantFrom(
        "a",
        "b c",
        " ",
        "*",
        "**",
        "_",
        "__",
        "`",
        "``",
        "[",
        "](u)",
        "]",
        "<",
        ">",
        "&",
        "&lt;",
        "\\",
        "!",
        "~~",
        "#",
        "1. ",
        "- ",
        "é",
        ".",
      ),
      { maxLength: 14 },
    );

    fc.assert(
      fc.property(inline, (parts) => {
        const [block] = treeOf(noteParser.parse(`x ${parts.join("")}`, {}), 0);
        if (block?.kind !== "paragraph" || JSON.stringify(block).includes('"html"')) return;
        expect(plainText(markdownOf(block.content)).replace(/\s+/g, " ").trim()).toBe(
          textOf(block.content).replace(/\s+/g, " ").trim(),
        );
      }),
      { numRuns: runs(300, 50_000) },
    );
  });
});

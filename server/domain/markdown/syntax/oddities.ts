import type { Token } from "markdown-it";
import type { Block, Inline } from "../tree/blocks.js";
import { withoutMarks } from "../tree/inline.js";

/** Something that an author should know, with its 1-based line. */
interface Oddity {
  readonly line: number;
  readonly message: string;
}

/** What no card is made of, each kind once with the line of the first: shortcodes of site generators, and HTML. */
export function findForeign(blocks: readonly Block[]): Oddity[] {
  const shortcodes = linesWith(blocks, (block) => textsOf(block).some((text) => /\{\{[<%]?.*[>%]?\}\}|\{%.*%\}/.test(text)));
  const html = linesWith(blocks, (block) => block.kind === "html" && !/^\s*<!--/.test(block.html));
  return [
    ...once(
      shortcodes,
      (count) =>
        `${count} of a site generator, the first here, ${plural(count, "is", "are")} left as written: no card is made of that.`,
      "shortcode",
    ),
    ...once(html, (count) => `${count} of HTML, the first here, ${plural(count, "makes", "make")} no cards.`, "block"),
  ];
}

function once(lines: readonly number[], words: (count: string) => string, noun: string): Oddity[] {
  const [line] = lines;
  if (line === undefined) return [];
  return [{ line, message: words(lines.length === 1 ? `One ${noun}` : `${lines.length} ${noun}s`) }];
}

function plural(count: string, one: string, many: string): string {
  return count.startsWith("One ") ? one : many;
}

function linesWith(blocks: readonly Block[], matches: (block: Block) => boolean): number[] {
  return blocks.flatMap((block) => [...(matches(block) ? [block.line] : []), ...linesWith(blocksIn(block), matches)]);
}

function blocksIn(block: Block): readonly Block[] {
  if (block.kind === "quote") return block.blocks;
  return block.kind === "list" ? block.items.flatMap((item) => item.blocks) : [];
}

function textsOf(block: Block): string[] {
  const contents: readonly (readonly Inline[])[] =
    block.kind === "paragraph" || block.kind === "heading"
      ? [block.content]
      : block.kind === "list"
        ? block.items.map((item) => item.content)
        : [];
  return contents.flatMap((content) => withoutMarks(content).flatMap((node) => (node.kind === "text" ? [node.text] : [])));
}

/** Tables that are none, and rows that lose cells; `text` is what `tokens` were made of, below `linesAbove` lines of the file. */
export function findBrokenTables(text: string, tokens: readonly Token[], linesAbove: number): Oddity[] {
  const lines = text.split("\n");
  const found: Oddity[] = [];
  for (const token of tokens) {
    const [start, end] = token.map ?? [0, 0];
    if (token.type === "paragraph_open" && looksLikeTable(lines.slice(start, end)))
      found.push({
        line: start + 1 + linesAbove,
        message: "This is no table: its second line needs as many |---| as the first has columns.",
      });
    if (token.type !== "table_open") continue;
    const columns = columnsOf(lines[start] ?? "");
    for (let line = start + 2; line < end; line++) {
      if (columnsOf(lines[line] ?? "") > columns)
        found.push({
          line: line + 1 + linesAbove,
          message: "This row has more cells than its table has columns: the last ones are not read.",
        });
    }
  }
  return found;
}

function looksLikeTable(lines: readonly string[]): boolean {
  return lines.length > 1 && /^\s*\|.*\|\s*$/.test(lines[0] ?? "") && /^[\s|:-]*-[\s|:-]*$/.test(lines[1] ?? "");
}

/** How many cells a line of a table has; a `|` behind a backslash belongs to its cell. */
function columnsOf(line: string): number {
  const bare = line
    .trim()
    .replace(/\\\|/g, "")
    .replace(/^\||\|$/g, "");
  return bare.split("|").length;
}

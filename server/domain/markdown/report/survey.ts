import { createHash } from "node:crypto";
import { genericHeadings, genericLabels, stopWords } from "../language/english-words.js";
import { countWords } from "../language/words.js";
import { cutFrontMatter } from "../front-matter.js";
import { decodeNote } from "../decode.js";
import { frontMatterSections } from "../outline/front-matter-sections.js";
import { sectionsOf, type Section } from "../outline/sections.js";
import { parseText } from "../parse.js";
import { titleOf } from "../phrase/heading.js";
import { baseOf } from "../phrase/verb.js";
import type { Block, Inline } from "../tree/blocks.js";
import { isAllCode, textOf, withoutMarks } from "../tree/inline.js";
import { markdownOfBlocks } from "../tree/to-markdown.js";

/** A term that a note teaches: the head noun of a heading, what is bold or code, the key of a table's row. */
interface Term {
  readonly term: string;
  readonly isCode: boolean;
  readonly line: number;
}

/** A section as the report weighs it. */
export interface SurveyedSection {
  readonly heading: string;
  readonly line: number;
  /** The last line, itself included. */
  readonly endLine: number;
  readonly words: number;
  /** Words outside blocks of code. */
  readonly proseWords: number;
  readonly terms: readonly Term[];
  /** The section as it is written. */
  readonly text: string;
}

/** What a note holds that cards could be about. */
export interface Survey {
  readonly path: string;
  readonly hash: string;
  readonly sections: readonly SurveyedSection[];
}

/** A longer marked phrase is a sentence, no term; in words. */
const longestTerm = 5;

/** Reads a note for what it could be asked about. Throws UnreadableNoteError as `parseDocument` does. */
export function surveyDocument({ path, bytes }: { readonly path: string; readonly bytes: Uint8Array }): Survey {
  const whole = decodeNote(bytes).text;
  const { entries, text, linesAbove } = cutFrontMatter(whole);
  const lines = whole.split("\n");
  const lists = frontMatterSections(entries, lines.slice(0, linesAbove));
  const sections = [...lists, ...sectionsOf(parseText(text, linesAbove).blocks)];
  return {
    path: path.normalize("NFC"),
    hash: createHash("sha256").update(bytes).digest("hex"),
    sections: sections.map((section, index) => {
      const endLine = (sections[index + 1]?.line ?? lines.length + 1) - 1;
      return {
        heading: textOf(section.headings.at(-1)?.content ?? []).trim(),
        line: section.line,
        endLine,
        words: section.words,
        proseWords: countWords(markdownOfBlocks(section.blocks.filter((block) => block.kind !== "code"))),
        terms: termsOf(section),
        text: lines.slice(section.line - 1, endLine).join("\n"),
      };
    }),
  };
}

/** The terms of one section, each once. */
function termsOf(section: Section): Term[] {
  const heading = section.headings.at(-1);
  const found = [
    ...(heading ? [...headingTerms(titleOf(heading), heading.line), ...markedTerms(titleOf(heading), heading.line)] : []),
    ...section.blocks.flatMap(blockTerms),
  ];
  const names = new Set<string>();
  return found.filter(({ term, isCode }) => isFirst(names, `${String(isCode)} ${term.toLowerCase()}`));
}

/** Whether `name` is not among `names` yet; it is afterwards. */
export function isFirst(names: Set<string>, name: string): boolean {
  if (names.has(name)) return false;
  names.add(name);
  return true;
}

/** The head noun of a heading, where it has one: the last word with content before a preposition or a verb takes over. */
function headingTerms(title: readonly Inline[], line: number): Term[] {
  if (isAllCode(title) || genericHeadings.has(textOf(title).toLowerCase().replace(/\s+/g, "-"))) return [];
  const words = textOf(title).match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu) ?? [];
  let head: string | null = null;
  for (const word of words) {
    const lower = word.toLowerCase();
    if (!stopWords.has(lower) && (head === null || baseOf(lower) === null)) head = word;
    else if (head !== null) break;
  }
  return head === null ? [] : [{ term: head, isCode: false, line }];
}

function blockTerms(block: Block): Term[] {
  switch (block.kind) {
    case "paragraph":
      return markedTerms(block.content, block.line);
    case "list":
      return block.items.flatMap((item) => [...markedTerms(item.content, item.line), ...item.blocks.flatMap(blockTerms)]);
    case "quote":
      return block.blocks.flatMap(blockTerms);
    case "definitions":
      return block.entries.flatMap((entry) => [
        ...termOf(textOf(entry.term), isAllCode(entry.term), entry.line),
        ...entry.blocks.flatMap(blockTerms),
      ]);
    case "table":
      return block.rows.flatMap(({ cells, line }) => termOf(textOf(cells[0] ?? []), isAllCode(cells[0] ?? []), line));
    default:
      return [];
  }
}

function markedTerms(content: readonly Inline[], line: number): Term[] {
  return content.flatMap((node) => {
    if (node.kind === "code") return termOf(node.text, true, line);
    if (node.kind === "strong")
      return isAllCode(node.children)
        ? markedTerms(node.children, line)
        : termOf(textOf(withoutMarks(node.children)), false, line);
    return "children" in node ? markedTerms(node.children, line) : [];
  });
}

function termOf(text: string, isCode: boolean, line: number): Term[] {
  const term = text.replace(/[\s:.–—-]+$/u, "").trim();
  const isLabel = !isCode && genericLabels.has(term.toLowerCase().replace(/\s+/g, "-"));
  const isTerm = countWords(term) <= longestTerm && /[\p{L}\p{N}]/u.test(term) && !isLabel;
  return isTerm ? [{ term, isCode, line }] : [];
}

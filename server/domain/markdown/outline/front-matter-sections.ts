import { countWords } from "../language/words.js";
import { noteParser } from "../syntax/parser.js";
import type { Definition, Heading, Inline } from "../tree/blocks.js";
import { inlinesOf } from "../tree/inlines-of.js";
import type { Section } from "./sections.js";

/** Lists of a site, not of a note's subject. */
const siteKeys =
  /^(?:authors?|contributors?|team|members|speakers|reviewers|menus?|nav(?:igation)?|links?|resources|images?|gallery|tags|categories|breadcrumbs?|sidebar|head|meta|cascade|sitemap|redirects?|aliases|features?|hero|cards|pages|related|see[-_]?also|inputs?|outputs?|params|parameters|props|commands|keywords)$/i;
/** An entry with one of these leads elsewhere. */
const leadingOn = ["link", "url", "href", "path", "page", "icon", "image", "src", "ref"];
const fewestEntries = 2;

/**
 * The lists of a front matter that explain something: arrays of maps with a title and a description, each a section with a definition list under its key
 * in words. `lines` are the lines of the front matter, the fences included.
 */
export function frontMatterSections(entries: Readonly<Record<string, unknown>>, lines: readonly string[]): Section[] {
  return Object.entries(entries).flatMap(([key, value]) => {
    const items = siteKeys.test(key) ? [] : itemsOf(value);
    return items.length < fewestEntries ? [] : [sectionOf(key, items, lines)];
  });
}

interface Item {
  readonly title: string;
  readonly description: string;
}

/** The items of an array of maps that all explain something; none where one of them does not, or leads elsewhere. */
function itemsOf(value: unknown): Item[] {
  if (!Array.isArray(value)) return [];
  const items = value.map(itemOf).filter((item) => item !== null);
  return items.length === value.length ? items : [];
}

function itemOf(value: unknown): Item | null {
  if (typeof value !== "object" || value === null) return null;
  const map = new Map<string, unknown>(Object.entries(value));
  const title = map.get("title") ?? map.get("term");
  const description = map.get("description") ?? map.get("definition");
  if (typeof title !== "string" || typeof description !== "string" || leadingOn.some((key) => map.has(key))) return null;
  return title.trim() === "" || description.trim() === "" ? null : { title: title.trim(), description: description.trim() };
}

function sectionOf(key: string, items: readonly Item[], lines: readonly string[]): Section {
  const line = lineWith(lines, key, 1);
  const heading: Heading = { kind: "heading", level: 1, content: inlinesIn(inWords(key)), line, endLine: line, explicitId: null };
  let from = line;
  const entries = items.map(({ title, description }): Definition => {
    from = lineWith(lines, title.split("\n", 1)[0] ?? "", from);
    const content = inlinesIn(description);
    const paragraph = { kind: "paragraph", content, line: from, endLine: from, explicitId: null } as const;
    return { line: from, term: inlinesIn(title), blocks: [paragraph] };
  });
  const words = items.reduce((sum, { title, description }) => sum + countWords(title) + countWords(description), 0);
  const block = { kind: "definitions", entries, line, endLine: from, explicitId: null } as const;
  return { headings: [heading], line, blocks: [block], words, isOutline: false };
}

/** 1-based number of the first line from `from` on that holds `text`; `from` where none does. */
function lineWith(lines: readonly string[], text: string, from: number): number {
  const index = lines.findIndex((line, at) => at >= from - 1 && line.includes(text));
  return index < 0 ? from : index + 1;
}

/** "the-basics" and "keyTerms" as words: "The basics", "Key terms". */
function inWords(key: string): string {
  const words = key
    .replace(/(?<=\p{Ll})(?=\p{Lu}\p{Ll})/gu, " ")
    .replace(/[-_\s]+/g, " ")
    .trim()
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function inlinesIn(markdown: string): Inline[] {
  return inlinesOf(noteParser.parseInline(markdown.replace(/\s*\n\s*/g, " "), {})[0]?.children ?? []);
}

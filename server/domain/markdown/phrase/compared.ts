import { contentStems, countWords, wordsOf } from "../language/words.js";
import type { Heading, Inline } from "../tree/blocks.js";
import { sliceInlines, textNode, textOf, trimInlines } from "../tree/inline.js";
import { titleOf } from "./heading.js";
import { capitalised } from "./noun.js";

/** One of two things that are compared. */
export interface Side {
  /** As its author wrote it. */
  readonly name: readonly Inline[];
  /** Stems and initials by which a text can only mean this side. */
  readonly marks: ReadonlySet<string>;
}

export type Sides = readonly [Side, Side];

const longestName = 6;
/** In characters. */
const longestHeading = 200;
const versus = /^(.+?)\s+(?:vs\.?|versus)\s+(.+)$/i;
const between =
  /\b(?:differences?|comparison|distinction) (?:between|of)\s+(.+?)\s+and\s+(.+)$|\bunterschiede? zwischen\s+(.+?)\s+und\s+(.+)$|\b(?:différences?|comparaison) entre\s+(.+?)\s+et\s+(.+)$|\bdiferencias? entre\s+(.+?)\s+y\s+(.+)$/iu;
const betweenIdeographs = /^(.+?)[和与與跟](.+?)(?:之间|之間)?的?(?:区别|區別|差异|差異|比较|比較|对比|對比)/u;
const differing =
  /^how (?:is|are)\s+(.+?)\s+different (?:from|to|than)\s+(.+)$|^how (?:do|does)\s+(.+?)\s+differ from\s+(.+)$|^how (?:do |does )?(.+?)\s+and\s+(.+?)\s+differ$|^(.+?)\s+(?:compared (?:to|with)|in contrast to)\s+(.+)$|^(?:comparing )?(.+?)\s+and\s+(.+?)(?:\s+compared|(?<=^comparing .*))$|^(.+?)\s+und\s+(.+?)\s+im vergleich$/iu;
/** "Advantages of A vs. B" and "Choosing A or B" speak of something else than the two. */
const noName =
  /^(?:advantages?|benefits?|pros|cons|why|when|how|what|which|where|choosing|using|moving|migrating|from|summary|table|list|types?)\b|,|\band\b|\bvs\b/i;
/** Headings that only announce a comparison of what the heading above them names. */
const announcement =
  /^(?:the )?(?:(?:key|main|major|basic|core|important|essential|quick|detailed|general|summary of)\s+)*(?:differences?|comparisons?|distinctions?|comparison table|comparison chart|side[- ]by[- ]side|at a glance|differences? in detail|summary|overview)(?: summary| table| chart)?$/i;
const comparing =
  /\b(?:differences?|differs?|different|vs\.?|versus|compar(?:ed|ing|isons?)|contrast(?:ed|s)?|distinctions?)(?=\W|$)/i;

/** The two things that the headings above a passage compare: the nearest does, or only announces what one further out names. */
export function sidesAbove(headings: readonly Heading[], title: string): Sides | null {
  const titles: readonly (readonly Inline[])[] = [[textNode(title)], ...headings.map(titleOf)];
  for (const words of [...titles].reverse()) {
    const sides = sidesIn(words);
    if (sides) return sides;
    if (textOf(words).length > longestHeading || !announcement.test(bare(textOf(words)))) return null;
  }
  return null;
}

/** Whether any heading above a passage compares just the two things that `sides` names. */
export function namesSides(headings: readonly Heading[], title: string, sides: Sides): boolean {
  return [[textNode(title)], ...headings.map(titleOf)].some((words) => {
    const named = sidesIn(words);
    return named !== null && sides.every(({ name }) => sideNamedIn(textOf(name), named) !== null);
  });
}

/** Whether the nearest heading says that something is compared, or only announces something below one that does. */
export function comparesAbove(headings: readonly Heading[], title: string): boolean {
  for (const text of [title, ...headings.map((heading) => textOf(titleOf(heading)))].reverse()) {
    if (text.length > longestHeading) return false;
    if (comparing.test(text)) return true;
    if (!announcement.test(bare(text))) return false;
  }
  return false;
}

/** Two things by their names; `null` where the names are too long for names, or the same. */
export function sidesOf(one: readonly Inline[], other: readonly Inline[]): Sides | null {
  const names = [one, other].map((name) => trimInlines(name));
  const texts = names.map(textOf);
  const [first = "", second = ""] = texts;
  if (texts.some((text) => text === "" || countWords(text) > longestName || noName.test(text))) return null;
  if (first.toLowerCase() === second.toLowerCase()) return null;
  return [
    { name: names[0] ?? [], marks: marksOf(first, second) },
    { name: names[1] ?? [], marks: marksOf(second, first) },
  ];
}

/** "Images vs. containers" */
export function comparisonOf([one, other]: Sides): Inline[] {
  return [...capitalised(one.name), textNode(" vs. "), ...other.name];
}

/** Which of the sides `text` names, by any of their marks; `null` where it names none or both. */
export function sideNamedIn(text: string, [one, other]: Sides): Side | null {
  const words = new Set([...wordsOf(text), ...contentStems(text)]);
  const [hasOne, hasOther] = [one, other].map(({ marks }) => [...marks].some((mark) => words.has(mark)));
  if (hasOne === hasOther) return null;
  return hasOne ? one : other;
}

function sidesIn(words: readonly Inline[]): Sides | null {
  const text = textOf(words);
  if (text.length > longestHeading) return null;
  const from = /^[^:：]*\b(?:comparison|differences?)\s*[:：]\s*/i.exec(text)?.[0].length ?? 0;
  const part = sliceInlines(words, from, from + bare(text.slice(from)).length);
  const said = textOf(part);
  for (const pattern of [between, betweenIdeographs, versus, differing]) {
    const found = pattern
      .exec(said)
      ?.slice(1)
      .filter((name) => name !== undefined);
    if (found) return sidesOf(partOf(part, said, found[0] ?? ""), partOf(part, said, withoutPlace(found[1] ?? ""), true));
  }
  return null;
}

/** "Lists and tuples in Python" are lists and tuples. */
function withoutPlace(name: string): string {
  return name.replace(/\s(?:in|on|for|within|when|under)\s.+$/i, "");
}

/** The nodes of `name`, which stands in `said`; the last place of it where `isLast`. */
function partOf(nodes: readonly Inline[], said: string, name: string, isLast = false): readonly Inline[] {
  const start = isLast ? said.lastIndexOf(name) : said.indexOf(name);
  return sliceInlines(nodes, start, start + name.length);
}

/** A heading without what follows a colon or stands in parentheses at its end, and without its mark. */
function bare(text: string): string {
  return text.replace(/\s*(?:[:：–—].*|\([^()]*\))$/u, "").replace(/[\s?？!.]+$/u, "");
}

function marksOf(name: string, other: string): Set<string> {
  const shared = contentStems(other);
  const marks = new Set([...contentStems(name)].filter((stem) => !shared.has(stem)));
  const initials = initialsOf(name);
  if (initials.length > 1 && initials !== initialsOf(other)) {
    marks.add(initials);
    marks.add(`${initials}s`);
  }
  return marks;
}

function initialsOf(name: string): string {
  return (name.match(/(?<![\p{L}\p{N}])\p{L}/gu) ?? []).join("").toLowerCase();
}

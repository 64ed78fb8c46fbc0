import { keyNouns, keywordNouns } from "../language/english-code-words.js";
import type { KnownNotation } from "../language/notations.js";
import { wordsOf } from "../language/words.js";
import type { Section } from "../outline/sections.js";
import { titleOf } from "../phrase/heading.js";
import type { Inline } from "../tree/blocks.js";
import { textOf } from "../tree/inline.js";
import type { Surroundings } from "./draft.js";

/** Keywords at the start of something that explains them: one, or two that it explains together. */
export interface Keywords {
  /** As the note writes them, with what they take: "COPY", "FROM <image>". */
  readonly written: readonly string[];
  readonly words: readonly string[];
}

/** A name that no word of every day is: "WORKDIR", "GROUP BY", "ExecStart", "depends_on". */
const isDistinct = /^\p{Lu}{2,}(?: \p{Lu}{2,})*$|\p{Ll}\p{Lu}|_/u;
/** What stands for what a keyword takes: "<src>", "[…]". */
const placeholder = /^(?:[<[{("'].*|.*[>\])}"']|…|\.{3})$/;
const mostTogether = 2;
/** So many blocks above are looked at for what a keyword belongs to. */
const nearest = 5;
/** Of a long text above, its end counts; in characters. */
const longestPlace = 500;

/** The keywords that `term` consists of, or `null`. Keywords that are words of every day must be code (`isCode`), unless the note names them itself. */
export function keywordsOf(term: string, isCode: boolean, { explained }: Surroundings): Keywords | null {
  const written = term.split(/\s*(?:[,/&]|\b(?:or|and)\b)\s*/).filter((part) => part !== "");
  const words = written.map((part) => keywordAtStart(part, explained)).filter((word) => word !== null);
  const areOwn = words.every((word) => explained.some(({ ownKeywords }) => ownKeywords.has(word)));
  const areClear = isCode || areOwn || words.every((word) => isDistinct.test(word));
  const isComplete = words.length === written.length && words.length > 0 && words.length <= mostTogether;
  return isComplete && areClear ? { written, words } : null;
}

/** The longest keyword that `text` begins with, if nothing but placeholders follow: "FROM <image>" → "FROM"; else `null`. */
function keywordAtStart(text: string, notations: readonly KnownNotation[]): string | null {
  const parts = text.replace(/[:=]$/, "").split(/\s+/);
  for (let count = Math.min(parts.length, 3); count > 0; count--) {
    const word = parts.slice(0, count).join(" ");
    if (notations.some(({ keywords }) => keywords.has(word)))
      return parts.slice(count).every((part) => placeholder.test(part)) ? word : null;
  }
  return null;
}

/** The keyword that a heading consists of ("`FROM`", "3. FROM", "The `SELECT` statement"), or `null`. */
export function keywordOfTitle(title: readonly Inline[], about: Surroundings): Keywords | null {
  const text = textOf(title).replace(/^the\s+/i, "");
  const noun = /\s(\p{L}+)$/u.exec(text)?.[1]?.toLowerCase() ?? "";
  const name = keywordNouns.has(noun) ? text.slice(0, -noun.length - 1).trim() : text;
  const isCode = title.some((node) => node.kind === "code" && node.text === name);
  const found = keywordsOf(name, isCode, about);
  return found?.words.length === 1 && found.words[0] === name ? found : null;
}

/** What names the notation that keywords in a block are of, the nearest first, in lower case. */
export type PlacesAbove = readonly string[];

/** The section's heading, the block above, the headings further out, the title, and what is higher up in the section. */
export function placesAbove(section: Section, blockIndex: number, { title }: Surroundings): PlacesAbove {
  const headings = section.headings.map((heading) => textOf(titleOf(heading))).reverse();
  const [intro, ...above] = section.blocks
    .slice(Math.max(0, blockIndex - nearest), blockIndex)
    .reverse()
    .map((block) => (block.kind === "paragraph" ? textOf(block.content) : ""));
  return [...headings.slice(0, 1), ...(intro === undefined ? [] : [intro]), ...headings.slice(1), title, ...above].map((place) =>
    place.slice(-longestPlace).toLowerCase(),
  );
}

/**
 * The notation that all of `words` are of: the one whose keywords the note itself names, else the one that is named nearest above. `null` where
 * nothing names one, where a place names two, and for words of every day where neither what is said about them nor what is right above says
 * that they are keys.
 */
export function notationOf(
  words: readonly string[],
  { places, said }: { places: PlacesAbove; said: readonly Inline[] },
  { explained }: Surroundings,
): KnownNotation | null {
  const candidates = explained.filter(({ keywords }) => words.every((word) => keywords.has(word)));
  const own = candidates.filter(({ ownKeywords }) => words.every((word) => ownKeywords.has(word)));
  if (own.length > 0 || candidates.length === 0) return only(own);
  if (!words.every((word) => isDistinct.test(word)) && !saysKeys([textOf(said), ...places.slice(0, 2)])) return null;
  for (const place of places) {
    const named = candidates.filter(({ called }) => called.some((name) => isSaidIn(place, name)));
    if (named.length > 0) return only(named);
  }
  return null;
}

function saysKeys(texts: readonly string[]): boolean {
  return wordsOf(texts.join(" ")).some((word) => keyNouns.has(word));
}

/** Whether `text` holds `name` as words of its own. */
function isSaidIn(text: string, name: string): boolean {
  const isLetter = (at: number): boolean => /[\p{L}\p{N}]/u.test(text.charAt(at));
  for (let start = text.indexOf(name); start >= 0; start = text.indexOf(name, start + 1)) {
    if (!isLetter(start - 1) && !isLetter(start + name.length)) return true;
  }
  return false;
}

function only(notations: readonly KnownNotation[]): KnownNotation | null {
  return notations.length === 1 ? (notations[0] ?? null) : null;
}

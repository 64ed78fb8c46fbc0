import type { AnswerEnd } from "./dialects/question-answer.js";
import { looksEnglish } from "./language/looks-english.js";
import { countWords } from "./language/words.js";
import { readOwnWords } from "./own-words.js";
import type { OwnWords } from "./own-words.js";
import { titleOf } from "./phrase/heading.js";
import type { Block } from "./tree/blocks.js";
import { textOf } from "./tree/inline.js";
import { markdownOfBlocks } from "./tree/to-markdown.js";

/** What the front matter says, and what stands in for it where it says nothing. */
export interface NoteSettings {
  readonly title: string;
  /** BCP 47; `und` where the front matter names none and the text does not look English. */
  readonly language: string;
  /** Which cards the note makes: all kinds, only those written as cards, or none. */
  readonly cards: "all" | "written" | "none";
  readonly answerEnd: AnswerEnd;
  /** Programs and keywords that the note names (`commands`, `keywords`). */
  readonly ownWords: OwnWords;
  readonly problems: readonly { readonly line: number; readonly message: string }[];
}

/** So many words outside tables and code show a note's language better than the whole of it. */
const fewestWordsOfProse = 40;
/** Longer titles are cut; in characters. */
const longestTitle = 200;

/** Reads `title`, `lang` or `language`, `cards`, `commands` and `keywords` of a note's front matter. */
export function settingsOf(entries: Readonly<Record<string, unknown>>, blocks: readonly Block[], path: string): NoteSettings {
  const cards = cardsSetting(entries["cards"]);
  const own = readOwnWords(entries);
  return {
    title: titleFrom(entries["title"], blocks, path),
    language: languageFrom(entries, blocks),
    cards: cards.cards,
    answerEnd: cards.answerEnd,
    ownWords: own.words,
    problems: [
      ...(cards.isKnown
        ? []
        : [{ line: 1, message: "The front matter's cards: is none of explicit, hashcards, off. It is ignored." }]),
      ...own.problems,
    ],
  };
}

function cardsSetting(value: unknown): Pick<NoteSettings, "cards" | "answerEnd"> & { isKnown: boolean } {
  const all = { cards: "all", answerEnd: "paragraph" } as const;
  if (value === undefined || value === null || value === true || value === "on") return { ...all, isKnown: true };
  if (value === false || value === "off" || value === "none") return { ...all, cards: "none", isKnown: true };
  if (value === "explicit") return { ...all, cards: "written", isKnown: true };
  if (value === "hashcards") return { cards: "written", answerEnd: "card", isKnown: true };
  return { ...all, isKnown: false };
}

function titleFrom(value: unknown, blocks: readonly Block[], path: string): string {
  const first = blocks.find((block) => block.kind === "heading" && block.level === 1);
  const heading = first?.kind === "heading" ? textOf(titleOf(first)).trim() : "";
  const written = typeof value === "string" || typeof value === "number" ? String(value).trim() : "";
  return (written || heading || nameOf(path)).replace(/\s+/g, " ").slice(0, longestTitle);
}

/** "docker/02-image-layers.md" → "Image layers" */
function nameOf(path: string): string {
  const stem = (path.split("/").at(-1) ?? path).replace(/\.(?:md|markdown)$/i, "");
  const words =
    stem
      .replace(/^\d+[-_. ]+(?=\S)/, "")
      .replace(/[-_]+/g, " ")
      .trim() || stem;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function languageFrom(entries: Readonly<Record<string, unknown>>, blocks: readonly Block[]): string {
  const named = entries["lang"] ?? entries["language"];
  if (typeof named === "string" && /^[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*$/.test(named)) return named.replaceAll("_", "-");
  return looksEnglish(proseOf(blocks)) ? "en" : "und";
}

/** The text that tells the language of a note: what stands in sentences, or all of it where that is little. */
function proseOf(blocks: readonly Block[]): string {
  const prose = markdownOfBlocks(blocks.filter((block) => block.kind !== "table" && block.kind !== "code"));
  return countWords(prose) >= fewestWordsOfProse ? prose : markdownOfBlocks(blocks);
}

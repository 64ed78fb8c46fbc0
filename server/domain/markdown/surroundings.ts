import type { Surroundings } from "./extract/draft.js";
import { namedPhrases } from "./extract/named-phrases.js";
import { learnCasing } from "./language/casing.js";
import { learnTerms } from "./language/document-terms.js";
import { stopWords } from "./language/english-words.js";
import { notationsWith } from "./language/notations.js";
import type { KnownNotation } from "./language/notations.js";
import type { Section } from "./outline/sections.js";
import { joinOwnWords } from "./own-words.js";
import type { OwnWords } from "./own-words.js";
import { english } from "./phrase/english.js";
import { neutral } from "./phrase/neutral.js";
import type { NoteSettings } from "./settings.js";
import type { Block } from "./tree/blocks.js";
import { proseOf } from "./tree/inline.js";

/** What there is about a note besides its sections and its settings. */
export interface Note {
  readonly text: string;
  /** What the descriptions of the decks that it is in name. */
  readonly deckWords: OwnWords;
}

/** What the rules may know about the note that a section belongs to. */
export function surroundingsOf(sections: readonly Section[], settings: NoteSettings, { text, deckWords }: Note): Surroundings {
  const headings = new Set(sections.flatMap((section) => section.headings));
  const running = [
    ...sections.flatMap((section) => section.blocks.flatMap(runningText)),
    ...[...headings].map((heading) => proseOf(heading.content)).filter(isWrittenAsSentence),
  ];
  const ownWords = joinOwnWords(deckWords, settings.ownWords);
  const notations = notationsWith(ownWords.keywords);
  const isEnglish = /^en(?:-|$)/i.test(settings.language);
  return {
    title: settings.title,
    isEnglish,
    templates: isEnglish ? english : neutral,
    casing: learnCasing(running),
    terms: learnTerms(() => namedPhrases(sections), running),
    programs: new Set(ownWords.programs),
    notations,
    explained: notationsSaidIn(`${settings.title}\n${text}`, notations),
  };
}

/** The notations with keywords, but for those whose name has other meanings, where the note says nothing that tells which is meant. */
function notationsSaidIn(text: string, notations: readonly KnownNotation[]): KnownNotation[] {
  const said = text.toLowerCase();
  return notations.filter(
    ({ keywords, saidWith }) => keywords.size > 0 && (saidWith.length === 0 || saidWith.some((words) => said.includes(words))),
  );
}

/** Whether a heading has capitals only where a sentence would: "What the cache keeps", not "What the Cache Keeps". */
function isWrittenAsSentence(heading: string): boolean {
  const inner = wordsAfterFirst(heading).filter((word) => !stopWords.has(word.toLowerCase()));
  const small = inner.filter((word) => /^\p{Ll}/u.test(word)).length;
  return small > 0 && small >= inner.length - small;
}

function wordsAfterFirst(text: string): string[] {
  return (text.match(/\p{L}[\p{L}\p{N}-]*/gu) ?? []).slice(1);
}

function runningText(block: Block): string[] {
  switch (block.kind) {
    case "paragraph":
      return [proseOf(block.content)];
    case "list":
      return block.items.flatMap((item) => [proseOf(item.content), ...item.blocks.flatMap(runningText)]);
    case "quote":
      return block.blocks.flatMap(runningText);
    case "table":
      return block.rows.flatMap((row) => row.cells.map(proseOf));
    case "definitions":
      return block.entries.flatMap((entry) => entry.blocks.flatMap(runningText));
    default:
      return [];
  }
}

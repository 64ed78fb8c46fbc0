import { createHash } from "node:crypto";
import { decodeNote } from "./decode.js";
import { readWrittenCards } from "./dialects/question-answer.js";
import type { WrittenCard } from "./dialects/question-answer.js";
import { frontMatterFacts } from "./extract/definition-list.js";
import type { FactDraft } from "./extract/draft.js";
import { factsOfSection } from "./extract/extract.js";
import { writtenFact } from "./extract/written.js";
import { plainFact } from "./extract/plain.js";
import { cutFrontMatter } from "./front-matter.js";
import type { Fact, ParsedDocument, Problem } from "./model.js";
import { frontMatterSections } from "./outline/front-matter-sections.js";
import { sectionsOf } from "./outline/sections.js";
import type { Section } from "./outline/sections.js";
import { suppressedLines } from "./outline/suppressors.js";
import { noOwnWords } from "./own-words.js";
import type { OwnWords } from "./own-words.js";
import { parseText } from "./parse.js";
import type { ParsedText } from "./parse.js";
import { referencesOf } from "./references.js";
import { renderTokens } from "./render/render.js";
import { settingsOf } from "./settings.js";
import type { NoteSettings } from "./settings.js";
import { findBrokenMarks } from "./syntax/broken-marks.js";
import { findBrokenTables, findForeign } from "./syntax/oddities.js";
import { surroundingsOf } from "./surroundings.js";
import type { Note } from "./surroundings.js";

/** A note with what the gates over a whole deck need besides its facts. */
export interface ReadDocument extends ParsedDocument {
  /** Line and number of words of each section that may hold facts, in document order. */
  readonly sections: readonly { readonly line: number; readonly words: number }[];
  /** What its front matter names for the rules; that of a deck's description holds for every note of the deck. */
  readonly ownWords: OwnWords;
}

/** A note before it is read. */
export interface NoteToRead {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** What the descriptions of the decks that it is in name. */
  readonly deckWords?: OwnWords;
}

/**
 * Reads one note: its title, its HTML, its facts and their cards, each with the gate that it fails alone.
 * The same bytes give the same result, everywhere. Throws UnreadableNoteError when nothing can be concluded from the file
 * (not UTF-8, larger than 1 MB, empty, half written, too complex, front matter that cannot be read); everything less is among `problems`.
 */
export function parseDocument(file: NoteToRead): ReadDocument {
  const path = file.path.normalize("NFC");
  const decoded = decodeNote(file.bytes);
  const frontMatter = cutFrontMatter(decoded.text);
  const lists = frontMatterSections(frontMatter.entries, decoded.text.split("\n").slice(0, frontMatter.linesAbove));
  const parsed = parseText(frontMatter.text, frontMatter.linesAbove);
  const settings = settingsOf(frontMatter.entries, [...lists.flatMap(({ blocks }) => blocks), ...parsed.blocks], path);
  const written = writtenCards(frontMatter.text, parsed, frontMatter.linesAbove, settings);
  const plain =
    settings.cards === "all" ? plainBlocks(frontMatter.text, parsed, frontMatter.linesAbove, written.cards) : parsed.blocks;
  const sections = sectionsOf(plain);
  const drafts = draftsOf({ lists, sections }, settings, { text: frontMatter.text, deckWords: file.deckWords ?? noOwnWords });
  const explicit = written.cards.map((card) => writtenFact(card, path, parsed.blocks, settings.title));
  const facts = [...drafts.map((draft) => plainFact(draft, path, settings.title)), ...explicit.map((each) => each.fact)];
  const problems = [
    ...decoded.problems,
    ...settings.problems,
    ...parsed.problems,
    ...findBrokenMarks(parsed.blocks),
    ...findForeign(parsed.blocks),
    ...findBrokenTables(frontMatter.text, parsed.tokens, frontMatter.linesAbove),
    ...written.problems,
    ...explicit.flatMap((each) => each.problems),
  ];
  return {
    path,
    hash: createHash("sha256").update(file.bytes).digest("hex"),
    title: settings.title,
    language: settings.language,
    bodyHtml: renderTokens(parsed.tokens, parsed.env, frontMatter.linesAbove),
    facts: inOrder(facts),
    problems: problems.map((problem): Problem => ({ path, ...problem })).sort((a, b) => a.line - b.line),
    references: referencesOf(parsed.tokens, path, frontMatter.linesAbove),
    sections: [...lists, ...sections].map(({ line, words }) => ({ line, words })),
    ownWords: settings.ownWords,
  };
}

/** What a note is read as: the lists in its front matter, and the sections below it. */
interface Parts {
  readonly lists: readonly Section[];
  readonly sections: readonly Section[];
}

function draftsOf({ lists, sections }: Parts, settings: NoteSettings, note: Note): FactDraft[] {
  if (settings.cards !== "all") return [];
  const about = surroundingsOf([...lists, ...sections], settings, note);
  return [
    ...lists.flatMap((section) => frontMatterFacts(section, about)),
    ...sections.flatMap((section) => factsOfSection(section, about)),
  ];
}

type Written = ReturnType<typeof readWrittenCards>;

function writtenCards(text: string, parsed: ParsedText, linesAbove: number, settings: NoteSettings): Written {
  if (settings.cards === "none") return { cards: [], problems: [] };
  const isSuppressed = suppressedLines(parsed.blocks);
  const read = readWrittenCards(text, parsed.blocks, linesAbove, settings.answerEnd);
  return { cards: read.cards.filter((card) => !isSuppressed(card.line)), problems: read.problems };
}

/** The tree without the lines that hold written cards: what one syntax has read is hidden from the others. */
function plainBlocks(text: string, parsed: ParsedText, linesAbove: number, cards: readonly WrittenCard[]): ParsedText["blocks"] {
  if (cards.length === 0) return parsed.blocks;
  const lines = text.split("\n");
  for (const { line, endLine } of cards) lines.fill("", line - 1 - linesAbove, endLine - linesAbove);
  return parseText(lines.join("\n"), linesAbove).blocks;
}

function inOrder(facts: readonly Fact[]): Fact[] {
  return [...facts].sort((a, b) => a.line - b.line);
}

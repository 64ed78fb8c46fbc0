import { createHash } from "node:crypto";
import { diceOf, trigramsOf } from "../language/trigrams.js";
import { countWords } from "../language/words.js";
import type { CardKind, Fact, GeneratedCard, ParsedDocument, Rule } from "../model.js";
import { place, round, shareOf, toAsked, type Asked, type Found, type Share } from "./asked.js";
import { sectionCoverage, termCoverage } from "./coverage.js";
import { comesFromPassage, differInCode, isLeak, isSameQuestion, standsAlone } from "./quality.js";
import type { Survey } from "./survey.js";

/** The measures by which notes and the cards of them are judged, of cards that nobody wrote as cards. Shares are 0..1. */
export interface Report {
  readonly notes: number;
  readonly words: number;
  readonly cards: number;
  readonly withheld: number;
  /** Terms that at least one card asks for or answers with. */
  readonly terms: Share<Found>;
  /** Sections of at least 25 words with at least one card. */
  readonly sections: Share<Found>;
  /** Candidates of each rule, and how many passed the gates. */
  readonly rules: Readonly<Partial<Record<Rule, { readonly candidates: number; readonly passed: number }>>>;
  readonly kinds: Readonly<Record<CardKind, number>>;
  /** Cards that can be understood alone: nothing in them points outside, and the subject is in the question or its context. */
  readonly standAlone: Share<Found>;
  /** Cards whose answer comes from the passage that they name. */
  readonly provenance: Share<Found>;
  /** Questions that hold their answer, that are asked twice, and that are nearly the same as another. */
  readonly leaks: readonly Found[];
  readonly duplicates: readonly Found[];
  readonly nearDuplicates: readonly Found[];
  /** Words of the answers. */
  readonly answerWords: { readonly median: number; readonly p90: number; readonly longest: number };
  readonly cardsPer100Words: number;
  /** SHA-256 over all cards, hex: equal wherever the same notes are read. */
  readonly sha256: string;
}

/** Questions at least so alike, as trigram Dice, are nearly the same. */
const nearlySame = 0.9;

/** Judges the cards of `documents` against what their notes hold; `surveys` are of the same notes. */
export function reportOn(documents: readonly ParsedDocument[], surveys: readonly Survey[]): Report {
  const plain = documents.flatMap((document) => document.facts.filter((fact) => fact.origin === "plain"));
  const candidates = plain.flatMap((fact) => fact.cards.map((card) => ({ fact, card })));
  const asked = candidates.filter(({ card }) => card.gate === null).map(toAsked);
  const sections = surveys.flatMap(({ path, sections }) => sections.map((section) => ({ path, ...section })));
  const words = sections.reduce((sum, section) => sum + section.words, 0);
  const prompts = asked.map((each) => ({ each, trigrams: trigramsOf(each.prompt.toLowerCase()) }));
  return {
    notes: documents.length,
    words,
    cards: asked.length,
    withheld: candidates.length - asked.length,
    terms: termCoverage(sections, asked),
    sections: sectionCoverage(sections, asked),
    rules: countRules(candidates),
    kinds: countKinds(asked),
    standAlone: shareOf(asked, standsAlone, place),
    provenance: shareOf(asked, (each) => comesFromPassage(each, sections), place),
    leaks: asked.filter(isLeak).map(place),
    duplicates: asked.filter((each, index) => asked.findIndex((other) => isSameQuestion(other, each)) < index).map(place),
    nearDuplicates: prompts
      .filter(({ each, trigrams }, index) =>
        prompts
          .slice(0, index)
          .some(
            (other) =>
              other.each.card.kind === each.card.kind &&
              diceOf(other.trigrams, trigrams) >= nearlySame &&
              !differInCode(other.each, each),
          ),
      )
      .map(({ each }) => place(each)),
    answerWords: measureAnswers(asked),
    cardsPer100Words: words === 0 ? 0 : round((100 * asked.length) / words),
    sha256: createHash("sha256")
      .update(JSON.stringify(candidates.map(({ fact, card }) => [fact.path, fact.line, card])))
      .digest("hex"),
  };
}

function countRules(candidates: readonly { readonly fact: Fact; readonly card: GeneratedCard }[]): Report["rules"] {
  const counts: Partial<Record<Rule, { candidates: number; passed: number }>> = {};
  for (const { fact, card } of candidates) {
    const count = (counts[fact.rule] ??= { candidates: 0, passed: 0 });
    count.candidates++;
    if (card.gate === null) count.passed++;
  }
  return counts;
}

function countKinds(asked: readonly Asked[]): Report["kinds"] {
  const count = (kind: CardKind): number => asked.filter(({ card }) => card.kind === kind).length;
  return { basic: count("basic"), typed: count("typed"), cloze: count("cloze") };
}

function measureAnswers(asked: readonly Asked[]): Report["answerWords"] {
  const words = asked.map(({ answer }) => countWords(answer)).sort((a, b) => a - b);
  const at = (share: number): number => words[Math.ceil(share * words.length) - 1] ?? 0;
  return { median: at(0.5), p90: at(0.9), longest: words.at(-1) ?? 0 };
}

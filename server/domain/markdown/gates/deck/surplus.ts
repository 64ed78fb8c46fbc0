import type { ReadDocument } from "../../generate.js";
import { termWeights } from "./term-weights.js";
import type { Fact, Rule } from "../../model.js";
import type { DeckCard } from "./deck-card.js";
import { isOpen, withheld } from "./deck-card.js";

const mostPerFact = 3;
/** Of a list of which each item is asked for. */
const mostPerList = 5;
const mostPerSection = 12;
/** A note bears one card in so many words. */
const wordsPerCard = 25;
/** Where a fact takes no more words than this, as in a glossary, the first card of each stays, or most of its terms would be lost. */
const wordsPerTerseFact = 12;
/** However short a note is. */
const fewestPerNote = 5;

/** Rules whose facts make the better cards come first. */
const ruleRank: Readonly<Record<Rule, number>> = {
  ...{ explicit: 0, F1: 1, F5: 1, F6: 1, F3: 1, F8: 1, F12: 1, F13: 1, F18: 1 },
  ...{ F2: 2, F14: 2, F9: 3, F11: 3, F7: 4, F10: 5, F4: 6, F16: 7, F17: 7, F15: 8 },
};

/** G-cap: of the cards that a fact, a section or a note has too many of, those of the lowest rank are withheld. */
export function withholdSurplus(cards: readonly DeckCard[], documents: readonly ReadDocument[]): DeckCard[] {
  const asked = cards.filter((card) => card.card.gate === null);
  const notes = measure(documents, asked);
  const surplus = new Set<DeckCard>();
  const counts = new Map<string, number>();
  for (const ranked of rank(asked, notes)) {
    const limits = limitsOf(ranked, notes[ranked.card.documentIndex]);
    const isSurplus = isOpen(ranked.card) && limits.some(({ key, most }) => (counts.get(key) ?? 0) >= most);
    if (isSurplus) surplus.add(ranked.card);
    else for (const { key } of limits) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return cards.map((card) => (surplus.has(card) ? withheld(card, "G-cap") : card));
}

interface Ranked {
  readonly card: DeckCard;
  /** Which card of its fact it is, of those that passed: 0, 1, … */
  readonly turn: number;
  /** How much its term matters. */
  readonly weight: number;
  readonly section: string;
}

/** The best cards first: every section has its best card before any has its second, then every fact its first before any has its second. */
function rank(asked: readonly DeckCard[], notes: readonly Measured[]): Ranked[] {
  const weights = termWeights(asked);
  const counts = new Map<string, number>();
  const ranked = asked
    .map((card): Ranked => {
      const key = `${card.documentIndex}/${card.factIndex}`;
      const turn = counts.get(key) ?? 0;
      counts.set(key, turn + 1);
      return { card, turn, weight: weights.get(card.fact.term) ?? 0, section: sectionOf(card, notes[card.documentIndex]) };
    })
    .sort(compareRank);
  const sections = new Set<string>();
  const isBest = ranked.map(
    ({ section, card }) => !isOpen(card) || (!sections.has(section) && sections.add(section).has(section)),
  );
  return [...ranked.filter((_, index) => isBest[index]), ...ranked.filter((_, index) => !isBest[index])];
}

function compareRank(a: Ranked, b: Ranked): number {
  return (
    Number(isOpen(a.card)) - Number(isOpen(b.card)) ||
    a.turn - b.turn ||
    ruleRank[a.card.fact.rule] - ruleRank[b.card.fact.rule] ||
    b.weight - a.weight ||
    a.card.documentIndex - b.card.documentIndex ||
    a.card.factIndex - b.card.factIndex ||
    a.card.cardIndex - b.card.cardIndex
  );
}

interface Measured {
  /** Lines at which its sections begin, in order. */
  readonly starts: readonly number[];
  readonly mostCards: number;
  /** Its facts are as short as the entries of a glossary. */
  readonly isTerse: boolean;
}

function measure(documents: readonly ReadDocument[], asked: readonly DeckCard[]): Measured[] {
  const facts = documents.map(() => new Set<number>());
  for (const { documentIndex, factIndex } of asked) facts[documentIndex]?.add(factIndex);
  return documents.map(({ sections }, index) => {
    const words = sections.reduce((sum, section) => sum + section.words, 0);
    return {
      starts: sections.map(({ line }) => line),
      mostCards: Math.max(fewestPerNote, Math.floor(words / wordsPerCard)),
      isTerse: (facts[index]?.size ?? 0) * wordsPerTerseFact >= words,
    };
  });
}

/** How many cards may be where this one is. */
function limitsOf({ card, turn, section }: Ranked, note: Measured | undefined): { key: string; most: number }[] {
  const { documentIndex, factIndex, fact } = card;
  const isKept = !note || (note.isTerse && turn === 0);
  return [
    { key: `fact ${documentIndex}/${factIndex}`, most: isList(fact) ? mostPerList : mostPerFact },
    { key: `section ${section}`, most: mostPerSection },
    { key: `note ${documentIndex}`, most: isKept ? Number.MAX_SAFE_INTEGER : note.mostCards },
  ];
}

function isList({ rule }: Fact): boolean {
  return rule === "F4" || rule === "F10";
}

/** A name for the section that a card's fact is in: of the sections that begin above it, the last. */
function sectionOf({ documentIndex, fact }: DeckCard, note: Measured | undefined): string {
  const starts = note?.starts ?? [];
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= fact.line) low = middle + 1;
    else high = middle;
  }
  return `${documentIndex}/${low}`;
}

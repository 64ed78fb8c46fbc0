import type { ReadDocument } from "../../generate.js";
import { termWeights } from "./term-weights.js";
import type { Rule } from "../../model.js";
import type { DeckCard } from "./deck-card.js";
import { isOpen, withheld } from "./deck-card.js";

const mostPerFact = 3;
const mostPerSection = 12;
/** A note bears one card in so many words; but the first card of a fact always stays, or terse glossaries would lose most of their terms. */
const wordsPerCard = 25;
/** However short a note is. */
const fewestPerNote = 4;

/** Rules whose facts make the better cards come first. */
const ruleRank: Readonly<Record<Rule, number>> = { explicit: 0, F5: 1, F6: 1, F3: 1, F2: 2, F1: 2 };

/** G-cap: of the cards that a fact, a section or a note has too many of, those of the lowest rank are withheld. */
export function withholdSurplus(cards: readonly DeckCard[], documents: readonly ReadDocument[]): DeckCard[] {
  const weights = termWeights(cards);
  const asked = cards.filter((card) => card.card.gate === null);
  const turns = turnsOf(asked);
  const ranked = [...asked].sort((a, b) => compareRank(a, b, turns, weights));
  const surplus = new Set<DeckCard>();
  const counts = new Map<string, number>();
  for (const card of ranked) {
    const limits = limitsOf(card, documents, turns.get(card) === 0);
    const isSurplus = isOpen(card) && limits.some(({ key, most }) => (counts.get(key) ?? 0) >= most);
    if (isSurplus) surplus.add(card);
    else for (const { key } of limits) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return cards.map((card) => (surplus.has(card) ? withheld(card, "G-cap") : card));
}

/** Where each card stands among those of its fact that passed: 0, 1, … */
function turnsOf(asked: readonly DeckCard[]): Map<DeckCard, number> {
  const counts = new Map<string, number>();
  return new Map(
    asked.map((card) => {
      const key = `${card.documentIndex}/${card.factIndex}`;
      const turn = counts.get(key) ?? 0;
      counts.set(key, turn + 1);
      return [card, turn];
    }),
  );
}

/** Every fact has its first card before any has its second. */
function compareRank(
  a: DeckCard,
  b: DeckCard,
  turns: ReadonlyMap<DeckCard, number>,
  weights: ReadonlyMap<string, number>,
): number {
  return (
    Number(isOpen(a)) - Number(isOpen(b)) ||
    (turns.get(a) ?? 0) - (turns.get(b) ?? 0) ||
    ruleRank[a.fact.rule] - ruleRank[b.fact.rule] ||
    (weights.get(b.fact.term) ?? 0) - (weights.get(a.fact.term) ?? 0) ||
    a.documentIndex - b.documentIndex ||
    a.factIndex - b.factIndex ||
    a.cardIndex - b.cardIndex
  );
}

/** How many cards may be where this one is. */
function limitsOf(card: DeckCard, documents: readonly ReadDocument[], isFirst: boolean): { key: string; most: number }[] {
  const { documentIndex, factIndex, fact } = card;
  const sections = documents[documentIndex]?.sections ?? [];
  const section = sections.filter(({ line }) => line <= fact.line).length;
  const words = sections.reduce((sum, each) => sum + each.words, 0);
  return [
    { key: `fact ${documentIndex}/${factIndex}`, most: mostPerFact },
    { key: `section ${documentIndex}/${section}`, most: mostPerSection },
    {
      key: `note ${documentIndex}`,
      most: isFirst ? Number.MAX_SAFE_INTEGER : Math.max(fewestPerNote, Math.ceil(words / wordsPerCard)),
    },
  ];
}

import { trigramDice } from "../../language/trigrams.js";
import { wordsOf } from "../../language/words.js";
import { pushTo } from "../../push-to.js";
import type { DeckCard } from "./deck-card.js";
import { isOpen, picturesIn, withheld } from "./deck-card.js";

/** Questions at least so alike are one question in two wordings. */
const nearlySame = 0.9;
/** Two questions so alike differ in a word or so: they share one of so many of their rarest words. */
const rareWords = 2;
/** A question is compared with at most so many that share a rare word with it. */
const mostCompared = 100;

/** G-near: of two questions of one kind that are almost alike the later is withheld. Different code or numbers make different questions. */
export function withholdNearDuplicates(cards: readonly DeckCard[]): DeckCard[] {
  const asked = cards.filter((card) => card.card.gate === null);
  const counts = countWordsOf(asked);
  const kept = new Map<string, DeckCard[]>();
  const near = new Set<DeckCard>();
  for (const card of asked) {
    const particular = particulars(card);
    const keys = rarestWords(card, counts).map((word) => `${particular} ${word}`);
    const isNear = keys.some((key) => kept.get(key)?.some((earlier) => areNear(earlier.question, card.question)));
    if (isNear && isOpen(card)) near.add(card);
    else for (const key of keys) if ((kept.get(key)?.length ?? 0) < mostCompared) pushTo(kept, key, card);
  }
  return cards.map((card) => (near.has(card) ? withheld(card, "G-near") : card));
}

function areNear(one: string, other: string): boolean {
  const [shorter, longer] = [Math.min(one.length, other.length), Math.max(one.length, other.length)];
  return shorter >= 0.7 * longer && trigramDice(one, other) >= nearlySame;
}

function countWordsOf(cards: readonly DeckCard[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { question } of cards) for (const word of question.split(" ")) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function rarestWords({ question }: DeckCard, counts: ReadonlyMap<string, number>): string[] {
  const rarestFirst = (a: string, b: string): number => (counts.get(a) ?? 0) - (counts.get(b) ?? 0) || (a < b ? -1 : 1);
  return [...new Set(question.split(" "))].sort(rarestFirst).slice(0, rareWords);
}

/** The kind, the code, the pictures and the numbers of a question, and its place in a table or comparison: what makes look-alikes different. */
function particulars({ card, fact, question }: DeckCard): string {
  const signs = [...(card.prompt.match(/`+[^`]+`+/g) ?? []), ...picturesIn(card.prompt)];
  const place = fact.family === "table" || card.facet.startsWith("aspect:") ? [fact.term, card.facet] : [];
  return [card.kind, ...signs, ...wordsOf(question).filter((word) => /\d/.test(word)), ...place].join(" ");
}

import { diceOf, trigramsOf } from "../../language/trigrams.js";
import { wordsOf } from "../../language/words.js";
import { pushTo } from "../../push-to.js";
import type { DeckCard } from "./deck-card.js";
import { isOpen, picturesIn, withheld } from "./deck-card.js";

/** Questions at least so alike are one question in two wordings. */
const nearlySame = 0.9;
/** Two sets so alike share at least this part of either. */
const leastShared = nearlySame / (2 - nearlySame);

interface Question {
  readonly card: DeckCard;
  readonly trigrams: ReadonlySet<string>;
  /** Trigrams of which it shares at least one with every question nearly like it, the rarest of the deck. */
  readonly marks: readonly string[];
}

/** G-near: of two questions of one kind that are almost alike the later is withheld. Different code or numbers make different questions. */
export function withholdNearDuplicates(cards: readonly DeckCard[]): DeckCard[] {
  const kept = new Map<string, Question[]>();
  const near = new Set<DeckCard>();
  for (const question of questionsOf(cards.filter((card) => card.card.gate === null))) {
    const particular = particulars(question.card);
    const keys = question.marks.map((mark) => `${particular} ${mark}`);
    const isNear = keys.some((key) =>
      kept.get(key)?.some((earlier) => diceOf(earlier.trigrams, question.trigrams) >= nearlySame),
    );
    if (isNear && isOpen(question.card)) near.add(question.card);
    else for (const key of keys) pushTo(kept, key, question);
  }
  return cards.map((card) => (near.has(card) ? withheld(card, "G-near") : card));
}

function questionsOf(cards: readonly DeckCard[]): Question[] {
  const all = cards.map((card) => ({ card, trigrams: trigramsOf(card.question) }));
  const counts = new Map<string, number>();
  for (const { trigrams } of all) for (const each of trigrams) counts.set(each, (counts.get(each) ?? 0) + 1);
  const rarestFirst = (a: string, b: string): number => (counts.get(a) ?? 0) - (counts.get(b) ?? 0) || (a < b ? -1 : 1);
  return all.map(({ card, trigrams }) => {
    const needed = trigrams.size - Math.ceil(leastShared * trigrams.size) + 1;
    return { card, trigrams, marks: [...trigrams].sort(rarestFirst).slice(0, needed) };
  });
}

/** The kind, the code, the pictures and the numbers of a question, and its place in a table or comparison: what makes look-alikes different. */
function particulars({ card, fact, question }: DeckCard): string {
  const signs = [...(card.prompt.match(/`+[^`]+`+/g) ?? []), ...picturesIn(card.prompt)];
  const place = fact.family === "table" || card.facet.startsWith("aspect:") ? [fact.term, card.facet] : [];
  return [card.kind, ...signs, ...wordsOf(question).filter((word) => /\d/.test(word)), ...place].join(" ");
}

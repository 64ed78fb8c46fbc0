import { trigramDice } from "../../language/trigrams.js";
import { pushTo } from "../../push-to.js";
import type { DeckCard } from "./deck-card.js";
import { isOpen, normalised, withheld } from "./deck-card.js";

/** Answers at least so alike say the same. */
const sameAnswer = 0.6;

/**
 * G-dup: a question asked twice. Where the answers say the same, or the question asks what a term is, the first is kept.
 * Otherwise each gets the part of its way that tells it apart put before it; where nothing does, none is asked.
 */
export function withholdDuplicates(cards: readonly DeckCard[]): DeckCard[] {
  const groups = new Map<string, DeckCard[]>();
  for (const card of cards.filter((each) => each.card.gate === null)) {
    const key = [card.card.kind, card.question, ...signsIn(card.card.prompt)].join(" ");
    pushTo(groups, key, card);
  }
  const replaced = new Map<DeckCard, DeckCard>();
  for (const group of groups.values()) {
    if (group.length > 1) settle(group).forEach((after, index) => replaced.set(group[index] as DeckCard, after));
  }
  return cards.map((card) => replaced.get(card) ?? card);
}

/** Code as it is written: `==` and `!=` have no words, `p` and `P` the same. */
function signsIn(markdown: string): readonly string[] {
  return markdown.match(/`+[^`]+`+/g) ?? [];
}

/** What becomes of cards with one question, in the same order. */
function settle(group: readonly DeckCard[]): DeckCard[] {
  const kept = group.find((card) => !isOpen(card)) ?? group.find(isAskedByHeading) ?? group[0];
  if (!kept) return [];
  if (group.every((card) => card === kept || saysTheSame(card, kept))) {
    return group.map((card) => (card === kept || !isOpen(card) ? card : withheld(card, "G-dup")));
  }
  const told = group.map((card) => toldApart(card, group));
  return told.map((card, index) => card ?? withhold(group[index] as DeckCard));
}

/** The heading above it asks this very question: its answer is the one that the author meant. */
function isAskedByHeading({ fact, question }: DeckCard): boolean {
  return normalised(fact.headingPath.at(-1) ?? "") === question;
}

function withhold(card: DeckCard): DeckCard {
  return isOpen(card) ? withheld(card, "G-dup") : card;
}

function saysTheSame(card: DeckCard, other: DeckCard): boolean {
  const isTerm =
    card.fact.rule === "F2" || card.fact.rule === "F8" || (card.fact.rule === "F3" && /^what (?:is|are) /.test(card.question));
  return isTerm || trigramDice(normalised(card.card.answer), normalised(other.card.answer)) >= sameAnswer;
}

/** The card with the innermost part of its way before the question that none of the others has on theirs; `null` when there is none. */
function toldApart(card: DeckCard, group: readonly DeckCard[]): DeckCard | null {
  if (!isOpen(card)) return card;
  const others = group.filter((other) => other !== card);
  const segment = [...card.path].reverse().find((each) => !others.some((other) => other.path.includes(each)));
  if (segment === undefined) return null;
  const prompt = `${segment.replace(/[\\`*_[\]<]/g, "\\$&")}: ${card.card.prompt}`;
  const context = card.card.context.filter((each) => each !== segment);
  return { ...card, question: normalised(prompt), card: { ...card.card, prompt, context } };
}

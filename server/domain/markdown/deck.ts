import { withholdDuplicates } from "./gates/deck/duplicates.js";
import { withholdNearDuplicates } from "./gates/deck/near-duplicates.js";
import { withholdSurplus } from "./gates/deck/surplus.js";
import type { DeckCard } from "./gates/deck/deck-card.js";
import { deckCardsOf } from "./gates/deck/deck-card.js";
import type { ReadDocument } from "./generate.js";
import type { ParsedDocument } from "./model.js";

/**
 * Applies the gates that need a whole deck: questions asked twice, questions almost alike, more cards than a passage bears.
 * Documents may come in any order; they are given back ordered by path, segment by segment. Written cards are never withheld.
 */
export function generateDeck(documents: readonly ReadDocument[]): ParsedDocument[] {
  const ordered = [...documents].sort((a, b) => comparePaths(a.path, b.path));
  const cards = deckCardsOf(ordered);
  const asked = withholdNearDuplicates(withholdDuplicates(cards));
  const kept = withholdSurplus(asked, ordered);
  const byPlace = new Map(kept.map((card) => [placeKey(card), card]));
  return ordered.map(({ sections: _sections, ...document }, documentIndex) => ({
    ...document,
    facts: document.facts.map((fact, factIndex) => ({
      ...fact,
      cards: fact.cards.map((card, cardIndex) => byPlace.get(placeKey({ documentIndex, factIndex, cardIndex }))?.card ?? card),
    })),
  }));
}

type Place = Pick<DeckCard, "documentIndex" | "factIndex" | "cardIndex">;

function placeKey({ documentIndex, factIndex, cardIndex }: Place): string {
  return `${documentIndex}/${factIndex}/${cardIndex}`;
}

/** Order of paths, by code units within each segment: a folder's files stand together, on every machine the same. */
export function comparePaths(a: string, b: string): number {
  const [left, right] = [a.split("/"), b.split("/")];
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const [one, other] = [left[index], right[index]];
    if (one === other) continue;
    if (one === undefined) return -1;
    if (other === undefined) return 1;
    return one < other ? -1 : 1;
  }
  return 0;
}

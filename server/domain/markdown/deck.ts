import { comparePaths } from "./compare-paths.js";
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
  return ordered.map(({ sections: _sections, ownWords: _ownWords, ...document }, documentIndex) => ({
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

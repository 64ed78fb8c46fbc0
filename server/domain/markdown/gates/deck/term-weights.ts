import { contentStems, wordsOf } from "../../language/words.js";
import type { DeckCard } from "./deck-card.js";

/** How much each term matters to its notes: TF-IDF of its stems over the facts of the deck, the mean of them. */
export function termWeights(cards: readonly DeckCard[]): Map<string, number> {
  const facts = [...new Map(cards.map((card) => [`${card.documentIndex}/${card.factIndex}`, card.fact])).values()];
  const counts = new Map<string, number>();
  const documents = new Map<string, Set<string>>();
  for (const fact of facts) {
    for (const stem of contentStems(`${fact.term} ${fact.body}`)) {
      counts.set(stem, (counts.get(stem) ?? 0) + 1);
      documents.set(stem, (documents.get(stem) ?? new Set()).add(fact.path));
    }
  }
  const notes = new Set(facts.map((fact) => fact.path)).size;
  const weightOf = (stem: string): number => (counts.get(stem) ?? 0) * Math.log(1 + notes / (documents.get(stem)?.size ?? 1));
  return new Map(facts.map((fact) => [fact.term, meanWeight([...contentStems(fact.term)], weightOf, wordsOf(fact.term).length)]));
}

function meanWeight(stems: readonly string[], weightOf: (stem: string) => number, words: number): number {
  return stems.reduce((sum, stem) => sum + weightOf(stem), 0) / Math.max(1, words);
}

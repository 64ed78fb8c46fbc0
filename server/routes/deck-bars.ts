import type { TodayDeck } from "../../views/models.js";
import type { DeckToday } from "../store/read/queue.js";
import { deckAddress, quizAddress } from "./addresses.js";
import { deckTitle, totalOf } from "./deck-words.js";
import { number } from "./words.js";

/** Topmost decks with their sub-decks, those with something for today first; below one the parts that have something, where those are several. */
export function deckBars(decks: readonly DeckToday[]): TodayDeck[] {
  const trees = treesOf(decks);
  const largest = Math.max(1, ...trees.map(({ whole }) => totalOf(whole)));
  const bar = (name: string, depth: 0 | 1, { deck, ...today }: DeckToday): TodayDeck => {
    const total = totalOf(today);
    return {
      name,
      depth,
      url: deckAddress(deck.deckId),
      startUrl: total > 0 ? quizAddress(deck.deckId) : null,
      total: number(total),
      detail: detailOf(today),
      share: Math.round((total / largest) * 100),
    };
  };
  return trees
    .sort((a, b) => Number(totalOf(b.whole) > 0) - Number(totalOf(a.whole) > 0))
    .flatMap(({ whole, parts }) => {
      const busy = parts.filter((part) => totalOf(part) > 0);
      const nameBelow = ({ deck }: DeckToday): string => deckTitle(deck.name.slice(whole.deck.name.length + 2));
      return [
        bar(deckTitle(whole.deck.name), 0, whole),
        ...(busy.length < 2 ? [] : busy.filter((part) => part.deck !== whole.deck).map((part) => bar(nameBelow(part), 1, part))),
      ];
    });
}

interface Tree {
  /** The topmost deck, counted with all below it. */
  readonly whole: DeckToday;
  /** That deck and all below it, each counted alone. */
  readonly parts: readonly DeckToday[];
}

/** Studied decks by the topmost of them; a deck stands behind the one above it. */
function treesOf(decks: readonly DeckToday[]): Tree[] {
  const tops = new Map<number, number>();
  for (const { deck } of decks) tops.set(deck.deckId, tops.get(deck.parentId ?? -1) ?? deck.deckId);
  return decks
    .filter(({ deck }) => tops.get(deck.deckId) === deck.deckId)
    .map((top) => {
      const parts = decks.filter(({ deck }) => tops.get(deck.deckId) === top.deck.deckId);
      const sum = (of: (part: DeckToday) => number): number => parts.reduce((total, part) => total + of(part), 0);
      return {
        whole: {
          deck: top.deck,
          new: sum((part) => part.new),
          learning: sum((part) => part.learning),
          due: sum((part) => part.due),
        },
        parts,
      };
    });
}

/** "3 new · 2 learning · 7 due". */
function detailOf(today: Omit<DeckToday, "deck">): string {
  const parts = (["new", "learning", "due"] as const)
    .filter((key) => today[key] > 0)
    .map((key) => `${number(today[key])} ${key}`);
  return parts.length > 0 ? parts.join(" · ") : "nothing today";
}

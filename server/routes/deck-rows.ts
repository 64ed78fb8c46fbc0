import type { DeckRow } from "../../views/models.js";
import type { Queue } from "../store/read/queue.js";
import type { VisibleDeck } from "../store/read/visible-decks.js";
import { deckAddress } from "./addresses.js";
import { ownTitle, totalOf } from "./deck-words.js";
import { counted, number } from "./words.js";

/** Rows of a list of decks, each counted with its sub-decks; `decks` has parents before their children. */
export function deckRows(decks: readonly VisibleDeck[], queue: Queue): DeckRow[] {
  const depths = new Map<number, number>();
  return decks.map((deck): DeckRow => {
    const above = deck.parentId === null ? undefined : depths.get(deck.parentId);
    const depth = above === undefined ? 0 : Math.min(above + 1, 4);
    depths.set(deck.id, depth);
    const whole = [deck, ...decksBelow(deck.id, decks)];
    return {
      name: ownTitle(deck.name),
      url: deckAddress(deck.id),
      size: deckSize(whole),
      depth,
      ...(deck.isJoined ? todayOf(whole, queue) : { today: "not joined", isDue: false }),
    };
  });
}

/** All decks below one, in their order; `decks` has parents before their children. */
export function decksBelow(deckId: number, decks: readonly VisibleDeck[]): VisibleDeck[] {
  const within = new Set([deckId]);
  return decks.filter(({ id, parentId }) => {
    const isBelow = parentId !== null && within.has(parentId);
    if (isBelow) within.add(id);
    return isBelow;
  });
}

/** "97 cards in 8 notes", of some decks together. */
export function deckSize(decks: readonly VisibleDeck[]): string {
  const sum = (of: (deck: VisibleDeck) => number): number => decks.reduce((total, deck) => total + of(deck), 0);
  const cards = counted(
    sum(({ liveCards }) => liveCards),
    "card",
  );
  const sources = sum((deck) => deck.sources);
  return sources === 0 ? cards : `${cards} in ${counted(sources, "note")}`;
}

function todayOf(decks: readonly VisibleDeck[], queue: Queue): Pick<DeckRow, "today" | "isDue"> {
  const ids = new Set(decks.map(({ id }) => id));
  const total = queue.decks.reduce((sum, today) => sum + (ids.has(today.deck.deckId) ? totalOf(today) : 0), 0);
  return total === 0 ? { today: "nothing today", isDue: false } : { today: `${number(total)} today`, isDue: true };
}

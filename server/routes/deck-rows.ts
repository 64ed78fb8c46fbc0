import type { DeckRow } from "../../views/models.js";
import type { Queue } from "../store/read/queue.js";
import type { VisibleDeck } from "../store/read/visible-decks.js";
import { deckAddress } from "./addresses.js";
import { ownTitle, totalOf } from "./deck-words.js";
import { counted, number } from "./words.js";

/** Rows of a list of decks; `decks` has parents before their children. */
export function deckRows(decks: readonly VisibleDeck[], queue: Queue): DeckRow[] {
  const depths = new Map<number, number>();
  return decks.map((deck): DeckRow => {
    const above = deck.parentId === null ? undefined : depths.get(deck.parentId);
    const depth = above === undefined ? 0 : Math.min(above + 1, 4);
    depths.set(deck.id, depth);
    return {
      name: ownTitle(deck.name),
      url: deckAddress(deck.id),
      size: deckSize(deck),
      today: todayWords(deck, queue),
      depth,
      isJoined: deck.isJoined,
    };
  });
}

/** "97 cards in 8 notes". */
export function deckSize({ liveCards, sources }: VisibleDeck): string {
  const cards = counted(liveCards, "card");
  return sources === 0 ? cards : `${cards} in ${counted(sources, "note")}`;
}

function todayWords({ id, isJoined }: VisibleDeck, { decks }: Queue): string {
  if (!isJoined) return "not joined";
  const today = decks.find(({ deck }) => deck.deckId === id);
  const total = today === undefined ? 0 : totalOf(today);
  return total === 0 ? "nothing today" : `${number(total)} today`;
}

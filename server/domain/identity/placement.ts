import type { GeneratedCard } from "../markdown/model.js";
import { folderOf } from "./decks.js";
import { byPlace } from "./notes.js";
import type { StoredCard } from "./notes.js";
import type { SyncPlan } from "./plan.js";
import { assignPositions } from "./positions.js";

/** Where a card stands. */
export interface Place {
  readonly deckId: number;
  readonly position: number;
}

/**
 * The deck and the position of every card that the folder gives: cards follow the documents' order by path, the lines, and the order in
 * which their note gives them. `deckIds` has the deck of each folder.
 */
export function placeCards(plan: SyncPlan, deckIds: ReadonlyMap<string, number>): Map<GeneratedCard, Place> {
  const places = new Map<GeneratedCard, Place>();
  for (const [deckId, cards] of cardsByDeck(plan, deckIds)) {
    const positions = assignPositions(cards.map(({ stored }) => (stored?.deckId === deckId ? stored.position : null)));
    cards.forEach(({ card }, index) => places.set(card, { deckId, position: positions[index] ?? 0 }));
  }
  return places;
}

interface Placed {
  readonly card: GeneratedCard;
  readonly stored: StoredCard | null;
}

function cardsByDeck({ kept, fresh }: SyncPlan, deckIds: ReadonlyMap<string, number>): Map<number, Placed[]> {
  const notes = [
    ...kept.map(({ incoming, cards }) => ({ incoming, cards: cards.flatMap(placedOf) })),
    ...fresh.map(({ incoming, cards }) => ({ incoming, cards: cards.map(({ card }): Placed => ({ card, stored: null })) })),
  ].sort((a, b) => byPlace(a.incoming, b.incoming));
  const byDeck = new Map<number, Placed[]>();
  for (const { incoming, cards } of notes) {
    const deckId = deckIds.get(folderOf(incoming.path));
    if (deckId === undefined) throw new Error(`No deck was made for the folder of ${incoming.path}.`);
    const before = byDeck.get(deckId);
    if (before) before.push(...cards);
    else byDeck.set(deckId, cards);
  }
  return byDeck;
}

function placedOf(change: SyncPlan["kept"][number]["cards"][number]): Placed[] {
  switch (change.act) {
    case "insert":
      return [{ card: change.card, stored: null }];
    case "keep":
    case "update":
      return [{ card: change.card, stored: change.stored }];
    case "archive":
    case "retire":
      return [];
  }
}

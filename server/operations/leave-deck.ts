import { selectVisibleDeck } from "../store/read/visible-decks.js";
import { leaveDeckTree } from "../store/write/deck-enrolments.js";
import type { Act } from "./act.js";

/**
 * The learner studies a deck and its sub-decks no longer; what they have learnt is kept for when they come back. Throws NotFoundError if
 * they may not see it.
 */
export async function leaveDeck({ store, learnerId, now }: Act, { deckId }: { readonly deckId: number }): Promise<void> {
  selectVisibleDeck(store, learnerId, deckId);
  await store.db.batch(leaveDeckTree(learnerId, deckId, now));
}

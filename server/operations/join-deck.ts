import { selectVisibleDeck } from "../store/read/visible-decks.js";
import { joinDeckTree } from "../store/write/deck-enrolments.js";
import type { Act } from "./act.js";

/** The learner studies a deck and its sub-decks, from where they were if they had left it. Throws NotFoundError if they may not see it. */
export async function joinDeck({ store, learnerId, now }: Act, { deckId }: { readonly deckId: number }): Promise<void> {
  selectVisibleDeck(store, learnerId, deckId);
  await store.db.batch(joinDeckTree(learnerId, deckId, now));
}

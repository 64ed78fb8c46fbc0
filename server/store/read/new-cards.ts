import type { NewOrder } from "../../domain/preset.js";
import type { Store } from "../open.js";
import type { StudiedDeck } from "./studied-decks.js";

/** A new card, with its place in the order in which they are given. */
export interface NewCard {
  readonly cardId: number;
  readonly place: number;
}

/** The first card of a deck that a learner can have as new on `studyDay`; null when there is none. */
export function selectOptionalNewCard(store: Store, learnerId: number, deck: StudiedDeck, studyDay: number): NewCard | null {
  const sql = sqlFor[deck.settings.newOrder];
  const untouched = store.db.prepare<NewCard>(sql.untouched).get({ learnerId, deckId: deck.deckId, cursor: deck.newCursor });
  const returned = store.db.prepare<NewCard>(sql.returned).get({ learnerId, deckId: deck.deckId, studyDay });
  if (!untouched || !returned) return untouched ?? returned ?? null;
  return returned.place <= untouched.place ? returned : untouched;
}

/**
 * The indexes are named, since the planner, once it has statistics, prefers to walk all of a learner's states.
 * `untouched`: from the cursor on, the first card without a state. `returned`: New again, by undo, reset, or after a burial. */
const sqlFor: Readonly<Record<NewOrder, { readonly untouched: string; readonly returned: string }>> = {
  written: queries("position"),
  random: queries("shuffle"),
};

function queries(place: "position" | "shuffle") {
  return {
    untouched: `SELECT c.id AS cardId, c.${place} AS place FROM Card c INDEXED BY Card_active_${place}_idx
      WHERE c.deckId = :deckId AND c.status = 'active' AND c.${place} >= :cursor
        AND NOT EXISTS (SELECT 1 FROM CardState s WHERE s.learnerId = :learnerId AND s.cardId = c.id)
        AND (c.importId IS NULL OR EXISTS (SELECT 1 FROM Import i WHERE i.id = c.importId AND i.publishedAt IS NOT NULL))
      ORDER BY c.${place}, c.id LIMIT 1`,
    returned: `SELECT c.id AS cardId, c.${place} AS place FROM CardState s INDEXED BY CardState_due_day_idx JOIN Card c ON c.id = s.cardId
      WHERE s.learnerId = :learnerId AND s.deckId = :deckId AND s.state = 0 AND s.live = 1 AND s.suspendedAt IS NULL
        AND (s.buriedUntilDay IS NULL OR s.buriedUntilDay <= :studyDay)
      ORDER BY c.${place}, c.id LIMIT 1`,
  };
}

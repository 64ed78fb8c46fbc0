import { cardStateColumns, untouchedState, type CardStateRow } from "./card-states.js";
import type { Store } from "../open.js";

/**
 * The other active cards of a note that a learner could still meet on `studyDay`: new ones, and ones that are due by study day.
 * Suspended and already buried ones are left out.
 */
export function selectSiblings(
  store: Store,
  learnerId: number,
  card: { noteId: number; cardId: number; studyDay: number },
): readonly CardStateRow[] {
  return store.db
    .prepare<CardStateRow & { siblingId: number; siblingDeckId: number; siblingContentVersion: number }>(
      `SELECT c.id AS siblingId, c.deckId AS siblingDeckId, c.contentVersion AS siblingContentVersion, ${cardStateColumns}
       FROM Card c JOIN Enrolment e ON e.learnerId = :learnerId AND e.deckId = c.deckId AND e.leftAt IS NULL
         LEFT JOIN CardState s ON s.learnerId = :learnerId AND s.cardId = c.id
       WHERE c.noteId = :noteId AND c.id <> :cardId AND c.status = 'active' AND s.suspendedAt IS NULL AND coalesce(s.live, 1) = 1
         AND coalesce(s.buriedUntilDay, 0) <= :studyDay AND (coalesce(s.state, 0) = 0 OR s.dueDay <= :studyDay)
         AND (c.importId IS NULL OR EXISTS (SELECT 1 FROM Import i WHERE i.id = c.importId AND i.publishedAt IS NOT NULL))`,
    )
    .all({ learnerId, ...card })
    .map(({ siblingId: cardId, siblingDeckId: deckId, siblingContentVersion: contentVersion, ...row }) =>
      row.version === null ? untouchedState({ cardId, deckId, contentVersion }) : row,
    );
}

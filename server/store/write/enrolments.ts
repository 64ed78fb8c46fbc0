import type { NewOrder } from "../../domain/preset.js";
import type { Statement } from "../db.js";

/** A new card that is answered. */
export interface TakenCard {
  readonly deckId: number;
  /** Its place in the order in which new cards are given. */
  readonly place: number;
  readonly order: NewOrder;
}

/**
 * Moves the cursor of a learner's new cards up to a card that has got a state in this batch, unless one that they have not touched lies
 * before it.
 */
export function advanceCursor(learnerId: number, { deckId, place, order }: TakenCard): Statement {
  const column = order === "random" ? "shuffle" : "position";
  return {
    sql: `UPDATE Enrolment SET newCursor = :place WHERE learnerId = :learnerId AND deckId = :deckId AND newCursor < :place
          AND NOT EXISTS (SELECT 1 FROM Card c WHERE c.deckId = :deckId AND c.status = 'active'
            AND c.${column} >= Enrolment.newCursor AND c.${column} < :place
            AND NOT EXISTS (SELECT 1 FROM CardState s WHERE s.learnerId = :learnerId AND s.cardId = c.id))`,
    parameters: { learnerId, deckId, place },
  };
}

/** Fails the batch when the learner has answered `limit` new cards of the deck's preset on `studyDay`; for answers that arrive at one time. */
export function requireNewLeft(
  learnerId: number,
  { deckId, studyDay, limit }: { readonly deckId: number; readonly studyDay: number; readonly limit: number },
): Statement {
  return {
    sql: `UPDATE Enrolment SET newCursor = newCursor WHERE learnerId = :learnerId AND deckId = :deckId AND :limit >
          (SELECT coalesce(sum(s.count), 0) FROM DayStat s
           JOIN Enrolment e ON e.learnerId = s.learnerId AND e.deckId = s.deckId AND e.presetId = Enrolment.presetId
           WHERE s.learnerId = :learnerId AND s.studyDay = :studyDay AND s.stage = 'new')`,
    parameters: { learnerId, deckId, studyDay, limit },
    changes: 1,
  };
}

/** Lets the new cards of a preset's decks be looked through from the start: their order has changed. */
export function resetCursors(learnerId: number, presetId: number): Statement {
  return { sql: "UPDATE Enrolment SET newCursor = 0 WHERE learnerId = ? AND presetId = ?", parameters: [learnerId, presetId] };
}

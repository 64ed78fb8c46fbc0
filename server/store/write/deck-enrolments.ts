import type { Statement } from "../db.js";
import { countedStates } from "../due-count.js";

/** A deck and all below it. */
const tree = `(WITH RECURSIVE tree (id) AS (VALUES (:deckId) UNION SELECT d.id FROM Deck d JOIN tree ON d.parentId = tree.id) SELECT id FROM tree)`;
const statesOfTree = `learnerId = :learnerId AND deckId IN ${tree}`;

/**
 * Enrols a learner in a deck and its sub-decks, with the preset that they had for each or else their first; what they had learnt there
 * is there again.
 */
export function joinDeckTree(learnerId: number, deckId: number, joinedAt: number): readonly Statement[] {
  return [
    {
      sql: `INSERT INTO Enrolment (learnerId, deckId, presetId, newCursor, joinedAt)
            SELECT :learnerId, d.id, (SELECT min(id) FROM Preset WHERE learnerId = :learnerId), 0, :joinedAt FROM Deck d
            WHERE d.id IN ${tree} AND d.archivedAt IS NULL AND (d.visibility = 'everyone' OR d.ownerId = :learnerId)
            ON CONFLICT (learnerId, deckId) DO UPDATE SET leftAt = NULL`,
      parameters: { learnerId, deckId, joinedAt },
    },
    {
      sql: `UPDATE CardState SET live = 1, version = version + 1
            WHERE ${statesOfTree} AND live = 0
              AND EXISTS (SELECT 1 FROM Card c WHERE c.id = CardState.cardId AND c.status = 'active')
              AND EXISTS (SELECT 1 FROM Enrolment e WHERE e.learnerId = :learnerId AND e.deckId = CardState.deckId AND e.leftAt IS NULL)`,
      parameters: { learnerId, deckId },
    },
    forgetCounts(learnerId, deckId),
    {
      sql: `INSERT INTO DueCount (learnerId, deckId, state, dueDay, count)
            SELECT learnerId, deckId, state, dueDay, count(*) FROM (${countedStates(statesOfTree)})
            GROUP BY learnerId, deckId, state, dueDay`,
      parameters: { learnerId, deckId },
    },
  ];
}

/** Ends a learner's enrolment in a deck and its sub-decks; what they have learnt there is kept, and hidden. */
export function leaveDeckTree(learnerId: number, deckId: number, leftAt: number): readonly Statement[] {
  return [
    {
      sql: `UPDATE Enrolment SET leftAt = :leftAt WHERE ${statesOfTree} AND leftAt IS NULL`,
      parameters: { learnerId, deckId, leftAt },
    },
    {
      sql: `UPDATE CardState SET live = 0, version = version + 1 WHERE ${statesOfTree} AND live = 1`,
      parameters: { learnerId, deckId },
    },
    forgetCounts(learnerId, deckId),
  ];
}

function forgetCounts(learnerId: number, deckId: number): Statement {
  return { sql: `DELETE FROM DueCount WHERE ${statesOfTree}`, parameters: { learnerId, deckId } };
}

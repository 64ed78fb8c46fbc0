import type { Statement } from "../db.js";
import type { UndoChange } from "../undo-change.js";

/** How many acts of a learner can be taken back. */
export const keptUndoSteps = 200;

export interface NewUndoStep {
  /** Names the act: "Good", "Bury". */
  readonly label: string;
  readonly at: number;
  /** The card of the first is the one that the act was about. */
  readonly changes: readonly UndoChange[];
}

/** Remembers how to take an act back, and forgets the oldest. */
export function insertUndoStep(learnerId: number, { label, at, changes }: NewUndoStep): readonly Statement[] {
  return [
    {
      sql: "INSERT INTO UndoStep (learnerId, at, label, changes) VALUES (?, ?, ?, ?)",
      parameters: [learnerId, at, label, JSON.stringify(changes)],
      changes: 1,
    },
    {
      sql: `DELETE FROM UndoStep WHERE learnerId = :learnerId AND id <=
            (SELECT id FROM UndoStep WHERE learnerId = :learnerId ORDER BY id DESC LIMIT 1 OFFSET ${keptUndoSteps})`,
      parameters: { learnerId },
    },
  ];
}

/** Removes the step that is taken back; fails if it is not the learner's newest. */
export function deleteNewestUndoStep(learnerId: number, stepId: number): Statement {
  return {
    sql: "DELETE FROM UndoStep WHERE id = :stepId AND id = (SELECT max(id) FROM UndoStep WHERE learnerId = :learnerId)",
    parameters: { learnerId, stepId },
    changes: 1,
  };
}

/** Forgets a learner's choices over cards, which they can no longer take back: they are not an owner any more. */
export function forgetOwnerChoices(learnerId: number): Statement {
  return {
    sql: "DELETE FROM UndoStep WHERE learnerId = ? AND changes ->> '$[0].table' = 'Card'",
    parameters: [learnerId],
  };
}

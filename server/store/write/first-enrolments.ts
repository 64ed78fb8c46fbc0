import { algorithmName } from "../../domain/schedule.js";
import type { Statement } from "../db.js";

/** Gives the learner of that name, whom the same batch stores, a preset, and every deck that is shared with everyone. */
export function insertFirstEnrolments(nameKey: string, joinedAt: number): readonly Statement[] {
  return [
    {
      sql: `INSERT INTO Preset (learnerId, name, version, settings, algorithm, parameters)
            SELECT id, 'Default', 1, '{}', ?, '[]' FROM Learner WHERE nameKey = ?`,
      parameters: [algorithmName, nameKey],
      changes: 1,
    },
    {
      sql: `INSERT INTO Enrolment (learnerId, deckId, presetId, newCursor, joinedAt)
            SELECT p.learnerId, d.id, p.id, 0, :joinedAt
            FROM Learner l JOIN Preset p ON p.learnerId = l.id JOIN Deck d ON d.visibility = 'everyone' AND d.archivedAt IS NULL
            WHERE l.nameKey = :nameKey`,
      parameters: { nameKey, joinedAt },
    },
  ];
}

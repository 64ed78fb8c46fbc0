import type { Statement } from "../db.js";
import type { FolderDeck } from "../read/notes-folder.js";

export interface NewFolderDeck {
  /** Path below the notes folder. */
  readonly folder: string;
  /** Folder of the deck above, which exists; `null` for a topmost deck. */
  readonly parent: string | null;
  readonly name: string;
  readonly createdAt: number;
}

/** Stores an empty deck of the installation for a folder, archived and without claim to its name until `updateFolderDeck` shows it. */
export function insertFolderDeck({ folder, parent, name, createdAt }: NewFolderDeck): Statement {
  return {
    sql: `INSERT INTO Deck (parentId, rootId, name, nameKey, position, visibility, folder, liveCards, createdAt, archivedAt)
          SELECT p.id, coalesce(p.rootId, p.id), :name, ' new ' || :folder, 0, 'everyone', :folder, 0, :createdAt, :createdAt
          FROM (SELECT 1) LEFT JOIN Deck p ON p.ownerId IS NULL AND p.folder = :parent`,
    parameters: { folder, parent, name, createdAt },
    changes: 1,
  };
}

/** Lets go of a deck's name, so that several decks can exchange theirs within a batch. */
export function releaseDeckName(deckId: number): Statement {
  return { sql: "UPDATE Deck SET nameKey = ' ' || id WHERE id = ?", parameters: [deckId], changes: 1 };
}

/** Shows a deck, with its name and its place among the decks. */
export function updateFolderDeck(deck: Omit<FolderDeck, "isArchived">): Statement {
  return {
    sql: `UPDATE Deck SET folder = :folder, name = :name, nameKey = :nameKey, parentId = :parentId, rootId = :rootId,
            position = :position, archivedAt = NULL WHERE id = :id`,
    parameters: { ...deck },
    changes: 1,
  };
}

/** Hides a deck whose folder is gone; its name is free again. */
export function archiveFolderDeck(deckId: number, archivedAt: number): Statement {
  return {
    sql: "UPDATE Deck SET archivedAt = ?, nameKey = ' ' || id WHERE id = ?",
    parameters: [archivedAt, deckId],
    changes: 1,
  };
}

/** Removes a deck that was never shown. */
export function deleteFolderDeck(deckId: number): Statement {
  return { sql: "DELETE FROM Deck WHERE id = ? AND archivedAt IS NOT NULL AND liveCards = 0", parameters: [deckId], changes: 1 };
}

/**
 * Enrols everybody in a deck: with the preset that they use for the deck above it, else with their first one. Who has left the deck
 * above has left this one too.
 */
export function enrolEverybody(deckId: number, joinedAt: number): Statement {
  return {
    sql: `INSERT INTO Enrolment (learnerId, deckId, presetId, newCursor, joinedAt, leftAt)
          SELECT p.learnerId, d.id, coalesce(above.presetId, min(p.id)), 0, :joinedAt, above.leftAt
          FROM Preset p JOIN Deck d ON d.id = :deckId
          LEFT JOIN Enrolment above ON above.learnerId = p.learnerId AND above.deckId = d.parentId
          WHERE true GROUP BY p.learnerId
          ON CONFLICT (learnerId, deckId) DO NOTHING`,
    parameters: { deckId, joinedAt },
  };
}

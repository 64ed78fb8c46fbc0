import type { Statement } from "../db.js";
import type { NoteColumns } from "../row-change.js";

/** The note type of all notes that the generator makes; stored when it is first needed. */
export function ensureGeneratedType(now: number): Statement {
  return {
    sql: `INSERT INTO NoteType (name, kind, fields, css, modifiedAt)
          SELECT 'Generated', 'generated', '["Term","Body","Extra"]', '', :now
          WHERE NOT EXISTS (SELECT 1 FROM NoteType WHERE ownerId IS NULL AND kind = 'generated')`,
    parameters: { now },
  };
}

/** Stores a note of a document that is stored already. */
export function insertGeneratedNote(
  guid: string,
  note: NoteColumns,
  { importId, now }: { importId: number; now: number },
): Statement {
  return {
    sql: `INSERT INTO Note (rootDeckId, guid, noteTypeId, fields, sourceId, line, family, rule, explicitId, contentHash, positionKey,
            headingPath, term, body, generatorVersion, importId, createdAt, modifiedAt)
          SELECT :rootDeckId, :guid, t.id, :fields, s.id, :line, :family, :rule, :explicitId, :contentHash, :positionKey,
            :headingPath, :term, :body, :generatorVersion, :importId, :now, :now
          FROM Source s, NoteType t
          WHERE s.rootDeckId = :rootDeckId AND s.path = :path AND t.ownerId IS NULL AND t.kind = 'generated'`,
    parameters: { ...columnsOf(note), guid, importId, now },
    changes: 1,
  };
}

/** Writes a note as its document has it now; an archived one is back. */
export function updateGeneratedNote(noteId: number, note: NoteColumns, modifiedAt: number): Statement {
  return {
    sql: `UPDATE Note SET rootDeckId = :rootDeckId, fields = :fields, line = :line, family = :family, rule = :rule,
            sourceId = (SELECT id FROM Source WHERE rootDeckId = :rootDeckId AND path = :path), explicitId = :explicitId,
            contentHash = :contentHash, positionKey = :positionKey, headingPath = :headingPath, term = :term, body = :body,
            generatorVersion = :generatorVersion, archivedAt = NULL, modifiedAt = :modifiedAt
          WHERE id = :noteId`,
    parameters: { ...columnsOf(note), noteId, modifiedAt },
    changes: 1,
  };
}

/** The note is no longer in its document. */
export function archiveNote(noteId: number, archivedAt: number): Statement {
  return {
    sql: "UPDATE Note SET archivedAt = :archivedAt, modifiedAt = :archivedAt WHERE id = :noteId",
    parameters: { noteId, archivedAt },
    changes: 1,
  };
}

function columnsOf({ contentHash, headingPath, extra, ...note }: NoteColumns) {
  return {
    ...note,
    fields: JSON.stringify([note.term, note.body, extra]),
    contentHash: Buffer.from(contentHash, "hex"),
    headingPath: JSON.stringify(headingPath),
  };
}

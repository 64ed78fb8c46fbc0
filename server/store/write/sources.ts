import type { Statement } from "../db.js";
import type { SourceColumns } from "../row-change.js";

/** Stores a document, gone since `goneAt` until `showSource` shows it. */
export function insertSource(source: SourceColumns, bodyHtml: string, goneAt: number): Statement {
  return {
    sql: `INSERT INTO Source (rootDeckId, deckId, path, position, hash, title, language, bodyHtml, problems, goneAt)
          VALUES (:rootDeckId, :deckId, :path, :position, :hash, :title, :language, :bodyHtml, :problems, :goneAt)`,
    parameters: { ...columnsOf(source), bodyHtml, goneAt },
    changes: 1,
  };
}

/** Shows a document that was just stored. */
export function showSource(rootDeckId: number, path: string): Statement {
  return {
    sql: "UPDATE Source SET goneAt = NULL WHERE rootDeckId = ? AND path = ?",
    parameters: [rootDeckId, path],
    changes: 1,
  };
}

/** Writes a document that is there; its HTML stays where `bodyHtml` is `null`. */
export function updateSource(sourceId: number, source: SourceColumns, bodyHtml: string | null): Statement {
  return {
    sql: `UPDATE Source SET rootDeckId = :rootDeckId, deckId = :deckId, path = :path, position = :position, hash = :hash,
            title = :title, language = :language, bodyHtml = coalesce(:bodyHtml, bodyHtml), problems = :problems, goneAt = NULL
          WHERE id = :sourceId`,
    parameters: { ...columnsOf(source), bodyHtml, sourceId },
    changes: 1,
  };
}

/** The document is no longer in the folder. */
export function dropSource(sourceId: number, goneAt: number): Statement {
  return { sql: "UPDATE Source SET goneAt = ? WHERE id = ?", parameters: [goneAt, sourceId], changes: 1 };
}

function columnsOf({ hash, problems, ...source }: SourceColumns) {
  return { ...source, hash: Buffer.from(hash, "hex"), problems: JSON.stringify(problems) };
}

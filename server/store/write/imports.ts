import type { Statement } from "../db.js";
import type { RowChange } from "../row-change.js";

export interface NewSync {
  /** Absolute path of the folder that is read. */
  readonly notesDir: string;
  readonly startedAt: number;
  /** Id of the newest synchronisation when the folder was compared, 0 for none. */
  readonly lastId: number;
}

/** Begins a synchronisation of notes; fails if another one is under way, or took effect since the folder was compared. */
export function insertSync({ notesDir, startedAt, lastId }: NewSync): Statement {
  return {
    sql: `INSERT INTO Import (kind, name, appliedSeq, aliveAt, startedAt)
          SELECT 'notes', :notesDir, 0, :startedAt, :startedAt
          WHERE NOT EXISTS (SELECT 1 FROM Import WHERE kind = 'notes' AND (id > :lastId OR doneAt IS NULL))`,
    parameters: { notesDir, startedAt, lastId },
    changes: 1,
  };
}

/** A sign of life; fails if the import was given up by somebody else, or is published. */
export function touchImport(importId: number, aliveAt: number): Statement {
  return {
    sql: "UPDATE Import SET aliveAt = ? WHERE id = ? AND publishedAt IS NULL AND aliveAt > 0",
    parameters: [aliveAt, importId],
    changes: 1,
  };
}

export interface Publication {
  readonly importId: number;
  /** Hash of what was read, hex. */
  readonly hash: string;
  readonly report: object;
  readonly publishedAt: number;
}

/** The point from which an import has happened; fails if it was given up or has happened already. */
export function publishImport({ importId, hash, report, publishedAt }: Publication): Statement {
  return {
    sql: `UPDATE Import SET publishedAt = :publishedAt, aliveAt = :publishedAt, hash = :hash, report = :report
          WHERE id = :importId AND publishedAt IS NULL AND aliveAt > 0`,
    parameters: { importId, hash: Buffer.from(hash, "hex"), report: JSON.stringify(report), publishedAt },
    changes: 1,
  };
}

/** Stores a change that waits until the import is published. */
export function insertImportChange(importId: number, seq: number, change: RowChange): Statement {
  return {
    sql: "INSERT INTO ImportChange (importId, seq, target, targetId, after) VALUES (?, ?, ?, ?, ?)",
    parameters: [importId, seq, change.kind, "id" in change ? change.id : 0, JSON.stringify(change)],
    changes: 1,
  };
}

export interface Progress {
  readonly importId: number;
  /** The last change that was applied before, and is applied now. */
  readonly from: number;
  readonly to: number;
  readonly aliveAt: number;
}

/** Notes that the changes after `from`, up to `to`, are applied in this batch; fails if somebody else has applied them. */
export function advanceImport({ importId, from, to, aliveAt }: Progress): readonly Statement[] {
  return [
    {
      sql: "UPDATE Import SET appliedSeq = ?, aliveAt = ? WHERE id = ? AND appliedSeq = ? AND publishedAt IS NOT NULL AND doneAt IS NULL",
      parameters: [to, aliveAt, importId, from],
      changes: 1,
    },
    { sql: "DELETE FROM ImportChange WHERE importId = ? AND seq <= ?", parameters: [importId, to] },
  ];
}

/** Ends an import whose changes are all applied. */
export function finishImport(importId: number, doneAt: number): Statement {
  return {
    sql: `UPDATE Import SET doneAt = :doneAt, aliveAt = :doneAt
          WHERE id = :importId AND publishedAt IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ImportChange WHERE importId = :importId)`,
    parameters: { importId, doneAt },
    changes: 1,
  };
}

/** Takes an import that was not published out of the way of others, before its rows are removed; fails if it gave a sign of life since. */
export function abandonImport(importId: number, aliveAt: number): Statement {
  return {
    sql: "UPDATE Import SET aliveAt = 0 WHERE id = ? AND aliveAt = ? AND publishedAt IS NULL",
    parameters: [importId, aliveAt],
    changes: 1,
  };
}

/** Removes a part of the rows that an unpublished import has added: nobody has seen them. */
export function deleteUnpublished(importId: number, most: number): readonly Statement[] {
  const part = (table: string): Statement => ({
    sql: `DELETE FROM ${table} WHERE id IN (SELECT id FROM ${table} WHERE importId = ? ORDER BY id DESC LIMIT ?)`,
    parameters: [importId, most],
  });
  return [part("Card"), part("Note")];
}

/** Removes an unpublished import at last, with the documents that were made for it; its notes must be gone. */
export function deleteImport(importId: number, startedAt: number): readonly Statement[] {
  return [
    {
      sql: `DELETE FROM Source WHERE EXISTS (SELECT 1 FROM ImportChange c WHERE c.importId = ? AND c.target = 'showSource'
              AND c.after ->> 'path' = Source.path AND c.after ->> 'rootDeckId' = Source.rootDeckId)
            AND goneAt = ? AND NOT EXISTS (SELECT 1 FROM Note n WHERE n.sourceId = Source.id)`,
      parameters: [importId, startedAt],
    },
    { sql: "DELETE FROM ImportChange WHERE importId = ?", parameters: [importId] },
    { sql: "DELETE FROM Import WHERE id = ? AND publishedAt IS NULL", parameters: [importId], changes: 1 },
  ];
}

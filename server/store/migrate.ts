import { randomUUID } from "node:crypto";
import { closeSync, existsSync, openSync } from "node:fs";
import Database from "better-sqlite3";
import { backupPath } from "./backup.js";
import { copyDatabase } from "./copy.js";
import { missingMigrations } from "./migration-history.js";
import { readMigrations, type Migration } from "./migrations.js";
import { setPragmas } from "./pragmas.js";
import { asSqliteError, type SqliteError } from "./sqlite-error.js";
import { StartError } from "./start-error.js";

/** Prisma's own table, so that its `migrate` commands and this runner can stand in for each other. */
const historyTable = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id"                    TEXT PRIMARY KEY NOT NULL,
    "checksum"              TEXT NOT NULL,
    "finished_at"           DATETIME,
    "migration_name"        TEXT NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        DATETIME,
    "started_at"            DATETIME NOT NULL DEFAULT current_timestamp,
    "applied_steps_count"   INTEGER UNSIGNED NOT NULL DEFAULT 0
)`;

/**
 * Brings the database `file` up to `migrations`: all of the missing ones, or none. Makes the file if absent; keeps a copy
 * of a database that is about to change. Of several processes that start at once, one does the work and the others wait for it.
 * Throws StartError when the file is not one that this version can take over.
 */
export function migrate(file: string, now: number, migrations: readonly Migration[] = readMigrations()): void {
  inWords(file, () => {
    createPrivately(file);
    withDatabase(new Database(file), (database) => {
      const isComplete = missingMigrations(database, file, migrations).length === 0;
      // Only now: a file that is refused stays as it was, its journal too.
      setPragmas(database);
      requireWritable(database);
      if (isComplete) return;
      // Inside a transaction this pragma does nothing, and a table that is redefined would take the rows that refer to it along.
      database.pragma("foreign_keys = OFF");
      database.transaction(() => apply(database, file, now, missingMigrations(database, file, migrations))).immediate();
    });
  });
}

/** Changes nothing. Throws StartError when the database `file`, which is there, is not one that this version can take over. */
export function requireOurDatabase(file: string): void {
  inWords(file, () => {
    withDatabase(new Database(file, { readonly: true }), (database) => missingMigrations(database, file, readMigrations()));
  });
}

function inWords(file: string, act: () => void): void {
  try {
    act();
  } catch (error) {
    const refusal = asSqliteError(error);
    if (refusal === null) throw error;
    throw new StartError(explain(file, refusal), { cause: error });
  }
}

/** It will hold password hashes: nobody else on this machine reads it, whatever folder it is in. */
function createPrivately(file: string): void {
  if (!existsSync(file)) closeSync(openSync(file, "a", 0o600));
}

/** Throws SQLite's error where the file cannot be written: it opens such a file without a word, and fails at the first write. */
export function requireWritable(database: Database.Database): void {
  const version = database.pragma("user_version", { simple: true });
  database.exec(`BEGIN; PRAGMA user_version = ${Number(version)}; ROLLBACK`);
}

function explain(file: string, { code, message }: SqliteError): string {
  if (code.startsWith("SQLITE_BUSY")) return `The database ${file} is locked by another program. Close that, then try again.`;
  if (code.startsWith("SQLITE_FULL"))
    return `There is no room left on the disk of the database ${file}. Make some, then try again.`;
  if (code.startsWith("SQLITE_READONLY"))
    return `The database ${file} cannot be written. Give this user the right to write it, or set DATABASE_URL to another file.`;
  return `The file ${file} cannot be used as Deckhand's database (${message}). Move it away, or bring back a copy: deckhand restore FILE.`;
}

function withDatabase(database: Database.Database, use: (database: Database.Database) => void): void {
  try {
    use(database);
  } finally {
    database.close();
  }
}

function apply(database: Database.Database, file: string, now: number, missing: readonly Migration[]): void {
  const first = missing[0];
  // Another process was faster.
  if (first === undefined) return;
  const isNew = database.prepare("SELECT 1 FROM sqlite_master WHERE name = '_prisma_migrations'").get() === undefined;
  // The copy is read by another connection, which does not see this transaction; nobody else can write meanwhile.
  if (!isNew) copyDatabase(file, backupPath(file, `before-${first.name}`));
  database.exec(historyTable);
  for (const migration of missing) applyOne(database, file, now, migration);
  const broken = database.pragma("foreign_key_check") as readonly { table: string }[];
  if (broken.length > 0)
    throw new StartError(
      `The database ${file} was not changed: its upgrade would have left ${broken.length} rows without what they refer to (${broken[0]?.table}). This is a bug; please report it.`,
    );
}

function applyOne(database: Database.Database, file: string, now: number, { name, sql, checksum }: Migration): void {
  try {
    database.exec(sql);
  } catch (error) {
    const reason = asSqliteError(error)?.message ?? String(error);
    throw new StartError(`The database ${file} was not changed: its upgrade ${name} failed (${reason}).`, { cause: error });
  }
  database
    .prepare(
      'INSERT INTO "_prisma_migrations" (id, checksum, finished_at, migration_name, started_at, applied_steps_count) VALUES (?, ?, ?, ?, ?, 1)',
    )
    .run(randomUUID(), checksum, now, name, now);
}

import { randomUUID } from "node:crypto";
import { accessSync, constants, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import Database from "better-sqlite3";
import { copyDatabase } from "./copy.js";
import { readMigrations, type Migration } from "./migrations.js";
import { setPragmas } from "./pragmas.js";
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

interface AppliedRow {
  readonly migration_name: string;
  readonly checksum: string;
  readonly finished_at: unknown;
}

/**
 * Brings the database `file` up to `migrations`: all of the missing ones, or none. Makes the file and its folder if absent; keeps a copy
 * of a database that is about to change. Of several processes that start at once, one does the work and the others wait for it.
 * Throws StartError when the folder cannot be written or the file is not one that this version can take over.
 */
export function migrate(file: string, now: number, migrations: readonly Migration[] = readMigrations()): void {
  makeFolder(dirname(file));
  const database = openForMigration(file);
  try {
    if (pending(database, file, migrations).length === 0) return;
    // Inside a transaction this pragma does nothing, and a table that is redefined would take the rows that refer to it along.
    database.pragma("foreign_keys = OFF");
    database.transaction(() => apply(database, file, now, pending(database, file, migrations))).immediate();
  } finally {
    database.close();
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new StartError(
      `The data folder ${folder} cannot be written (${reason(error)}). Give this user the right to write there, or set DATABASE_URL to another place.`,
      { cause: error },
    );
  }
}

function openForMigration(file: string): Database.Database {
  let database: Database.Database | undefined;
  try {
    database = new Database(file);
    setPragmas(database);
    return database;
  } catch (error) {
    database?.close();
    throw new StartError(
      `The file ${file} cannot be used as Deckhand's database (${reason(error)}). Move it away, or bring back a copy: deckhand restore FILE.`,
      { cause: error },
    );
  }
}

/** The migrations that `database` lacks; throws StartError when it is not one of ours, newer, or made by other files than these. */
function pending(database: Database.Database, file: string, migrations: readonly Migration[]): readonly Migration[] {
  const tables = database.prepare<[], { name: string }>("SELECT name FROM sqlite_master WHERE type = 'table'").all();
  if (tables.length === 0) return migrations;
  if (!tables.some(({ name }) => name === "_prisma_migrations"))
    throw new StartError(`The file ${file} is a database, but not Deckhand's. Set DATABASE_URL to another file.`);
  const applied = database
    .prepare<[], AppliedRow>(
      'SELECT migration_name, checksum, finished_at FROM "_prisma_migrations" WHERE rolled_back_at IS NULL ORDER BY migration_name',
    )
    .all();
  for (const row of applied) requireKnown(row, file, migrations);
  return migrations.filter(({ name }) => !applied.some((row) => row.migration_name === name));
}

function requireKnown(row: AppliedRow, file: string, migrations: readonly Migration[]): void {
  const known = migrations.find(({ name }) => name === row.migration_name);
  if (known === undefined)
    throw new StartError(
      `The database ${file} was made by a newer version of Deckhand (${row.migration_name} is unknown to this one). Start that version, or bring back an older copy: deckhand restore FILE.`,
    );
  if (row.finished_at === null)
    throw new StartError(
      `A change of the database ${file} was broken off (${known.name}). Bring back a copy: deckhand restore FILE.`,
    );
  if (known.checksum !== row.checksum)
    throw new StartError(
      `The database ${file} was changed by another form of ${known.name} than this version has. Restore the program's own files (git checkout prisma/migrations).`,
    );
}

function apply(database: Database.Database, file: string, now: number, missing: readonly Migration[]): void {
  const first = missing[0];
  // Another process was faster.
  if (first === undefined) return;
  const isNew = database.prepare("SELECT 1 FROM sqlite_master WHERE name = '_prisma_migrations'").get() === undefined;
  // The copy is read by another connection, which does not see this transaction; nobody else can write meanwhile.
  if (!isNew) copyDatabase(file, join(dirname(file), "backups", `before-${first.name}.db`));
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
    throw new StartError(`The database ${file} was not changed: its upgrade ${name} failed (${reason(error)}).`, {
      cause: error,
    });
  }
  database
    .prepare(
      'INSERT INTO "_prisma_migrations" (id, checksum, finished_at, migration_name, started_at, applied_steps_count) VALUES (?, ?, ?, ?, ?, 1)',
    )
    .run(randomUUID(), checksum, now, name, now);
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

import type Database from "better-sqlite3";
import type { Migration } from "./migrations.js";
import { StartError } from "./start-error.js";

interface AppliedRow {
  readonly migration_name: string;
  readonly checksum: string;
  /** Null while it runs, and for ever if it failed half-way: only Prisma's own tool leaves such rows. */
  readonly finished_at: number | string | null;
}

/**
 * The migrations that `database` lacks; all of them when it is empty. Throws StartError
 * when it is not one of ours, is newer, or was made by other files than these.
 */
export function missingMigrations(
  database: Database.Database,
  file: string,
  migrations: readonly Migration[],
): readonly Migration[] {
  const tables = database.prepare<[], { name: string }>("SELECT name FROM sqlite_master WHERE type = 'table'").all();
  if (tables.length === 0) return migrations;
  if (!tables.some(({ name }) => name === "_prisma_migrations"))
    throw new StartError(`The file ${file} is a database, but not Deckhand's. Name another file.`);
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
      `The database ${file} was made by a newer version of Deckhand (${row.migration_name} is unknown to this one). Use that version, or an older copy.`,
    );
  if (row.finished_at === null)
    throw new StartError(`A change of the database ${file} was broken off (${known.name}). Use a copy of it.`);
  if (known.checksum !== row.checksum)
    throw new StartError(
      `The database ${file} was changed by another form of ${known.name} than this version has. Restore the program's own files (git checkout prisma/migrations).`,
    );
}

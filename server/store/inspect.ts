import { existsSync } from "node:fs";
import Database from "better-sqlite3";
import { missingMigrations } from "./migration-history.js";
import { readMigrations } from "./migrations.js";
import { asSqliteError } from "./sqlite-error.js";
import { StartError } from "./start-error.js";

/** What a look at a database file found. */
export interface Inspection {
  /** One sentence for each thing that is damaged, the first hundred. */
  readonly problems: readonly string[];
  /** It was made by an older version; the next start changes it. */
  readonly isOlder: boolean;
}

/**
 * Reads the whole of the database `file` and changes nothing; others may use it meanwhile.
 * Throws StartError when there is no such file, or it is no database, not ours, empty, or of a newer version.
 */
export function inspectDatabase(file: string): Inspection {
  if (!existsSync(file)) throw new StartError(`There is no file ${file}.`);
  let database: Database.Database | undefined;
  try {
    database = new Database(file, { readonly: true });
    const migrations = readMigrations();
    const missing = missingMigrations(database, file, migrations);
    if (missing.length === migrations.length) throw new StartError(`The database ${file} is empty.`);
    return { problems: [...damagedPages(database), ...danglingRows(database)], isOlder: missing.length > 0 };
  } catch (error) {
    const refusal = asSqliteError(error);
    if (refusal === null) throw error;
    throw new StartError(`The file ${file} cannot be read as a database (${refusal.message}).`, { cause: error });
  } finally {
    database?.close();
  }
}

function damagedPages(database: Database.Database): readonly string[] {
  const rows = database.pragma("integrity_check(100)") as readonly { integrity_check: string }[];
  return rows.map((row) => row.integrity_check).filter((line) => line !== "ok");
}

function danglingRows(database: Database.Database): readonly string[] {
  const rows = database.pragma("foreign_key_check") as readonly { table: string; parent: string }[];
  const pairs = rows.map(({ table, parent }) => `A row of ${table} refers to a row of ${parent} that is not there.`);
  return [...new Set(pairs)].map((sentence) => {
    const count = pairs.filter((other) => other === sentence).length;
    return count === 1 ? sentence : `${sentence} (${count} times)`;
  });
}

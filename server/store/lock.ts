import { accessSync, constants, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import { asSqliteError } from "./sqlite-error.js";
import { StartError } from "./start-error.js";

/** A hold on a database file; the system lets go of it when the process ends, however it ends. */
export interface Lock {
  release(): void;
}

/** Makes the folder of the database `file` if it is absent; throws StartError when it cannot be written. */
export function makeDataFolder(file: string): void {
  const folder = dirname(file);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartError(
      `The data folder ${folder} cannot be written (${reason}). Give this user the right to write there, or set DATABASE_URL to another place.`,
      { cause: error },
    );
  }
}

/** Says that the database `file` is in use; others may use it too. Throws StartError while it is being replaced. */
export function shareLock(file: string): Lock {
  return lock(
    file,
    // Reading anything takes the shared lock, and the open transaction keeps it.
    "BEGIN; SELECT count(*) FROM sqlite_master",
    5_000,
    `The database ${file} is being replaced by deckhand restore. Start again when that is done.`,
  );
}

/** Has the database `file` alone; throws StartError while any other process, or any store here, uses it. */
export function lockAlone(file: string): Lock {
  return lock(
    file,
    "BEGIN EXCLUSIVE",
    0,
    `The database ${file} is in use. Stop the server and every other command of Deckhand, then try again.`,
  );
}

/** The lock is SQLite's own, on an empty database beside the real one: it works between processes, and a killed one leaves none. */
function lock(file: string, begin: string, timeoutMs: number, refusal: string): Lock {
  let database: Database.Database | undefined;
  try {
    database = new Database(`${file}.lock`, { timeout: timeoutMs });
    database.exec(begin);
  } catch (error) {
    database?.close();
    const sqliteError = asSqliteError(error);
    if (sqliteError?.code.startsWith("SQLITE_BUSY")) throw new StartError(refusal, { cause: error });
    const reason = sqliteError?.message ?? String(error);
    throw new StartError(`The file ${file}.lock cannot be used (${reason}). Remove it, or move it away, then try again.`, {
      cause: error,
    });
  }
  const held = database;
  return { release: () => void held.close() };
}

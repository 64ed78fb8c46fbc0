import { chmodSync, closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import { asSqliteError } from "./sqlite-error.js";
import { StartError } from "./start-error.js";

/**
 * Writes a consistent copy of the database `file` to `target`, replacing what is there only when the copy is complete and durable.
 * Reads through a connection of its own, so writers are not held up; synchronous, and slow for a large file.
 * Throws StartError when either cannot be read or written.
 */
export function copyDatabase(file: string, target: string): void {
  const partial = `${target}.${process.pid}.partial`;
  try {
    mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
    rmSync(partial, { force: true });
    vacuumInto(file, partial);
    // It holds password hashes: nobody else on this machine reads it.
    chmodSync(partial, 0o600);
    synchronize(partial);
    renameSync(partial, target);
    synchronize(dirname(target));
  } catch (error) {
    if (existsSync(partial)) rmSync(partial);
    const reason = asSqliteError(error)?.message ?? String(error);
    throw new StartError(`The database ${file} could not be copied to ${target} (${reason}).`, { cause: error });
  }
}

function vacuumInto(file: string, target: string): void {
  const source = new Database(file, { readonly: true });
  try {
    source.prepare("VACUUM INTO ?").run(target);
  } finally {
    source.close();
  }
}

/** Waits until a file, or a folder's entries, are on the disk. */
export function synchronize(path: string): void {
  // Windows opens no folders, and needs no help with them.
  if (process.platform === "win32") return;
  const descriptor = openSync(path, "r");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

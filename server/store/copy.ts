import { chmodSync, closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";

/**
 * Writes a consistent copy of the database `file` to `target`, replacing what is there only when the copy is complete and durable.
 * Reads through a connection of its own, so writers are not held up; synchronous, and slow for a large file.
 */
export function copyDatabase(file: string, target: string): void {
  mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
  const partial = `${target}.${process.pid}.partial`;
  rmSync(partial, { force: true });
  const source = new Database(file, { readonly: true, fileMustExist: true });
  try {
    source.prepare("VACUUM INTO ?").run(partial);
    // It holds password hashes: nobody else on this machine reads it.
    chmodSync(partial, 0o600);
    synchronize(partial);
    renameSync(partial, target);
    synchronize(dirname(target));
  } finally {
    source.close();
    if (existsSync(partial)) rmSync(partial);
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

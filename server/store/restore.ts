import {
  chmodSync,
  chownSync,
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { dirname } from "node:path";
import { backupPath } from "./backup.js";
import { copyDatabase, synchronize } from "./copy.js";
import { inspectDatabase } from "./inspect.js";
import { lockAlone, makeDataFolder } from "./lock.js";
import { StartError } from "./start-error.js";

/** What a restore did. */
export interface Restored {
  /** Where the database that was there before is kept; null if there was none. */
  readonly replaced: string | null;
  /** The copy was made by an older version; the next start changes it. */
  readonly isOlder: boolean;
}

/**
 * Puts a copy of the database `from` in the place of `file`, and keeps what was there. Until the last step, a rename, nothing is lost
 * if it is broken off. Throws StartError, having changed nothing, when `from` is damaged or not ours, or anything is using `file`.
 */
export function restoreDatabase(from: string, file: string, now: number): Restored {
  const { problems, isOlder } = inspectDatabase(from);
  if (problems.length > 0) throw new StartError(`The file ${from} is damaged, and was not restored: ${problems.join(" ")}`);
  if (existsSync(file) && realpathSync(from) === realpathSync(file))
    throw new StartError(`The file ${from} is the database itself. Name a copy of it.`);
  makeDataFolder(file);
  const lock = lockAlone(file);
  try {
    const incoming = `${file}.incoming`;
    copyDatabase(from, incoming);
    giveSameOwner(incoming, file);
    const replaced = keepCopy(file, now);
    // A log that belongs to the old file would be played into the new one.
    for (const suffix of ["-wal", "-shm"]) rmSync(`${file}${suffix}`, { force: true });
    renameSync(incoming, file);
    synchronize(dirname(file));
    return { replaced, isOlder };
  } finally {
    lock.release();
  }
}

/**
 * Copies the database as it is, byte for byte, since it may be replaced because SQLite can no longer read it;
 * with its write-ahead log, which is there only if the last process that used it was killed.
 */
function keepCopy(file: string, now: number): string | null {
  if (!existsSync(file)) return null;
  const target = freePath(file, `replaced-${new Date(now).toISOString().slice(0, -"Z".length).replace(/[:.]/g, "")}`);
  mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
  for (const suffix of ["-wal", ""]) {
    if (!existsSync(file + suffix)) continue;
    copyFileSync(file + suffix, target + suffix, constants.COPYFILE_EXCL);
    synchronize(target + suffix);
  }
  synchronize(dirname(target));
  return target;
}

/** The server's user can use what root restores. */
function giveSameOwner(incoming: string, file: string): void {
  if (!existsSync(file)) return;
  const { mode, uid, gid } = statSync(file);
  chmodSync(incoming, mode & 0o777);
  if (process.getuid?.() === 0) chownSync(incoming, uid, gid);
}

function freePath(file: string, label: string, number = 1): string {
  const path = backupPath(file, number === 1 ? label : `${label}-${number}`);
  return existsSync(path) ? freePath(file, label, number + 1) : path;
}

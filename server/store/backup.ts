import { existsSync, readdirSync, rmSync, statSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";

/** How many daily copies are kept. */
const keptDailyCopies = 7;
const checkEveryMs = 3_600_000;
const dayMs = 86_400_000;

/** A copy that is made every day until it is stopped. */
export interface DailyBackup {
  /** Makes no more copies; resolves when one that is being made is done. */
  stop(): Promise<void>;
}

/** What startDailyBackup needs. */
export interface DailyBackupOptions {
  /** Absolute path of the database file. */
  readonly file: string;
  /** The clock, in milliseconds since 1970. */
  readonly now: () => number;
  /** Copies the database to another file, off the main thread. */
  readonly copy: (file: string, target: string) => Promise<void>;
  /** Is told when a copy could not be made; it is tried again within the hour. */
  readonly failed: (error: unknown) => void;
}

/** Where the copy of the database `file` called `label` is kept: in the folder backups beside it. */
export function backupPath(file: string, label: string): string {
  const extension = extname(file);
  return join(dirname(file), "backups", `${basename(file, extension)}-${label}${extension}`);
}

/** Makes a copy now if there is none of today (by date in UTC), then looks again every hour; keeps the newest seven. */
export function startDailyBackup(options: DailyBackupOptions): DailyBackup {
  let running: Promise<void> | undefined;
  const check = () => {
    running ??= backUpOnce(options)
      .catch(options.failed)
      .finally(() => (running = undefined));
  };
  check();
  const timer = setInterval(check, checkEveryMs);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}

async function backUpOnce({ file, now, copy }: DailyBackupOptions): Promise<void> {
  const today = backupPath(file, new Date(now()).toISOString().slice(0, "2026-11-21".length));
  if (existsSync(today)) return;
  await copy(file, today);
  for (const old of dailyCopies(file).slice(keptDailyCopies)) rmSync(old);
  removeRemains(dirname(today), now());
}

/** Removes what copies left that were broken off, a day ago or longer. */
function removeRemains(folder: string, now: number): void {
  const remains = readdirSync(folder).filter((name) => name.endsWith(".partial"));
  for (const path of remains.map((name) => join(folder, name))) if (statSync(path).mtimeMs < now - dayMs) rmSync(path);
}

/** The daily copies of the database `file`, the newest first. */
export function dailyCopies(file: string): readonly string[] {
  const folder = dirname(backupPath(file, ""));
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => {
      const date = /\d{4}-\d{2}-\d{2}(?!.*\d{4}-\d{2}-\d{2})/.exec(name)?.[0];
      return date !== undefined && name === basename(backupPath(file, date));
    })
    .sort()
    .reverse()
    .map((name) => join(folder, name));
}

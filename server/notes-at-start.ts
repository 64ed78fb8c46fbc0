import type { Logger } from "pino";
import { AppError, ConflictError } from "./domain/errors.js";
import { finishInterruptedImports } from "./operations/finish-imports.js";
import { syncNotes } from "./operations/sync-notes.js";
import type { Store } from "./store/open.js";

export interface NotesAtStart {
  readonly store: Store;
  /** Absolute path of the folder of notes. */
  readonly notesDir: string;
  readonly log: Logger;
  /** The clock: milliseconds since 1970 in UTC. */
  readonly now: () => number;
  /** How long another process that reads the notes is waited for; in milliseconds. */
  readonly patienceMs?: number;
}

/** The notes being read beside the requests. */
export interface NotesReading {
  /** Settles when they have been read for the first time, or could not be. */
  readonly first: Promise<void>;
  /** Reads no more; resolves when what is being read is done. */
  stop(): Promise<void>;
}

/** Long enough for the remains of a process that was killed while it read the notes to be removed. */
const longPatienceMs = 65_000;

/**
 * Finishes what an earlier process began, then brings the notes in, without anybody having asked. Failures are logged, and the server
 * runs with what it has; where another process is reading the notes, or was killed while it did, it is tried again later.
 */
export function startReadingNotes({ store, notesDir, log, now, patienceMs = longPatienceMs }: NotesAtStart): NotesReading {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let running = read();

  async function read(): Promise<void> {
    try {
      await finishInterruptedImports(store, now);
      const report = await syncNotes({ store, now, notesDir, dryRun: false, unattended: true });
      log.info({ report }, "notes read");
      if (report.waiting !== null) log.warn(report.waiting.reason);
    } catch (error) {
      if (error instanceof ConflictError) return later();
      if (error instanceof AppError) log.warn(`The notes were not read. ${error.message}`);
      else log.error({ err: error }, "the notes could not be read");
    }
  }

  function later(): void {
    log.warn(`Another process is reading the notes; this one tries again in ${Math.ceil(patienceMs / 1_000)} seconds.`);
    if (stopped) return;
    timer = setTimeout(() => (running = read()), patienceMs);
    timer.unref();
  }

  return {
    first: running,
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}

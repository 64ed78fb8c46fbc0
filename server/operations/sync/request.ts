import type { Store } from "../../store/open.js";
import type { NotesParser } from "../../workers/parse-notes.js";

export interface SyncRequest {
  readonly store: Store;
  /** The clock: milliseconds since 1970 in UTC. */
  readonly now: () => number;
  /** Absolute path of the folder of notes. */
  readonly notesDir: string;
  /** Only say what would change. */
  readonly dryRun: boolean;
  /** Nobody asked for it: archiving many cards waits until somebody does. */
  readonly unattended: boolean;
  /** Gives guids for new notes; random ones unless a test wants its own. */
  readonly newGuid?: () => string;
  /** Starts what parses the notes: a worker, unless a test wants it otherwise. */
  readonly startParser?: () => NotesParser;
}

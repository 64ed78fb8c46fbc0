import { createHash } from "node:crypto";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { generateDeck } from "../../server/domain/markdown/deck.js";
import { parseDocument } from "../../server/domain/markdown/generate.js";
import { UnreadableNoteError } from "../../server/domain/markdown/unreadable.js";
import { syncNotes } from "../../server/operations/sync-notes.js";
import type { SyncReport } from "../../server/operations/sync/report.js";
import type { SyncRequest } from "../../server/operations/sync/request.js";
import type { NotesParser } from "../../server/workers/parse-notes.js";
import { temporaryFolder, type TestStore } from "./store.js";

/** A folder of notes on the disk, and the way from it into a test's database. */
export interface NotesFolder {
  /** Absolute path. */
  readonly path: string;
  readonly write: (note: string, text: string | Uint8Array) => void;
  readonly remove: (note: string) => void;
  /** Brings the folder into the store, by hand unless `given` says otherwise; guids are counted. */
  readonly sync: (given?: Partial<SyncRequest>) => Promise<SyncReport>;
}

/** An empty folder of notes; removed after the test. */
export function notesFolder(store: TestStore, path = temporaryFolder()): NotesFolder {
  return {
    path,
    write: (note, text) => {
      mkdirSync(dirname(join(path, note)), { recursive: true });
      writeFileSync(join(path, note), text);
    },
    remove: (note) => rmSync(join(path, note), { recursive: true }),
    sync: (given) =>
      syncNotes({
        store,
        now: store.clock.now,
        notesDir: path,
        dryRun: false,
        unattended: false,
        newGuid: countedGuids(),
        startParser,
        ...given,
      }),
  };
}

/** Parses in this process: a worker of its own for each of hundreds of synchronisations would take its time. */
function startParser(): NotesParser {
  return {
    parse: async (note) => {
      try {
        return parseDocument(note);
      } catch (error) {
        if (error instanceof UnreadableNoteError) return { path: note.path, line: error.line, message: error.message };
        throw error;
      }
    },
    gate: async (documents) => generateDeck(documents),
    end: async () => {},
  };
}

let guids = 0;

/** Guids as a seeded source of chance would give them: the same in each run, never twice. */
function countedGuids(): () => string {
  return () =>
    createHash("md5")
      .update(String((guids += 1)))
      .digest("hex");
}

/** A written card. */
export function written(question: string, answer: string, id?: string): string {
  return `Q: ${question}${id === undefined ? "" : ` ^${id}`}\nA: ${answer}\n\n`;
}

/** A note with this many written cards, numbered from `from`. */
export function manyCards(count: number, from = 1): string {
  const cards = Array.from({ length: count }, (_, index) => {
    const name = createHash("md5")
      .update(`card ${from + index}`)
      .digest("hex");
    return written(
      `Which port does the service ${name.slice(0, 9)} listen on?`,
      `On ${name.slice(9, 24)}, unless told otherwise`,
    );
  });
  return `# Many\n\n${cards.join("")}`;
}

import { randomBytes } from "node:crypto";
import { ConflictError } from "../../domain/errors.js";
import { placeCards } from "../../domain/identity/placement.js";
import { generatorVersion } from "../../domain/markdown/generator-version.js";
import type { Store } from "../../store/open.js";
import { selectOpenSyncs } from "../../store/read/imports.js";
import { selectFolderDecks, type StoredFolder } from "../../store/read/notes-folder.js";
import { ensureGeneratedType } from "../../store/write/generated-notes.js";
import { insertSync } from "../../store/write/imports.js";
import type { NotesRead } from "../../workers/read-notes.js";
import { decksFor, deckIdsByFolder, makeDecks, showDecks } from "./deck-steps.js";
import { removeUnpublished } from "./finish.js";
import { foldersAbove, type Before, type GuardedPlan } from "./folder-guard.js";
import { noteSteps } from "./note-steps.js";
import { pictureSteps } from "./picture-steps.js";
import { publish, type Publishing } from "./publish.js";
import type { SyncReport } from "./report.js";
import type { SyncRequest } from "./request.js";
import { sourceSteps } from "./source-steps.js";

export interface Writing {
  readonly request: SyncRequest;
  readonly read: NotesRead;
  readonly stored: StoredFolder;
  readonly guarded: GuardedPlan;
  readonly before: Before | null;
  readonly report: SyncReport;
  /** Fingerprint of what was read, hex; `""` if it must be read again the next time. */
  readonly hash: string;
}

/**
 * Writes what a comparison found, unless that is nothing. Throws ConflictError, and changes nothing, when another process is writing
 * notes, or has written some since the comparison.
 */
export async function writeFolder(writing: Writing): Promise<void> {
  const { request, read, stored, guarded, before } = writing;
  const { store, now, notesDir } = request;
  if (selectOpenSyncs(store).length > 0) {
    throw new ConflictError("The notes are being read by another process just now. Try again in a minute; nothing was changed.");
  }
  const startedAt = now();
  const planned = decksFor(notesDir, read, stored, guarded.plan);
  const [begun] = await store.db.batch([
    insertSync({ notesDir, startedAt, lastId: before?.id ?? 0 }),
    ensureGeneratedType(startedAt),
    ...makeDecks(planned, startedAt),
  ]);
  const importId = begun?.lastInsertRowid ?? 0;
  try {
    const publishing = await prepare(writing, { importId, startedAt, planned });
    if (isAsBefore(writing, publishing)) await takeBack(store, importId);
    else await publish(store, publishing);
  } catch (error) {
    await takeBack(store, importId);
    throw error;
  }
}

/** Nothing is to be written, and the next synchronisation need not know more than this one did. */
function isAsBefore({ request, before, guarded, hash }: Writing, { steps, shown }: Publishing): boolean {
  const isEmpty = steps.inserts.length + steps.changes.length + shown.length === 0;
  const isKnown = before !== null && before.notesDir === request.notesDir && (before.hash ?? "") === hash;
  return isEmpty && isKnown && before.report.home === guarded.home && before.report.waiting?.reason === guarded.waiting?.reason;
}

/** Removes a synchronisation that has begun, unless it has happened. */
async function takeBack(store: Store, importId: number): Promise<void> {
  const open = selectOpenSyncs(store).find((each) => each.id === importId);
  if (open && !open.isPublished) await removeUnpublished(store, open);
}

interface Begun {
  readonly importId: number;
  readonly startedAt: number;
  readonly planned: ReturnType<typeof decksFor>;
}

async function prepare(
  { request, read, stored, guarded, before, report, hash }: Writing,
  { importId, startedAt, planned }: Begun,
): Promise<Publishing> {
  const { store, now, newGuid = randomGuid } = request;
  const { plan, home } = guarded;
  const decks = selectFolderDecks(store);
  const ids = deckIdsByFolder(planned, decks);
  const keptPaths = new Set([...guarded.keptPaths, ...read.unread.map(({ path }) => path)]);
  const sources = sourceSteps({
    documents: read.documents,
    stored: stored.sources,
    problems: plan.problems,
    deckIds: ids,
    isHtmlStale: before?.report.generatorVersion !== generatorVersion,
    keptPaths,
    now: startedAt,
  });
  const places = placeCards(plan, ids);
  const pictures = await pictureSteps({ store, read, deckIds: ids, now: startedAt });
  const notes = noteSteps({ plan, places, deckIds: ids, newGuid, importId, now: startedAt });
  return {
    importId,
    steps: { inserts: [...pictures, ...sources.inserts, ...notes.inserts], changes: [...sources.changes, ...notes.changes] },
    shown: showDecks({ planned, decks, ids, keptFolders: foldersAbove(keptPaths), now: startedAt }),
    hash,
    report: { ...report, home, generatorVersion },
    now,
  };
}

function randomGuid(): string {
  return randomBytes(16).toString("hex");
}

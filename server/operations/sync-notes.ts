import { stat } from "node:fs/promises";
import { setImmediate } from "node:timers/promises";
import { NotFoundError, ValidationError } from "../domain/errors.js";
import { toIncomingNote, type IncomingNote } from "../domain/identity/notes.js";
import { planSync } from "../domain/identity/plan.js";
import { generatorVersion } from "../domain/markdown/generator-version.js";
import { onceMore } from "../store/once-more.js";
import { selectOptionalLastSync } from "../store/read/imports.js";
import { selectStoredFolder } from "../store/read/notes-folder.js";
import { fingerprintNotes } from "../workers/fingerprint-notes.js";
import { readNotes, type NotesRead } from "../workers/read-notes.js";
import { finishInterruptedImports } from "./finish-imports.js";
import { beforeOf, guardArchiving, type GuardedPlan } from "./sync/folder-guard.js";
import { countCards, countTiers, unchangedReport, type SyncReport } from "./sync/report.js";
import type { SyncRequest } from "./sync/request.js";

/**
 * Brings the notes of a folder into the database: new cards are added, edited ones keep every learner's progress, and what is gone is
 * archived, never deleted. Throws NotFoundError or ValidationError where the folder cannot be read or is empty (nothing is changed), and
 * ConflictError while another synchronisation is under way.
 */
export async function syncNotes(request: SyncRequest): Promise<SyncReport> {
  const { store, now, notesDir, dryRun, unattended } = request;
  await requireFolder(notesDir);
  const hash = await fingerprintNotes(notesDir);
  if (!dryRun) await finishInterruptedImports(store, now);
  const before = beforeOf(selectOptionalLastSync(store));
  if (before?.hash === hash && before.notesDir === notesDir && (unattended || before.report.waiting === null)) {
    return unchangedReport(notesDir, dryRun, before.report);
  }
  const read = await readNotes(notesDir, request.startParser);
  const incoming = await identify(read);
  return onceMore(() => syncOnce(request, { read, incoming, hash }));
}

/** A document at a time, with others' turns between: it costs about 40 ms for a thousand facts. */
async function identify({ documents }: NotesRead): Promise<readonly IncomingNote[]> {
  const incoming: IncomingNote[] = [];
  for (const { facts } of documents) {
    incoming.push(...facts.map(toIncomingNote));
    await setImmediate();
  }
  return incoming;
}

async function requireFolder(notesDir: string): Promise<void> {
  const found = await stat(notesDir).catch(() => null);
  if (found === null) throw new NotFoundError(`There is no folder ${notesDir}. Check its name (NOTES_DIR); nothing was changed.`);
  if (found?.isFile())
    throw new ValidationError(`${notesDir} is a file. Name the folder of notes that it is in; nothing was changed.`);
}

interface FolderRead {
  readonly read: NotesRead;
  readonly incoming: readonly IncomingNote[];
  /** Fingerprint of the folder, hex. */
  readonly hash: string;
}

async function syncOnce(request: SyncRequest, { read, incoming, hash }: FolderRead): Promise<SyncReport> {
  const { store, notesDir, dryRun, unattended } = request;
  const before = beforeOf(selectOptionalLastSync(store));
  const stored = selectStoredFolder(store);
  const full = planSync({
    stored: stored.notes,
    incoming,
    generatorVersion,
    unreadPaths: new Set(read.unread.map(({ path }) => path)),
  });
  const guarded = guardArchiving(full, stored, { notesDir, unattended, before });
  const report = reportOf(request, read, guarded);
  // What could not be read may be readable the next time, without a change of its bytes.
  const isComplete = read.unread.length === 0;
  if (dryRun) return report;
  // Loaded once something has changed: with the packages that render Markdown it takes as long as the rest of a start.
  const { writeFolder } = await import("./sync/write-folder.js");
  await writeFolder({ request, read, stored, guarded, before, report, hash: isComplete ? hash : "" });
  return report;
}

function reportOf({ notesDir, dryRun }: SyncRequest, read: NotesRead, { plan, waiting }: GuardedPlan): SyncReport {
  return {
    notesDir,
    dryRun,
    isUnchanged: false,
    notes: { read: read.documents.length, unread: read.unread.length },
    tiers: countTiers(plan),
    cards: countCards(plan),
    waiting,
    problems: [...read.unread, ...read.problems, ...read.documents.flatMap((document) => document.problems), ...plan.problems],
  };
}

import { randomBytes } from "node:crypto";
import { stat } from "node:fs/promises";
import { ConflictError, NotFoundError, ValidationError } from "../domain/errors.js";
import { toIncomingNote } from "../domain/identity/notes.js";
import { placeCards } from "../domain/identity/placement.js";
import { planSync } from "../domain/identity/plan.js";
import { generatorVersion } from "../domain/markdown/generator-version.js";
import { onceMore } from "../store/once-more.js";
import type { Store } from "../store/open.js";
import { selectOpenSyncs, selectOptionalLastSync } from "../store/read/imports.js";
import { selectFolderDecks, selectStoredFolder, type StoredFolder } from "../store/read/notes-folder.js";
import { ensureGeneratedType } from "../store/write/generated-notes.js";
import { insertSync } from "../store/write/imports.js";
import { fingerprintNotes } from "../workers/fingerprint-notes.js";
import type { NotesParser } from "../workers/parse-notes.js";
import { readNotes, type NotesRead } from "../workers/read-notes.js";
import { finishInterruptedImports } from "./finish-imports.js";
import { decksFor, deckIdsByFolder, makeDecks, showDecks } from "./sync/deck-steps.js";
import { removeUnpublished } from "./sync/finish.js";
import { beforeOf, foldersAbove, guardArchiving, type Before, type GuardedPlan } from "./sync/folder-guard.js";
import { noteSteps } from "./sync/note-steps.js";
import { publish, type Publishing } from "./sync/publish.js";
import { countCards, countTiers, unchangedReport, type SyncReport } from "./sync/report.js";
import { sourceSteps } from "./sync/source-steps.js";

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
  return onceMore(() => syncOnce(request, read, hash));
}

async function requireFolder(notesDir: string): Promise<void> {
  const found = await stat(notesDir).catch(() => null);
  if (found === null) throw new NotFoundError(`There is no folder ${notesDir}. Check its name (NOTES_DIR); nothing was changed.`);
  if (found?.isFile())
    throw new ValidationError(`${notesDir} is a file. Name the folder of notes that it is in; nothing was changed.`);
}

async function syncOnce(request: SyncRequest, read: NotesRead, hash: string): Promise<SyncReport> {
  const { store, notesDir, dryRun, unattended } = request;
  const before = beforeOf(selectOptionalLastSync(store));
  const stored = selectStoredFolder(store);
  const full = planSync({
    stored: stored.notes,
    incoming: read.documents.flatMap((document) => document.facts.map(toIncomingNote)),
    generatorVersion,
    unreadPaths: new Set(read.unread.map(({ path }) => path)),
  });
  const guarded = guardArchiving(full, stored, { notesDir, unattended, before });
  const report = reportOf(request, read, guarded);
  // What could not be read may be readable the next time, without a change of its bytes.
  const isComplete = read.unread.length === 0;
  if (!dryRun) await write({ request, read, stored, guarded, before, report, hash: isComplete ? hash : "" });
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

interface Writing {
  readonly request: SyncRequest;
  readonly read: NotesRead;
  readonly stored: StoredFolder;
  readonly guarded: GuardedPlan;
  readonly before: Before | null;
  readonly report: SyncReport;
  readonly hash: string;
}

async function write(writing: Writing): Promise<void> {
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
    const publishing = prepare(writing, { importId, startedAt, planned });
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

function prepare(
  { request, read, stored, guarded, before, report, hash }: Writing,
  { importId, startedAt, planned }: Begun,
): Publishing {
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
  const notes = noteSteps({ plan, places, deckIds: ids, newGuid, importId, now: startedAt });
  return {
    importId,
    steps: { inserts: [...sources.inserts, ...notes.inserts], changes: [...sources.changes, ...notes.changes] },
    shown: showDecks({ planned, decks, ids, keptFolders: foldersAbove(keptPaths), now: startedAt }),
    hash,
    report: { ...report, home, generatorVersion },
    now,
  };
}

function randomGuid(): string {
  return randomBytes(16).toString("hex");
}

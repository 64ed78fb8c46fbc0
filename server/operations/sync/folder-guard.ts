import { refuseArchiving, type ArchivingRefusal } from "../../domain/identity/archiving.js";
import { folderOf } from "../../domain/identity/decks.js";
import { countArchived, withoutArchiving, type SyncPlan } from "../../domain/identity/plan.js";
import type { LastSync } from "../../store/read/imports.js";
import type { StoredFolder } from "../../store/read/notes-folder.js";
import { storedReport, type StoredReport, type SyncReport } from "./report.js";

/** The last synchronisation, and what it left. */
export interface Before {
  readonly id: number;
  readonly notesDir: string;
  readonly hash: string | null;
  readonly report: StoredReport;
}

/** Reads what the last synchronisation left; `null` if there was none. */
export function beforeOf(last: LastSync | null): Before | null {
  return last === null ? null : { ...last, report: storedReport.parse(last.report) };
}

export interface GuardedPlan {
  /** The plan, without archiving where that must wait. */
  readonly plan: SyncPlan;
  readonly waiting: SyncReport["waiting"];
  /** The folder that the stored notes are from afterwards. */
  readonly home: string;
  /** Paths of documents that are gone, but whose cards are kept. */
  readonly keptPaths: ReadonlySet<string>;
}

/**
 * Keeps what a plan would archive, where that may be a mistake: the folder is another one than before (by hand: than the last time;
 * unattended: than the one that the stored notes are from), or so much is gone that somebody should look.
 */
export function guardArchiving(
  plan: SyncPlan,
  stored: StoredFolder,
  { notesDir, unattended, before }: { notesDir: string; unattended: boolean; before: Before | null },
): GuardedPlan {
  const known = unattended ? before?.report.home : before?.notesDir;
  const cards = countArchived(plan);
  const activeCards = stored.notes.flatMap((note) => note.cards).filter((card) => card.status === "active").length;
  const refusal = refuseArchiving({
    isNeeded: plan.vanished.length > 0 || cards > 0,
    cards,
    activeCards,
    isOtherFolder: known !== undefined && known !== notesDir,
    unattended,
  });
  if (refusal === null) return { plan, waiting: null, home: notesDir, keptPaths: new Set() };
  const home = before?.report.home ?? notesDir;
  return {
    plan: withoutArchiving(plan),
    waiting: { cards, reason: reasonOf(refusal, { cards, activeCards, home, unattended }) },
    home,
    keptPaths: new Set(plan.vanished.map(({ path }) => path)),
  };
}

interface Waiting {
  readonly cards: number;
  readonly activeCards: number;
  readonly home: string;
  readonly unattended: boolean;
}

function reasonOf(refusal: ArchivingRefusal, { cards, activeCards, home, unattended }: Waiting): string {
  const how = unattended ? "Run `deckhand notes sync`" : "Do the same once more";
  const again = `${how} to archive them; nobody's progress is lost either way.`;
  const count = cards === 1 ? "1 card is" : `${cards} cards are`;
  return refusal === "otherFolder"
    ? `The notes were read from another folder than before (${home}). ${count} not in it, and kept for now. ${again}`
    : `${count} no longer in the notes, of ${activeCards}. That is a lot, so nothing was archived without being asked. ${again}`;
}

/** The folders of these documents, and the folders above them. */
export function foldersAbove(paths: ReadonlySet<string>): Set<string> {
  const folders = new Set<string>();
  for (const path of paths) {
    let folder = folderOf(path);
    folders.add(folder);
    while (folder.includes("/")) folders.add((folder = folderOf(folder)));
  }
  return folders;
}

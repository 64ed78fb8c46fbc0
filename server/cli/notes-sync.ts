import { resolve } from "node:path";
import { readConfig } from "../config.js";
import { syncNotes } from "../operations/sync-notes.js";
import type { SyncReport } from "../operations/sync/report.js";
import { projectRoot } from "../root.js";
import { openStore } from "../store/open.js";

/**
 * `deckhand notes sync [PATH] [--dry-run] [--json]`: brings the folder PATH, or NOTES_DIR, into the database, also while the server runs.
 * Resolves to 0; throws the refusals of `syncNotes`.
 */
export async function notesSync(args: {
  readonly path?: string;
  readonly dryRun: boolean;
  readonly json: boolean;
}): Promise<number> {
  const config = readConfig(process.env, projectRoot);
  const store = await openStore({ file: config.databaseFile, now: Date.now });
  try {
    const report = await syncNotes({
      store,
      now: Date.now,
      notesDir: args.path === undefined ? config.notesDir : resolve(args.path),
      dryRun: args.dryRun,
      unattended: false,
    });
    process.stdout.write(args.json ? `${JSON.stringify(report)}\n` : describeSync(report));
    return 0;
  } finally {
    await store.close();
  }
}

/** The report in words, for a terminal. */
export function describeSync({ notesDir, dryRun, isUnchanged, notes, tiers, cards, waiting, problems }: SyncReport): string {
  const unread = notes.unread === 0 ? "" : `; ${notes.unread} could not be read, and their cards stay as they are`;
  const lines = [
    `${count(notes.read, "note")} in ${notesDir}${unread}.`,
    ...(isUnchanged ? ["Nothing has changed since the last time."] : []),
    "",
    "Passages that make cards",
    ...tierNames.map(([tier, name]) => row(name, tiers[tier])),
    "",
    "Cards",
    row("active", cards.active),
    row("withheld", cards.withheld),
    row("added", cards.added),
    row("changed", cards.changed),
    row("archived", cards.archived),
    row("restored", cards.restored),
    ...(waiting === null ? [] : ["", waiting.reason]),
    ...(problems.length === 0
      ? []
      : ["", "Problems", ...problems.map(({ path, line, message }) => `  ${path}:${line}  ${message}`)]),
    ...(dryRun ? ["", "This was a dry run: nothing was changed."] : []),
  ];
  return `${lines.join("\n")}\n`;
}

const tierNames: readonly [tier: keyof SyncReport["tiers"], name: string][] = [
  ["exact", "unchanged"],
  ["moved", "moved"],
  ["edited", "edited, progress kept"],
  ["changed", "changed, learners are asked"],
  ["new", "new"],
  ["archived", "archived"],
  ["restored", "restored"],
];

function row(name: string, number: number): string {
  return `  ${name.padEnd(28)}${String(number).padStart(6)}`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

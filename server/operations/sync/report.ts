import { z } from "zod";
import type { Problem } from "../../domain/markdown/model.js";
import type { Outcome, SyncPlan } from "../../domain/identity/plan.js";

/** What became of the passages that make cards. */
export type Tiers = Readonly<Record<Outcome | "new" | "archived", number>>;

export interface SyncReport {
  /** Absolute path of the folder that was read. */
  readonly notesDir: string;
  readonly dryRun: boolean;
  /** Nothing in the folder has changed since the last time, so that nothing was compared. */
  readonly isUnchanged: boolean;
  readonly notes: { readonly read: number; readonly unread: number };
  readonly tiers: Tiers;
  readonly cards: {
    readonly active: number;
    readonly withheld: number;
    readonly added: number;
    /** Those of which learners are asked whether to keep their progress. */
    readonly changed: number;
    readonly archived: number;
    readonly restored: number;
  };
  /** Cards that the folder no longer gives, and why they were kept; `null` if there are none. */
  readonly waiting: { readonly cards: number; readonly reason: string } | null;
  /** Files that could not be read, and what their authors should know. */
  readonly problems: readonly Problem[];
}

/** What a synchronisation leaves for the next one. */
export const storedReport = z.object({
  /** The folder that the stored notes are from. */
  home: z.string(),
  generatorVersion: z.number(),
  waiting: z.object({ cards: z.number(), reason: z.string() }).nullable(),
  notes: z.object({ read: z.number(), unread: z.number() }),
  tiers: z.record(z.string(), z.number()),
  cards: z.object({ active: z.number(), withheld: z.number() }).loose(),
  problems: z.array(z.object({ path: z.string(), line: z.number(), message: z.string() })),
});

export type StoredReport = z.infer<typeof storedReport>;

const nothing: Tiers = { exact: 0, moved: 0, edited: 0, changed: 0, restored: 0, new: 0, archived: 0 };

/** The report of a synchronisation that found everything as the last one left it. */
export function unchangedReport(notesDir: string, dryRun: boolean, last: StoredReport): SyncReport {
  const { active, withheld } = last.cards;
  const exact = Object.entries(last.tiers).reduce((sum, [tier, count]) => sum + (tier === "archived" ? 0 : count), 0);
  return {
    notesDir,
    dryRun,
    isUnchanged: true,
    notes: last.notes,
    tiers: { ...nothing, exact },
    cards: { active, withheld, added: 0, changed: 0, archived: 0, restored: 0 },
    waiting: last.waiting,
    problems: last.problems,
  };
}

/** How many passages of the plan each tier has. */
export function countTiers({ kept, fresh, vanished }: SyncPlan): Tiers {
  const tiers = { ...nothing, new: fresh.length, archived: vanished.length };
  for (const { outcome } of kept) tiers[outcome] += 1;
  return tiers;
}

/** What the plan does to cards. */
export function countCards({ kept, fresh, vanished }: SyncPlan): SyncReport["cards"] {
  const changes = kept.flatMap((note) => note.cards);
  const inserted = [...changes.filter((change) => change.act === "insert"), ...fresh.flatMap((note) => note.cards)];
  const updated = changes.filter((change) => change.act === "update");
  const untouched = changes.filter((change) => change.act === "keep").map((change) => change.stored);
  const statuses = [...inserted, ...updated, ...untouched].map(({ status }) => status);
  const gone = [
    ...changes.flatMap((change) => (change.act === "archive" || change.act === "retire" ? [change.stored] : [])),
    ...vanished.flatMap((note) => note.cards),
  ];
  return {
    active: statuses.filter((status) => status === "active").length,
    withheld: statuses.filter((status) => status === "withheld").length,
    added: inserted.filter((change) => change.status === "active").length,
    changed: updated.filter((change) => change.changed).length,
    archived: gone.filter((card) => card.status === "active").length,
    restored: updated.filter((change) => change.stored.status === "archived" && change.status === "active").length,
  };
}

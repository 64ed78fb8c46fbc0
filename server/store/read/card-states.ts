import { newSchedule, State, type CardSchedule, type Due } from "../../domain/card-schedule.js";
import type { Store } from "../open.js";

/** One learner's row for one card, as stored. */
export interface CardStateRow {
  readonly cardId: number;
  readonly deckId: number;
  /** 1: the card is active and its deck not left. */
  readonly live: number;
  readonly state: State;
  readonly dueAt: number | null;
  readonly dueDay: number | null;
  readonly stability: number | null;
  readonly difficulty: number | null;
  readonly reps: number;
  readonly lapses: number;
  readonly step: number;
  readonly scheduledDays: number;
  readonly lastAt: number | null;
  readonly lastDay: number | null;
  readonly suspendedAt: number | null;
  readonly buriedUntilDay: number | null;
  readonly leechAt: number | null;
  readonly flag: number;
  readonly contentVersion: number;
  readonly seq: number;
  readonly version: number;
}

/** The columns of CardStateRow, of the table or alias `s`. */
export const cardStateColumns = `s.cardId, s.deckId, s.live, s.state, s.dueAt, s.dueDay, s.stability, s.difficulty, s.reps, s.lapses, s.step,
  s.scheduledDays, s.lastAt, s.lastDay, s.suspendedAt, s.buriedUntilDay, s.leechAt, s.flag, s.contentVersion, s.seq, s.version`;

/** The row of a card that the learner has not touched; it is not stored, and its version is 0. */
export function untouchedState(card: Pick<CardStateRow, "cardId" | "deckId" | "contentVersion">): CardStateRow {
  const { cardId, deckId, contentVersion } = card;
  return {
    cardId,
    deckId,
    contentVersion,
    live: 1,
    ...newColumns,
    suspendedAt: null,
    buriedUntilDay: null,
    leechAt: null,
    flag: 0,
    seq: 0,
    version: 0,
  };
}

/** A learner's row for a card; null if they have not touched it. */
export function selectOptionalCardState(store: Store, learnerId: number, cardId: number): CardStateRow | null {
  const sql = `SELECT ${cardStateColumns} FROM CardState s WHERE s.learnerId = ? AND s.cardId = ?`;
  return store.db.prepare<CardStateRow>(sql).get(learnerId, cardId) ?? null;
}

/** The schedule that a row holds. @throws Error if a started card has no memory, which scheduling must never see */
export function scheduleOf(row: CardStateRow): CardSchedule {
  if (row.state === State.New) return newSchedule;
  const due = dueOf(row);
  if (due === null || row.stability === null || row.difficulty === null || row.lastDay === null)
    throw new Error(`Card ${row.cardId} is started, but has no memory or no due date.`);
  const { state, stability, difficulty, step, scheduledDays, reps, lapses, lastDay } = row;
  return { state, stability, difficulty, due, step, scheduledDays, reps, lapses, lastDay };
}

/** When a row is due; null while it is new. */
export function dueOf(row: { readonly dueAt: number | null; readonly dueDay: number | null }): Due | null {
  if (row.dueAt !== null) return { dueAt: row.dueAt };
  return row.dueDay === null ? null : { dueDay: row.dueDay };
}

/** The columns that hold a schedule; `lastAt` is the instant of the last answer. */
export type ScheduleColumns = Pick<CardStateRow, (typeof scheduleColumnNames)[number]>;

export const scheduleColumnNames = [
  "state",
  "dueAt",
  "dueDay",
  "stability",
  "difficulty",
  "reps",
  "lapses",
  "step",
  "scheduledDays",
  "lastAt",
  "lastDay",
] as const satisfies readonly (keyof CardStateRow)[];

/** The columns for a schedule. */
export function columnsOf(schedule: CardSchedule, lastAt: number | null): ScheduleColumns {
  if (schedule.state === State.New) return newColumns;
  const { due, state, stability, difficulty, reps, lapses, step, scheduledDays, lastDay } = schedule;
  const dates = "dueAt" in due ? { dueAt: due.dueAt, dueDay: null } : { dueAt: null, dueDay: due.dueDay };
  return { state, stability, difficulty, reps, lapses, step, scheduledDays, lastAt, lastDay, ...dates };
}

const newColumns: ScheduleColumns = {
  state: State.New,
  dueAt: null,
  dueDay: null,
  stability: null,
  difficulty: null,
  reps: 0,
  lapses: 0,
  step: 0,
  scheduledDays: 0,
  lastAt: null,
  lastDay: null,
};

import type { State } from "../../domain/card-schedule.js";
import type { Store } from "../open.js";

/** Cards of one deck and state that are due by study day. */
export interface DueGroup {
  readonly deckId: number;
  readonly state: State;
  readonly cards: number;
}

/** Cards due on `studyDay` or before, by deck and state, for each deck that has any; those due at an instant are not among them. */
export function selectDueGroups(
  store: Store,
  learnerId: number,
  deckIds: readonly number[],
  studyDay: number,
): readonly DueGroup[] {
  return store.db
    .prepare<DueGroup>(
      `SELECT deckId, state, sum(count) AS cards FROM DueCount
       WHERE learnerId = ? AND deckId IN (SELECT value FROM json_each(?)) AND state IN (1, 2, 3) AND dueDay <= ?
       GROUP BY deckId, state`,
    )
    .all(learnerId, JSON.stringify(deckIds), studyDay);
}

/** Cards of each deck that cannot be had as new on `studyDay`: started, suspended, or buried beyond it. */
export function selectTaken(
  store: Store,
  learnerId: number,
  deckIds: readonly number[],
  studyDay: number,
): ReadonlyMap<number, number> {
  const rows = store.db
    .prepare<{ deckId: number; cards: number }>(
      `SELECT deckId, sum(count) AS cards FROM DueCount
       WHERE learnerId = ? AND deckId IN (SELECT value FROM json_each(?)) AND state = 0 AND dueDay > ? GROUP BY deckId`,
    )
    .all(learnerId, JSON.stringify(deckIds), studyDay);
  return new Map(rows.map(({ deckId, cards }) => [deckId, cards]));
}

/** How many cards come due on each of the `days` study days from `firstDay` on. */
export function selectForecast(
  store: Store,
  learnerId: number,
  deckIds: readonly number[],
  { firstDay, days }: { readonly firstDay: number; readonly days: number },
): readonly number[] {
  const rows = store.db
    .prepare<{ dueDay: number; cards: number }>(
      `SELECT dueDay, sum(count) AS cards FROM DueCount
       WHERE learnerId = ? AND deckId IN (SELECT value FROM json_each(?)) AND state IN (1, 2, 3) AND dueDay BETWEEN ? AND ? GROUP BY dueDay`,
    )
    .all(learnerId, JSON.stringify(deckIds), firstDay, firstDay + days - 1);
  const cards = new Map(rows.map((row) => [row.dueDay, row.cards]));
  return Array.from({ length: days }, (_, index) => cards.get(firstDay + index) ?? 0);
}

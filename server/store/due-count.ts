/**
 * What DueCount counts. A state that is live counts
 * - under its own state, on the study day on which it next shows (its due day, or the end of its burial if that is later), unless it is
 *   suspended or due at an instant: those few are counted from their index;
 * - under state 0, as one card of the deck that is not to be had as new before that day: never, once it is started or suspended.
 * New cards available on a day are therefore the deck's live cards less those of state 0 counted on later days.
 */
import { State } from "../domain/card-schedule.js";

/** The study day that never comes. */
export const neverDay = 2_147_483_647;

/** The columns of a state that decide where it is counted. */
export interface CountedState {
  readonly live: number;
  readonly state: State;
  readonly dueDay: number | null;
  readonly suspendedAt: number | null;
  readonly buriedUntilDay: number | null;
}

export interface DueCountKey {
  readonly state: State;
  readonly dueDay: number;
}

/** Where a state is counted; the same as `countedStates` for one row. */
export function dueCountKeys(row: CountedState): readonly DueCountKey[] {
  if (!row.live) return [];
  const isSuspended = row.suspendedAt !== null;
  const keys: DueCountKey[] = [];
  if (row.dueDay !== null && !isSuspended)
    keys.push({ state: row.state, dueDay: Math.max(row.dueDay, row.buriedUntilDay ?? row.dueDay) });
  if (row.state !== State.New || isSuspended) keys.push({ state: State.New, dueDay: neverDay });
  else if (row.buriedUntilDay !== null) keys.push({ state: State.New, dueDay: row.buriedUntilDay });
  return keys;
}

/** A query that gives (learnerId, deckId, state, dueDay) for each place where a state that satisfies the SQL condition is counted. */
export function countedStates(condition: string): string {
  return `SELECT learnerId, deckId, state, max(dueDay, coalesce(buriedUntilDay, dueDay)) AS dueDay FROM CardState
      WHERE (${condition}) AND live = 1 AND suspendedAt IS NULL AND dueDay IS NOT NULL
    UNION ALL SELECT learnerId, deckId, 0, iif(state = 0 AND suspendedAt IS NULL, buriedUntilDay, ${neverDay}) FROM CardState
      WHERE (${condition}) AND live = 1 AND (state <> 0 OR suspendedAt IS NOT NULL OR buriedUntilDay IS NOT NULL)`;
}

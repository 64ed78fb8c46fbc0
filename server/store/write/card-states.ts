import type { State } from "../../domain/card-schedule.js";
import type { Statement } from "../db.js";
import { dueCountKeys } from "../due-count.js";
import { scheduleColumnNames, type CardStateRow } from "../read/card-states.js";

/** A row as it was read, and as it shall be; the version is looked after here. */
export interface StateChange {
  readonly before: CardStateRow;
  readonly after: CardStateRow;
}

/** Writes a learner's states and keeps DueCount; fails if any of them is no longer what was read. */
export function writeCardStates(learnerId: number, changes: readonly StateChange[]): readonly Statement[] {
  return [...changes.map((change) => writeCardState(learnerId, change)), ...writeDueCounts(learnerId, changes)];
}

const written = [
  "deckId",
  "live",
  ...scheduleColumnNames,
  "suspendedAt",
  "buriedUntilDay",
  "leechAt",
  "flag",
  "contentVersion",
  "seq",
] as const satisfies readonly (keyof CardStateRow)[];

/** A first state has no version to be guarded by: it fails where the card, or the learner, has left its deck since they were read. */
const insert = `INSERT INTO CardState (learnerId, cardId, ${written.join(", ")}, version)
  SELECT e.learnerId, c.id, ${written.map(() => "?").join(", ")}, 1
  FROM Card c JOIN Enrolment e ON e.learnerId = ? AND e.deckId = c.deckId AND e.leftAt IS NULL
  WHERE c.id = ? AND c.deckId = ? AND c.status = 'active' ON CONFLICT DO NOTHING`;
const update = `UPDATE CardState SET ${written.map((name) => `${name} = ?`).join(", ")}, version = version + 1
  WHERE learnerId = ? AND cardId = ? AND version = ?`;

function writeCardState(learnerId: number, { before, after }: StateChange): Statement {
  const values = written.map((name) => after[name]);
  return before.version === 0
    ? { sql: insert, parameters: [...values, learnerId, after.cardId, after.deckId], changes: 1 }
    : { sql: update, parameters: [...values, learnerId, after.cardId, before.version], changes: 1 };
}

interface CountChange {
  readonly deckId: number;
  readonly state: State;
  readonly dueDay: number;
  count: number;
}

function writeDueCounts(learnerId: number, changes: readonly StateChange[]): readonly Statement[] {
  const sums = new Map<string, CountChange>();
  const add = (row: CardStateRow, count: number) => {
    for (const { state, dueDay } of dueCountKeys(row)) {
      const key = `${row.deckId}/${state}/${dueDay}`;
      const sum = sums.get(key);
      if (sum) sum.count += count;
      else sums.set(key, { deckId: row.deckId, state, dueDay, count });
    }
  };
  for (const { before, after } of changes) {
    add(before, -1); // an untouched one is counted nowhere
    add(after, 1);
  }
  return [...sums.values()].flatMap((sum) => (sum.count === 0 ? [] : changeDueCount(learnerId, sum)));
}

/** A count that falls to nothing goes, so that finding what is due never walks over the past. */
function changeDueCount(learnerId: number, { deckId, state, dueDay, count }: CountChange): readonly Statement[] {
  const change: Statement = {
    sql: `INSERT INTO DueCount (learnerId, deckId, state, dueDay, count) VALUES (?, ?, ?, ?, ?)
          ON CONFLICT (learnerId, deckId, state, dueDay) DO UPDATE SET count = count + excluded.count`,
    parameters: [learnerId, deckId, state, dueDay, count],
  };
  if (count > 0) return [change];
  return [
    change,
    {
      sql: "DELETE FROM DueCount WHERE learnerId = ? AND deckId = ? AND state = ? AND dueDay = ? AND count <= 0",
      parameters: [learnerId, deckId, state, dueDay],
    },
  ];
}

import { State } from "../../domain/card-schedule.js";
import { matureDays, maximumCountedMs } from "../../domain/stage.js";
import { countedStates } from "../due-count.js";
import type { Store } from "../open.js";

interface Difference {
  readonly key: string;
  readonly stored: number;
  readonly counted: number;
}

/** From what each rollup can be counted again: one row per key, with its number. Rows that would be 0 are left out. */
const rollups: readonly { readonly table: string; readonly stored: string; readonly counted: string }[] = [
  {
    table: "Deck.liveCards",
    stored: `SELECT id AS key, liveCards AS number FROM Deck`,
    counted: `SELECT c.deckId AS key, count(*) AS number FROM Card c LEFT JOIN Import i ON i.id = c.importId
      WHERE c.status = 'active' AND (c.importId IS NULL OR i.publishedAt IS NOT NULL) GROUP BY c.deckId`,
  },
  {
    table: "DueCount",
    stored: `SELECT learnerId || '/' || deckId || '/' || state || '/' || dueDay AS key, count AS number FROM DueCount`,
    counted: `SELECT learnerId || '/' || deckId || '/' || state || '/' || dueDay AS key, count(*) AS number
      FROM (${countedStates("true")}) GROUP BY learnerId, deckId, state, dueDay`,
  },
  {
    table: "DayStat.count",
    stored: `SELECT learnerId || '/' || studyDay || '/' || deckId || '/' || stage || '/' || rating AS key, count AS number FROM DayStat`,
    counted: dayStat("count(*)"),
  },
  {
    table: "DayStat.durationMs",
    stored: `SELECT learnerId || '/' || studyDay || '/' || deckId || '/' || stage || '/' || rating AS key, durationMs AS number FROM DayStat`,
    counted: dayStat(`sum(min(durationMs, ${maximumCountedMs}))`),
  },
];

/** Counts every rollup again from its rows, in one snapshot; one sentence for each that differs, at most a hundred for each rollup. */
export function checkRollups(store: Store): readonly string[] {
  const compareAll = store.sqlite.transaction(() =>
    rollups.flatMap(({ table, stored, counted }) =>
      store.db
        .prepare<Difference>(differencesOf(stored, counted))
        .all()
        .map((row) => `${table} of ${row.key} is ${row.stored}, but counted again it is ${row.counted}.`),
    ),
  );
  return compareAll();
}

function differencesOf(stored: string, counted: string): string {
  return `SELECT key, sum(stored) AS stored, sum(counted) AS counted FROM (
      SELECT key, number AS stored, 0 AS counted FROM (${stored})
      UNION ALL SELECT key, 0, number FROM (${counted})
    ) GROUP BY key HAVING sum(stored) <> sum(counted) ORDER BY key LIMIT 100`;
}

/** Answers by stage; a test compares the CASE with stageOf of the domain. */
function dayStat(number: string): string {
  return `SELECT learnerId || '/' || studyDay || '/' || deckId || '/' || stage || '/' || rating AS key, ${number} AS number
    FROM (SELECT *, CASE WHEN stateBefore = ${State.New} THEN 'new' WHEN intervalBefore >= ${matureDays} THEN 'mature'
      WHEN stateBefore = ${State.Review} OR intervalBefore >= 1 THEN 'young'
      WHEN stateBefore = ${State.Learning} THEN 'learning' ELSE 'relearning' END AS stage
      FROM Review WHERE kind = 'answer' AND undoneAt IS NULL)
    GROUP BY learnerId, studyDay, deckId, stage, rating`;
}

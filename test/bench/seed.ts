/** Fills a database for the benchmarks: one deck, many learners, each with every card in Review and some of them overdue. */
import { createHash } from "node:crypto";
import { rmSync } from "node:fs";
import Database from "better-sqlite3";
import { studyDay } from "../../server/domain/day.js";
import { defaultPresetSettings } from "../../server/domain/preset.js";
import { countedStates } from "../../server/store/due-count.js";
import { openStore } from "../../server/store/open.js";

export interface SeedSize {
  readonly learners: number;
  readonly cards: number;
  /** How many of each learner's cards are due, spread over the last 30 days; the rest comes due in the next ten years. */
  readonly due: number;
}

/** How often each seeded card has been answered, without a review to show for it. */
export const seededReps = 3;

const dayStartMinutes = 240;

/** The session cookie's value of seeded learner `id` (1-based). */
export function seededToken(id: number): string {
  return createHash("sha256").update(`bench ${id}`).digest("base64url");
}

/** Makes `file` anew, through our own migrations; returns the number of card states. */
export async function seedDatabase(file: string, size: SeedSize, now: number): Promise<number> {
  for (const suffix of ["", "-wal", "-shm"]) rmSync(file + suffix, { force: true });
  const store = await openStore({ file, now: () => now });
  await store.close();
  const database = new Database(file);
  database.pragma("synchronous = OFF");
  database.pragma("foreign_keys = OFF");
  database.transaction(() => insertAll(database, size, now))();
  database.pragma("wal_checkpoint(TRUNCATE)");
  database.close();
  return size.learners * size.cards;
}

function insertAll(database: Database.Database, size: SeedSize, now: number): void {
  const today = studyDay(now, "UTC", dayStartMinutes);
  const run = (sql: string, ...parameters: unknown[]): void => void database.prepare(sql).run(...parameters);
  const count = (n: number): string => `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${n})`;
  run(
    `${count(size.learners)} INSERT INTO Learner (id, name, nameKey, passwordHash, role, zone, dayStartMinutes, settings, createdAt)
     SELECT i, 'Learner ' || i, 'learner ' || i, '-', iif(i = 1, 'owner', 'learner'), 'UTC', ${dayStartMinutes}, '{}', ? FROM n`,
    now,
  );
  const session = database.prepare(
    "INSERT INTO Session (tokenHash, learnerId, createdAt, lastUsedAt, userAgent) VALUES (?, ?, ?, ?, 'bench')",
  );
  for (let id = 1; id <= size.learners; id++) session.run(createHash("sha256").update(seededToken(id)).digest(), id, now, now);
  run(
    `INSERT INTO Deck (id, name, nameKey, position, visibility, liveCards, createdAt) VALUES (1, 'Bench', 'bench', 0, 'everyone', ?, ?)`,
    size.cards,
    now,
  );
  run(`INSERT INTO NoteType (id, name, kind, fields, css, modifiedAt) VALUES (900, 'Bench', 'generated', '[]', '', ?)`, now);
  run(
    `${count(size.cards)} INSERT INTO Note (id, rootDeckId, guid, noteTypeId, fields, createdAt, modifiedAt) SELECT i, 1, 'bench-' || i, 900, '{}', ?, ? FROM n`,
    now,
    now,
  );
  run(
    `${count(size.cards)} INSERT INTO Card (id, noteId, facet, deckId, position, shuffle, status, kind, prompt, answer, alternatives, context, promptHtml, answerHtml, contentVersion, createdAt)
     SELECT i, i, 'forward', 1, i * 1024, (i * 2654435761) % 2147483648, 'active', 'basic', 'What is number ' || i || '?', 'It is the number ' || i || '.', '[]', '["Bench"]',
            '<p>What is number ' || i || '?</p>', '<p>It is the number ' || i || '.</p>', 1, ? FROM n`,
    now,
  );
  const settings = JSON.stringify({ ...defaultPresetSettings, reviewsPerDay: 9999 });
  run(
    `${count(size.learners)} INSERT INTO Preset (id, learnerId, name, version, settings, algorithm, parameters) SELECT i, i, 'Default', 1, ?, 'FSRS-6', '[]' FROM n`,
    settings,
  );
  run(
    `${count(size.learners)} INSERT INTO Enrolment (learnerId, deckId, presetId, newCursor, joinedAt) SELECT i, 1, i, ?, ? FROM n`,
    (size.cards + 1) * 1024,
    now,
  );
  run(
    `WITH RECURSIVE l(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM l WHERE i < ${size.learners}), c(j) AS (SELECT 1 UNION ALL SELECT j + 1 FROM c WHERE j < ${size.cards})
     INSERT INTO CardState (learnerId, cardId, deckId, live, state, dueDay, stability, difficulty, reps, lapses, step, scheduledDays, lastAt, lastDay, flag, contentVersion, seq, version)
     SELECT l.i, c.j, 1, 1, 2, CASE WHEN c.j <= ${size.due} THEN ${today} - (c.j % 30) ELSE ${today} + 1 + c.j % 3650 END, 20.0, 5.0, ${seededReps}, 0, 0, 20,
            (${today} - 20) * 86400000, ${today} - 20 - (c.j % 30), 0, 1, 3, 3 FROM l CROSS JOIN c`,
  );
  run(
    `INSERT INTO DueCount (learnerId, deckId, state, dueDay, count) SELECT learnerId, deckId, state, dueDay, count(*) FROM (${countedStates("true")}) GROUP BY 1, 2, 3, 4`,
  );
}

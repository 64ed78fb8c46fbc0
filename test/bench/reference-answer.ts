/**
 * The reference that `bench:answer` is measured against: Express, a form body, and the three statements that any answer needs
 * (select the state, update it, insert the review) in one transaction, replying "ok". No log-in, no scheduling, no page.
 * Usage: reference-answer FILE, a database made by seed.ts. Prints its port.
 */
import type { AddressInfo } from "node:net";
import Database from "better-sqlite3";
import express from "express";

const file = process.argv[2];
if (file === undefined) throw new Error("usage: reference-answer FILE");

const database = new Database(file);
database.pragma("journal_mode = WAL");
database.pragma("synchronous = FULL");
database.pragma("cache_size = -65536");

const select = database.prepare("SELECT seq, reps, state, scheduledDays FROM CardState WHERE learnerId = ? AND cardId = ?");
const update = database.prepare(
  "UPDATE CardState SET dueDay = ?, reps = reps + 1, seq = seq + 1, version = version + 1, lastAt = ?, scheduledDays = ? WHERE learnerId = ? AND cardId = ?",
);
const insert = database.prepare(
  `INSERT INTO Review (learnerId, cardId, seq, deckId, kind, rating, at, studyDay, localHour, durationMs, stateBefore, intervalBefore, state, interval, dueDay, step)
   VALUES (?, ?, ?, 1, 'answer', ?, ?, ?, 0, ?, 2, ?, 2, ?, ?, 0)`,
);

interface StateRow {
  readonly seq: number;
  readonly scheduledDays: number;
}

const answer = database.transaction((learnerId: number, cardId: number, rating: number, durationMs: number) => {
  const state = select.get(learnerId, cardId) as StateRow;
  const now = Date.now();
  const today = Math.floor(now / 86_400_000);
  const days = state.scheduledDays + rating;
  update.run(today + days, now, days, learnerId, cardId);
  insert.run(learnerId, cardId, state.seq + 1, rating, now, today, durationMs, state.scheduledDays, days, today + days);
});

const app = express();
app.set("etag", false);
app.use(express.urlencoded({ extended: false }));
app.post("/quiz/answers", (request, response) => {
  const body = request.body as Record<string, string>;
  answer.immediate(Number(body.learnerId), Number(body.cardId), Number(body.rating), Number(body.durationMs));
  response.type("html").send("ok");
});

const server = app.listen(0, "127.0.0.1", () => console.log((server.address() as AddressInfo).port));
process.on("SIGTERM", () => server.close(() => database.close()));

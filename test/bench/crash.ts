/**
 * `npm run bench:crash`: fifty clients answer; the server is killed with SIGKILL; ten times. Afterwards every acknowledged answer is in the
 * database, none twice, and the file is whole. Answers that were under way are sent again after the restart, as a browser would.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { encodeAnswer, firstForm, headersOf, readAnswerForm, type AnswerForm } from "./answering.js";
import { startDeckhand, type Program } from "./program.js";
import { seedDatabase } from "./seed.js";

const clients = 50;
const kills = Number(process.env.KILLS ?? 10);
const folder = mkdtempSync(join(tmpdir(), "deckhand-bench-"));
const file = join(folder, "crash.db");
const acknowledged = new Set<string>();
/** Sent, and no reply seen: they may or may not be in the database, but never twice. */
const unsettled = new Map<number, AnswerForm>();

try {
  await seedDatabase(file, { learners: clients, cards: 1_000, due: 950 }, Date.now());
  for (let kill = 1; kill <= kills; kill++) await answerUntilKilled(kill);
  await settle();
  verify();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function answerUntilKilled(kill: number): Promise<void> {
  const program = await startDeckhand(file, folder);
  const before = acknowledged.size;
  const working = Array.from({ length: clients }, (_, index) => work(program, index + 1));
  await new Promise((resolve) => setTimeout(resolve, 300 + 60 * kill));
  await program.stop("SIGKILL");
  await Promise.all(working);
  console.log(`kill ${kill}: ${acknowledged.size - before} answers acknowledged, ${unsettled.size} under way`);
}

async function work(program: Program, learnerId: number): Promise<void> {
  try {
    let form: AnswerForm | null = unsettled.get(learnerId) ?? (await firstForm(program.url, learnerId));
    while (form !== null) form = await send(program, learnerId, form);
  } catch (error) {
    // The server is gone: that is the point. Anything else would show in what is verified.
    if (!(error instanceof TypeError)) throw error;
  }
}

async function send(program: Program, learnerId: number, form: AnswerForm): Promise<AnswerForm | null> {
  unsettled.set(learnerId, form);
  const response = await fetch(`${program.url}/quiz/answers`, {
    method: "POST",
    headers: headersOf(learnerId),
    body: encodeAnswer(form, 3),
  });
  if (response.status !== 200) throw new Error(`An answer got status ${response.status}: ${await response.text()}`);
  acknowledged.add(form.answerId);
  unsettled.delete(learnerId);
  return readAnswerForm(await response.text());
}

/** Sends what was under way at the last kill once more, each twice: a resend changes nothing. */
async function settle(): Promise<void> {
  const program = await startDeckhand(file, folder);
  for (const [learnerId, form] of [...unsettled]) {
    await send(program, learnerId, form);
    await send(program, learnerId, form);
  }
  await program.stop();
}

function verify(): void {
  const database = new Database(file, { readonly: true });
  const rows = database.prepare("SELECT lower(hex(answerId)) AS id FROM Review").all() as { id: string }[];
  const integrity = database.pragma("integrity_check", { simple: true });
  database.close();
  const written = new Set(rows.map(({ id }) => id));
  const lost = [...acknowledged].filter((id) => !written.has(id)).length;
  const twice = rows.length - written.size;
  const unknown = rows.length - acknowledged.size;
  console.log(
    `${acknowledged.size} acknowledged, ${lost} lost, ${twice} applied twice, ${unknown} unaccounted for, integrity ${String(integrity)}`,
  );
  if (lost > 0 || twice > 0 || unknown !== 0 || integrity !== "ok") process.exitCode = 1;
}

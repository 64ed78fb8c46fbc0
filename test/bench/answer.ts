/**
 * `npm run bench:answer`: answers a second, and their 99th percentile, against the reference program (reference-answer.ts),
 * interleaved, 50 connections, each side on a file of its own with a million card states, both at synchronous FULL.
 * Fails on any reply that is not a success, when rows written and answers accepted differ, and beyond the bars.
 */
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { runOurs, runReference, type Round } from "./answer-rounds.js";
import { startDeckhand, startReference } from "./program.js";
import { median, spread } from "./ratios.js";
import { seedDatabase } from "./seed.js";

const connections = 50;
const rounds = 9;
const answersARound = 4_000;
const size = { learners: 1_000, cards: 1_000, due: 900 };

interface Pair {
  readonly ours: Round;
  readonly reference: Round;
}

const folder = mkdtempSync(join(tmpdir(), "deckhand-bench-"));
const files = { ours: join(folder, "ours.db"), reference: join(folder, "reference.db") };
try {
  await compare();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function compare(): Promise<void> {
  const states = await seedDatabase(files.ours, size, Date.now());
  copyFileSync(files.ours, files.reference);
  console.log(
    `${states.toLocaleString("en")} card states, ${connections} connections, ${rounds} rounds of ${answersARound} answers, synchronous FULL`,
  );
  const ours = await startDeckhand(files.ours, folder);
  const reference = await startReference(files.reference);
  const pairs: Pair[] = [];
  try {
    // The first round warms both up.
    for (let round = 0; round <= rounds; round++) pairs.push(await measure(round, { ours: ours.url, reference: reference.url }));
  } finally {
    await Promise.all([ours.stop(), reference.stop()]);
  }
  judge(pairs.slice(1));
  for (const file of Object.values(files)) checkRows(file, (rounds + 1) * answersARound);
}

/** One round of each; which is first changes from round to round, so that neither always follows the other. */
async function measure(round: number, urls: Readonly<Record<keyof Pair, string>>): Promise<Pair> {
  const learners = Array.from({ length: connections }, (_, index) => 1 + round * connections + index);
  const work = { learners, answers: answersARound, cards: size.cards };
  let reference = round % 2 === 0 ? await runReference(urls.reference, work) : undefined;
  const ours = await runOurs(urls.ours, work);
  reference ??= await runReference(urls.reference, work);
  const words = ({ perSecond, p99Ms }: Round) => `${perSecond.toFixed(0)}/s, p99 ${p99Ms} ms`;
  console.log(`${round === 0 ? "warm-up" : `round ${round}`}: ours ${words(ours)} · reference ${words(reference)}`);
  return { ours, reference };
}

function judge(pairs: readonly Pair[]): void {
  const throughput = pairs.map(({ ours, reference }) => ours.perSecond / reference.perSecond);
  const p99 = pairs.map(({ ours, reference }) => ours.p99Ms / reference.p99Ms);
  console.log(`throughput, ours / reference: ${spread(throughput)}   (bar: ≥ 0.5)`);
  console.log(`p99, ours / reference:        ${spread(p99)}   (bar: ≤ 1.5)`);
  if (median(throughput) < 0.5 || median(p99) > 1.5) process.exitCode = 1;
}

/** The seed writes no reviews. */
function checkRows(file: string, accepted: number): void {
  const database = new Database(file, { readonly: true });
  const { written } = database.prepare("SELECT count(*) AS written FROM Review").get() as { written: number };
  database.close();
  console.log(`${file === files.ours ? "ours" : "reference"}: ${written} reviews written, ${accepted} answers accepted`);
  if (written !== accepted) process.exitCode = 1;
}

/**
 * `npm run bench:answer`: answers a second, and their 99th percentile, against the reference program (reference-answer.ts),
 * interleaved, 50 connections, each side on a file of its own with a million card states, both at synchronous FULL.
 * Fails on any reply that is not a success, and when rows written and answers accepted differ.
 */
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import autocannon from "autocannon";
import Database from "better-sqlite3";
import { encodeAnswer, firstForm, headersOf, readAnswerForm, type AnswerForm } from "./answering.js";
import { startDeckhand, startReference } from "./program.js";
import { seedDatabase } from "./seed.js";

const connections = 50;
const rounds = 5;
const answersARound = 6_000;
const size = { learners: 1_000, cards: 1_000, due: 900 };

interface Round {
  readonly perSecond: number;
  readonly p99Ms: number;
}

const folder = mkdtempSync(join(tmpdir(), "deckhand-bench-"));
try {
  await compare();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function compare(): Promise<void> {
  const ourFile = join(folder, "ours.db");
  const referenceFile = join(folder, "reference.db");
  const states = await seedDatabase(ourFile, size, Date.now());
  copyFileSync(ourFile, referenceFile);
  console.log(
    `${states.toLocaleString("en")} card states, ${connections} connections, ${rounds} rounds of ${answersARound} answers, synchronous FULL`,
  );
  const reviewsBefore = countReviews(ourFile);
  const ours = await startDeckhand(ourFile, folder);
  const reference = await startReference(referenceFile);
  const results: { ours: Round; reference: Round }[] = [];
  let accepted = 0;
  try {
    for (let round = 0; round <= rounds; round++) {
      const amount = round === 0 ? 1_500 : answersARound;
      const learners = Array.from({ length: connections }, (_, index) => 1 + round * connections + index);
      const result = {
        reference: await runReference(reference.url, learners, amount),
        ours: await runOurs(ours.url, learners, amount),
      };
      accepted += amount;
      if (round > 0) results.push(report(round, result));
    }
  } finally {
    await Promise.all([ours.stop(), reference.stop()]);
  }
  const ratios = (of: (result: { ours: Round; reference: Round }) => number): string => spread(results.map(of));
  console.log(`throughput, ours / reference: ${ratios(({ ours: o, reference: r }) => o.perSecond / r.perSecond)}   (bar: ≥ 0.5)`);
  console.log(`p99, ours / reference:        ${ratios(({ ours: o, reference: r }) => o.p99Ms / r.p99Ms)}   (bar: ≤ 1.5)`);
  for (const file of [ourFile, referenceFile]) checkRows(file, reviewsBefore + accepted);
}

async function runReference(url: string, learners: readonly number[], amount: number): Promise<Round> {
  let card = 0;
  return run(url, amount, learners, () => ({
    next: (learnerId) => `learnerId=${learnerId}&cardId=${1 + (card++ % size.cards)}&rating=3&durationMs=1500`,
    read: () => undefined,
  }));
}

async function runOurs(url: string, learners: readonly number[], amount: number): Promise<Round> {
  const forms = new Map<number, AnswerForm>();
  for (const learnerId of learners) forms.set(learnerId, await firstForm(url, learnerId));
  return run(url, amount, learners, () => ({
    next: (learnerId) => encodeAnswer(must(forms.get(learnerId)), 3),
    read: (learnerId, body) => forms.set(learnerId, must(readAnswerForm(body))),
  }));
}

interface Conversation {
  readonly next: (learnerId: number) => string;
  readonly read: (learnerId: number, body: string) => unknown;
}

async function run(url: string, amount: number, learners: readonly number[], converse: () => Conversation): Promise<Round> {
  const { next, read } = converse();
  let opened = 0;
  const result = await autocannon({
    url,
    connections,
    amount,
    setupClient: (client) => {
      const learnerId = must(learners[opened++ % connections]);
      client.setRequests([
        {
          method: "POST",
          path: "/quiz/answers",
          headers: headersOf(learnerId),
          setupRequest: (request) => ({ ...request, body: next(learnerId) }),
          onResponse: (_status, body) => read(learnerId, body),
        },
      ]);
    },
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${result.non2xx} replies were no success, ${result.errors} failed.`);
  return { perSecond: amount / ((result.finish.getTime() - result.start.getTime()) / 1000), p99Ms: result.latency.p99 };
}

function report(round: number, result: { ours: Round; reference: Round }): { ours: Round; reference: Round } {
  const { ours, reference } = result;
  console.log(
    `round ${round}: ours ${ours.perSecond.toFixed(0)}/s p99 ${ours.p99Ms} ms · reference ${reference.perSecond.toFixed(0)}/s p99 ${reference.p99Ms} ms`,
  );
  return result;
}

function countReviews(file: string): number {
  const database = new Database(file, { readonly: true });
  try {
    return (database.prepare("SELECT count(*) AS n FROM Review").get() as { n: number }).n;
  } finally {
    database.close();
  }
}

function checkRows(file: string, expected: number): void {
  const written = countReviews(file);
  console.log(`${file.endsWith("ours.db") ? "ours" : "reference"}: ${written} reviews written, ${expected} accepted`);
  if (written !== expected) process.exitCode = 1;
}

/** Median and extremes. */
function spread(values: readonly number[]): string {
  const sorted = [...values].sort((a, b) => a - b);
  return `${must(sorted[Math.floor(sorted.length / 2)]).toFixed(2)} (${must(sorted[0]).toFixed(2)} to ${must(sorted.at(-1)).toFixed(2)})`;
}

function must<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new Error("A card was expected, and there was none.");
  return value;
}

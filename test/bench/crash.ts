/**
 * `npm run bench:crash`: fifty clients answer; the server is killed with SIGKILL; ten times (KILLS=…). Afterwards every acknowledged answer
 * is in the database, none twice, the counts are right and the file is whole; exits 1 if not.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { killWhileAnswering } from "./kill-while-answering.js";
import { seedDatabase } from "./seed.js";

const clients = 50;
const folder = mkdtempSync(join(tmpdir(), "deckhand-bench-"));
const file = join(folder, "crash.db");

try {
  await seedDatabase(file, { learners: clients, cards: 1_000, due: 950 }, Date.now());
  const { acknowledged, ...damage } = await killWhileAnswering({
    file,
    folder,
    clients,
    kills: Number(process.env.KILLS ?? 10),
    answersBeforeKill: 1_000,
    killed: (kill, state) => console.log(`kill ${kill}: ${state.acknowledged} answers acknowledged, ${state.underWay} under way`),
  });
  const { lost, twice, unaccounted, wrongStates, wrongCounts, integrity } = damage;
  console.log(
    `${acknowledged} acknowledged, ${lost} lost, ${twice} applied twice, ${unaccounted} unaccounted for, ` +
      `${wrongStates} states and ${wrongCounts.length} counts wrong, integrity ${integrity}`,
  );
  if (lost + twice + unaccounted + wrongStates + wrongCounts.length > 0 || integrity !== "ok") process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/**
 * `npm run bench:start`: from starting the process to the first page, with the built-in notes already synced; median of seven, as a
 * ratio to starting Node with an empty program, and in milliseconds (the aim is a second).
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectRoot } from "../../server/root.js";
import { startDeckhand } from "./program.js";

const rounds = 7;
const folder = mkdtempSync(join(tmpdir(), "deckhand-bench-"));
const file = join(folder, "start.db");
const content = join(projectRoot, "content");

try {
  await measure();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measure(): Promise<void> {
  const main = join(projectRoot, "dist", "server", "cli", "main.js");
  execFileSync(process.execPath, [main, "notes", "sync"], {
    env: { ...process.env, DATABASE_URL: `file:${file}`, NOTES_DIR: content },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const starts: number[] = [];
  const empty: number[] = [];
  for (let round = 0; round < rounds; round++) {
    empty.push(timed(() => execFileSync(process.execPath, ["-e", ""])));
    const before = performance.now();
    const program = await startDeckhand(file, content);
    starts.push(performance.now() - before);
    await program.stop();
  }
  const [ours, reference] = [median(starts), median(empty)];
  console.log(
    `start to first page: ${ours.toFixed(0)} ms, ${(ours / reference).toFixed(1)} times Node alone (${reference.toFixed(0)} ms)`,
  );
  if (ours > 1_000) process.exitCode = 1;
}

function timed(act: () => unknown): number {
  const before = performance.now();
  act();
  return performance.now() - before;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

/**
 * `npm run bench:queue`: the time of a session's next card and of Today, in process, at a million card states against ten thousand, with the
 * same cards due; interleaved. Once where all states are one learner's, once where every learner has a thousand. Exits 1 above the bar.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readNext } from "../../server/store/read/next-card.js";
import { selectToday } from "../../server/store/read/today.js";
import { openStore, type Store } from "../../server/store/open.js";
import { median, spread } from "./ratios.js";
import { seedDatabase, type SeedSize } from "./seed.js";

const rounds = 15;
const callsARound = 200;
const bar = 1.5;
const now = Date.now();
const due = 200;

const shapes: readonly { readonly name: string; readonly large: SeedSize; readonly small: SeedSize }[] = [
  {
    name: "one learner",
    large: { learners: 1, cards: 1_000_000, due },
    small: { learners: 1, cards: 10_000, due },
  },
  {
    name: "a thousand cards each",
    large: { learners: 1_000, cards: 1_000, due },
    small: { learners: 10, cards: 1_000, due },
  },
];

const reads: readonly { readonly name: string; readonly read: (store: Store, learnerId: number) => unknown }[] = [
  { name: "next card", read: (store, learnerId) => readNext(store, learnerId, { now, deckId: null }) },
  { name: "Today", read: (store, learnerId) => selectToday(store, learnerId, now) },
];

const folder = mkdtempSync(join(tmpdir(), "deckhand-bench-"));
try {
  for (const shape of shapes) await compare(shape);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function compare({ name, large, small }: (typeof shapes)[number]): Promise<void> {
  const learners = Math.min(small.learners, large.learners); // as many in both, so that as much is in the caches
  const [atLarge, atSmall] = [await seeded("large", large), await seeded("small", small)];
  for (const { name: what, read } of reads) {
    const ratios: number[] = [];
    let microseconds = 0;
    for (let round = 0; round <= rounds; round++) {
      const base = timed(atSmall, learners, read);
      const ratio = timed(atLarge, learners, read) / base;
      // The first round warms both up.
      if (round > 0) ratios.push(ratio);
      microseconds = base;
    }
    console.log(
      `${name}, ${what}: 1M / 10k card states ${spread(ratios)}   (bar: ≤ ${bar}; ${microseconds.toFixed(0)} µs at 10k)`,
    );
    if (median(ratios) > bar) process.exitCode = 1;
  }
  await Promise.all([atLarge.close(), atSmall.close()]);
}

async function seeded(label: string, size: SeedSize): Promise<Store> {
  const file = join(folder, `${label}.db`);
  await seedDatabase(file, size, now);
  return openStore({ file, now: () => now });
}

/** Median time of a call in microseconds, over the learners in turn. */
function timed(store: Store, learners: number, read: (store: Store, learnerId: number) => unknown): number {
  const times = Array.from({ length: callsARound }, (_, call) => {
    const startedMs = performance.now();
    read(store, 1 + (call % learners));
    return (performance.now() - startedMs) * 1_000;
  });
  return median(times);
}

/**
 * `npm run bench:queue`: the next card, and Today's counts, of a learner with a million card states against one with ten thousand, when the
 * same cards are due; interleaved, in processor time. Also the million spread over a thousand learners.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore, type Store } from "../../server/store/open.js";
import { readNext } from "../../server/store/read/next-card.js";
import { selectToday } from "../../server/store/read/today.js";
import { seedDatabase, type SeedSize } from "./seed.js";

const due = 900;
const rounds = 9;
const readsARound = 1_000;
const now = Date.now();

const sizes = {
  "10k": { learners: 1, cards: 10_000, due },
  "1M": { learners: 1, cards: 1_000_000, due },
  "1M of 1,000 learners": { learners: 1_000, cards: 1_000, due },
} satisfies Record<string, SeedSize>;
type Name = keyof typeof sizes;
const names = Object.keys(sizes) as Name[];

const reads = {
  "next card": (store: Store, learnerId: number) => void readNext(store, learnerId, { now, deckId: null }),
  "counts of Today": (store: Store, learnerId: number) => void selectToday(store, learnerId, now),
};

const folder = mkdtempSync(join(tmpdir(), "deckhand-bench-"));
try {
  await compare();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function compare(): Promise<void> {
  const stores: Partial<Record<Name, Store>> = {};
  for (const name of names) {
    const file = join(folder, `${names.indexOf(name)}.db`);
    await seedDatabase(file, sizes[name], now);
    stores[name] = await openStore({ file, now: () => now });
  }
  for (const [what, read] of Object.entries(reads)) {
    const times = new Map<Name, number[]>(names.map((name) => [name, []]));
    for (let round = 0; round <= rounds; round++)
      for (const name of names) {
        const store = stores[name];
        if (store === undefined) throw new Error("Every size has a store.");
        const microseconds = measure(store, sizes[name].learners, read);
        if (round > 0) times.get(name)?.push(microseconds); // the first warms up
      }
    report(what, times);
  }
  for (const store of Object.values(stores)) await store.close();
}

function measure(store: Store, learners: number, read: (store: Store, learnerId: number) => void): number {
  const before = process.cpuUsage();
  for (let index = 0; index < readsARound; index++) read(store, 1 + ((index * 7_919) % learners));
  const { user, system } = process.cpuUsage(before);
  return (user + system) / readsARound;
}

function report(what: string, times: ReadonlyMap<Name, readonly number[]>): void {
  const base = median(times.get("10k") ?? []);
  for (const name of names) {
    const own = median(times.get(name) ?? []);
    const bar = name === "10k" ? "" : `   ratio to 10k: ${(own / base).toFixed(2)}   (bar: ≤ 1.5)`;
    console.log(`${what}, ${name}: ${own.toFixed(0)} µs${bar}`);
  }
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

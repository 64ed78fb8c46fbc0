import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "@jest/globals";
import { ConflictError } from "../../server/domain/errors.js";
import { finishInterruptedImports } from "../../server/operations/finish-imports.js";
import { copyDatabase } from "../../server/store/copy.js";
import type { Db } from "../../server/store/db.js";
import { openStore, type Store } from "../../server/store/open.js";
import { checkRollups } from "../../server/store/read/rollups.js";
import { insertPreset } from "../support/build-deck.js";
import { insertLearner } from "../support/build-learner.js";
import { manyCards, notesFolder, written, type NotesFolder } from "../support/notes-folder.js";
import { noon, openTestStore, type TestStore } from "../support/store.js";
import { studyCard } from "../support/study-card.js";

const minuteMs = 60_000;
const guidsFrom = (first: number) => {
  let made = first;
  return () => String((made += 1)).padStart(32, "0");
};

/** A store with 130 cards of which a learner studies one, and a folder that has changed so much since that more than 500 rows differ. */
async function beforeLargeSync(): Promise<{ base: TestStore; folder: NotesFolder }> {
  const base = await openTestStore();
  const folder = notesFolder(base);
  folder.write("docker/a.md", manyCards(60));
  folder.write("docker/b.md", `${manyCards(60, 100)}${manyCards(10, 200)}`);
  const learner = await insertLearner(base);
  await insertPreset(base, { learnerId: learner.id });
  await folder.sync({ newGuid: guidsFrom(0) });
  const card = await base.prisma.card.findFirstOrThrow({ where: { position: 2_048 } });
  await studyCard(base, learner.id, card);
  await base.prisma.enrolment.updateMany({ data: { newCursor: 2 ** 30 } });
  folder.write(
    "docker/a.md",
    manyCards(60).replace("# Many", `# Many\n\n${written("What does a registry keep?", "Images, by name")}`),
  );
  folder.write("docker/b.md", `${manyCards(58, 102)}`);
  for (const part of [1, 2, 3]) folder.write(`podman/${part}.md`, manyCards(60, 1_000 * part));
  return { base, folder };
}

let copies = 0;

/** The same data in a store of its own; closed by the caller. */
async function copyOf(base: TestStore): Promise<Store> {
  const file = join(base.folder, `copy-${(copies += 1)}.db`);
  copyDatabase(base.file, file);
  return openStore({ file, now: base.clock.now });
}

/** The store as a process sees it that is killed once `batches` batches are durable. */
function dyingAfter(store: Store, batches: number): Store {
  let left = batches;
  const batch: Db["batch"] = async (statements) => {
    left -= 1;
    if (left < 0) throw new Error("killed");
    return store.db.batch(statements);
  };
  return { prisma: store.prisma, sqlite: store.sqlite, file: store.file, close: () => store.close(), db: { ...store.db, batch } };
}

const rowsOf = (store: Store, sql: string): readonly object[] => store.db.prepare<object>(sql).all();

/** Every row that a synchronisation may touch; of imports, whether they have happened and ended. */
const everything = (store: Store) => ({
  ...Object.fromEntries(
    ["Deck", "Source", "Note", "Card", "CardState", "Enrolment", "DueCount", "ImportChange"].map((table) => [
      table,
      rowsOf(store, `SELECT * FROM ${table} ORDER BY 1, 2, 3, 4`),
    ]),
  ),
  imports: rowsOf(store, "SELECT publishedAt IS NULL AS isOpen, doneAt IS NULL AS isUnfinished, name FROM Import ORDER BY id"),
});

/** What the pages may show. */
const seen = (store: Store) => ({
  decks: rowsOf(store, "SELECT id, name, liveCards FROM Deck WHERE archivedAt IS NULL"),
  sources: rowsOf(store, "SELECT path, hash FROM Source WHERE goneAt IS NULL"),
  cards: rowsOf(
    store,
    `SELECT id, position, status, prompt FROM Card c
     WHERE importId IS NULL OR EXISTS (SELECT 1 FROM Import i WHERE i.id = c.importId AND i.publishedAt IS NOT NULL)`,
  ),
  lines: rowsOf(store, "SELECT id, line FROM Note WHERE id <= 130"),
  enrolments: rowsOf(store, "SELECT * FROM Enrolment"),
});

const isPublished = (store: Store) => rowsOf(store, "SELECT 1 FROM Import WHERE publishedAt IS NOT NULL").length === 2;

describe("a large synchronisation", () => {
  it("is done as a whole or not at all, when the process ends between any two of its batches", async () => {
    const { base, folder } = await beforeLargeSync();
    const control = await copyOf(base);
    const sync = (store: Store) => folder.sync({ store, newGuid: guidsFrom(1_000) });
    const before = everything(base);
    const seenBefore = seen(base);
    expect(await sync(control)).toMatchObject({ tiers: { new: 181, archived: 12, exact: 118 } });
    const after = everything(control);
    expect(checkRollups(control)).toEqual([]);
    await control.close();

    const ends = { removed: 0, finished: 0 };
    for (let batches = 1; ; batches += 1) {
      const store = await copyOf(base);
      const attempt = await Promise.allSettled([sync(dyingAfter(store, batches))]);
      if (attempt[0]?.status === "fulfilled") {
        await store.close();
        break;
      }
      const happened = isPublished(store);
      if (!happened) expect(seen(store)).toEqual(seenBefore);
      await finishInterruptedImports(store, () => noon + minuteMs);
      expect(everything(store)).toEqual(happened ? after : before);
      ends[happened ? "finished" : "removed"] += 1;
      await store.close();
    }
    expect(ends.removed).toBeGreaterThanOrEqual(3);
    expect(ends.finished).toBeGreaterThanOrEqual(2);
  }, 120_000);

  it.each([
    ["removed", 2],
    ["finished", 5],
  ])(
    "is %s at the next start, when the process is killed after %i batches",
    async (end, batches) => {
      const { base, folder } = await beforeLargeSync();
      const before = everything(base);
      const script = fileURLToPath(new URL("../support/sync-process.mjs", import.meta.url));
      const child = spawn(process.execPath, [script, base.file, folder.path, String(noon), String(batches)], {
        stdio: "inherit",
      });

      const [, signal] = (await once(child, "exit")) as [number | null, string | null];

      expect(signal).toBe("SIGKILL");
      expect(isPublished(base)).toBe(end === "finished");
      await finishInterruptedImports(base, () => noon + minuteMs);
      expect(checkRollups(base)).toEqual([]);
      if (end === "removed") expect(everything(base)).toEqual(before);
      else expect(await folder.sync()).toMatchObject({ isUnchanged: true, tiers: { exact: 299 } });
    },
    60_000,
  );

  it("respects what an owner does, when a card is hidden while changes to it wait", async () => {
    const { base, folder } = await beforeLargeSync();
    const statements: number[] = [];
    for (let batches = 4; !isPublished(base); batches += 1) {
      base.clock.advance(minuteMs);
      await folder.sync({ store: dyingAfter(base, batches) }).catch(() => statements.push(batches));
    }
    const gone = await base.prisma.card.findFirstOrThrow({ where: { id: 61, status: "active" } });
    await base.db.batch([
      { sql: "UPDATE Card SET ownerChoice = 'hidden', status = 'hidden' WHERE id = ?", parameters: [gone.id] },
      { sql: "UPDATE Deck SET liveCards = liveCards - 1 WHERE id = ?", parameters: [gone.deckId] },
    ]);

    await finishInterruptedImports(base, base.clock.now);

    expect(await base.prisma.card.findUnique({ where: { id: gone.id } })).toMatchObject({
      ownerChoice: "hidden",
      status: "archived",
    });
    expect(checkRollups(base)).toEqual([]);
  }, 60_000);
});

describe("two synchronisations", () => {
  const small = async () => {
    const store = await openTestStore();
    const folder = notesFolder(store);
    folder.write("docker/a.md", manyCards(30));
    return { store, folder };
  };

  const begin = (store: Store, aliveAt: number) =>
    store.db.batch([
      {
        sql: "INSERT INTO Import (kind, name, appliedSeq, aliveAt, startedAt) VALUES ('notes', 'x', 0, ?, ?)",
        parameters: [aliveAt, aliveAt],
      },
    ]);

  it("make each card once, when they come at once from two processes", async () => {
    const { store, folder } = await small();
    const other = await openStore({ file: store.file, now: store.clock.now });

    const results = await Promise.allSettled([folder.sync(), folder.sync({ store: other })]);
    await other.close();

    const reasons = results.flatMap((result) => (result.status === "rejected" ? [result.reason as unknown] : []));
    expect(reasons.every((reason) => reason instanceof ConflictError)).toBe(true);
    expect(reasons.length).toBeLessThan(2);
    expect(await store.prisma.card.count()).toBe(30);
    expect(await folder.sync()).toMatchObject({ isUnchanged: true });
  });

  it("do not run together: the second is refused, when the first gave a sign of life within a minute", async () => {
    const { store, folder } = await small();
    await begin(store, noon - minuteMs + 1);

    await expect(folder.sync()).rejects.toThrow(/read by another process just now. Try again in a minute/);
    expect(await store.prisma.card.count()).toBe(0);
    expect(await store.prisma.import.count()).toBe(1);
  });

  it("follow each other, when the first has been silent for a minute: its rows are removed", async () => {
    const { store, folder } = await small();
    await begin(store, noon - minuteMs);

    await folder.sync();

    expect(await store.prisma.import.findMany()).toMatchObject([{ name: folder.path }]);
    expect(await store.prisma.card.count()).toBe(30);
  });
});

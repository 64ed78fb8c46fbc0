import { existsSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, it } from "@jest/globals";
import { dailyCopies, startDailyBackup } from "../../server/store/backup.js";
import { copyDatabase } from "../../server/store/copy.js";
import { StartError } from "../../server/store/start-error.js";
import { copyDatabaseInWorker } from "../../server/workers/copy-database.js";
import { insertLearner } from "../support/build-learner.js";
import { noon, openTestStore, type TestStore } from "../support/store.js";

const names = (file: string) => {
  const database = new Database(file, { readonly: true });
  const found = database.prepare("SELECT name FROM Learner").pluck().all();
  database.close();
  return found;
};

/** Starts the daily copy and stops it again, as a start of the server does. */
async function startAndStop(
  store: TestStore,
  copy: (file: string, target: string) => Promise<void>,
): Promise<readonly unknown[]> {
  const failures: unknown[] = [];
  const backup = startDailyBackup({ file: store.file, now: store.clock.now, copy, failed: (error) => failures.push(error) });
  await backup.stop();
  return failures;
}

const copyHere = async (file: string, target: string) => copyDatabase(file, target);

describe("the daily copy", () => {
  it("a copy, when there is none of today, is made at the start, in a worker, with the rows still in the log, for its owner's eyes only", async () => {
    const store = await openTestStore();
    await insertLearner(store, { name: "Ada" });

    const failures = await startAndStop(store, copyDatabaseInWorker);

    const copy = join(store.folder, "backups", "deckhand-2026-11-21.db");
    expect(failures).toEqual([]);
    expect(names(copy)).toEqual(["Ada"]);
    expect(statSync(copy).mode & 0o077).toBe(0);
    expect(readdirSync(join(store.folder, "backups"))).toEqual(["deckhand-2026-11-21.db"]);
  });

  it("a copy, when there is one of today, is not made again", async () => {
    const store = await openTestStore();
    await startAndStop(store, copyHere);
    await insertLearner(store, { name: "Ada" });

    await startAndStop(store, copyHere);

    expect(names(join(store.folder, "backups", "deckhand-2026-11-21.db"))).toEqual([]);
  });

  it("nine days of copies, when each day has made one, leave the newest seven, and copies of other kinds", async () => {
    const store = await openTestStore();
    mkdirSync(join(store.folder, "backups"));
    const others = [
      "deckhand-before-20261121000000_x.db",
      "deckhand-replaced-2026-11-01T120000000.db",
      "other-2026-11-01.db",
      "notes.txt",
    ];
    for (const name of others) writeFileSync(join(store.folder, "backups", name), "");

    for (let day = 0; day < 9; day += 1) {
      await startAndStop(store, copyHere);
      store.clock.advance(86_400_000);
    }

    const kept = ["29", "28", "27", "26", "25", "24", "23"].map((day) =>
      join(store.folder, "backups", `deckhand-2026-11-${day}.db`),
    );
    expect(dailyCopies(store.file)).toEqual(kept);
    expect(readdirSync(join(store.folder, "backups"))).toHaveLength(7 + others.length);
  });

  it("a piece of a copy, when it was broken off more than a day ago, is removed; a younger one is not", async () => {
    const store = await openTestStore();
    const pieces = ["deckhand-2026-11-01.db.7.partial", "deckhand-2026-11-21.db.8.partial"].map((name) =>
      join(store.folder, "backups", name),
    );
    mkdirSync(join(store.folder, "backups"));
    pieces.forEach((piece, index) => {
      writeFileSync(piece, "");
      utimesSync(piece, noon / 1_000, noon / 1_000 - (1 - index) * 90_000);
    });

    await startAndStop(store, copyHere);

    expect(pieces.map(existsSync)).toEqual([false, true]);
  });

  it("a copy, when it cannot be made, is reported and leaves nothing half written", async () => {
    const store = await openTestStore();
    writeFileSync(join(store.folder, "backups"), "in the way");

    const failures = await startAndStop(store, copyHere);

    expect(failures).toEqual([expect.any(StartError)]);
    expect(readdirSync(store.folder).filter((name) => name.includes("partial"))).toEqual([]);
  });

  it("a copy, when the worker fails, is reported with its reason", async () => {
    const store = await openTestStore();
    writeFileSync(join(store.folder, "backups"), "in the way");

    const failures = await startAndStop(store, copyDatabaseInWorker);

    expect(String(failures[0])).toContain("could not be copied");
  });
});

import { execFile } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import Database from "better-sqlite3";
import { describe, expect, it } from "@jest/globals";
import { projectRoot } from "../../server/root.js";
import { insertCard } from "../support/build-card.js";
import { insertDeck } from "../support/build-deck.js";
import { insertLearner } from "../support/build-learner.js";
import { openTestStore, temporaryFolder, type TestStore } from "../support/store.js";

interface Ending {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `deckhand …` on the database `file`, in the folder of that. */
async function deckhand(file: string, ...words: string[]): Promise<Ending> {
  const main = join(projectRoot, "dist", "server", "cli", "main.js");
  const env = { ...process.env, DATABASE_URL: `file:${file}` };
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [main, ...words], { env, cwd: join(file, "..") });
    return { status: 0, stdout, stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { status: code, stdout, stderr };
  }
}

async function storeWithAda(): Promise<TestStore> {
  const store = await openTestStore();
  await insertLearner(store, { name: "Ada" });
  return store;
}

function names(file: string): unknown[] {
  const database = new Database(file, { readonly: true });
  const found = database.prepare("SELECT name FROM Learner").pluck().all();
  database.close();
  return found;
}

describe("deckhand backup", () => {
  it("a copy, when the server runs, is made beside the current folder's files", async () => {
    const store = await storeWithAda();

    const { status, stdout } = await deckhand(store.file, "backup", "copy.db");

    expect([status, names(join(store.folder, "copy.db"))]).toEqual([0, ["Ada"]]);
    expect(stdout).toBe(`The database ${store.file} was copied to ${join(store.folder, "copy.db")}.\n`);
  });

  it("a database of a newer version, when it is to be copied, is refused by its name and no copy is made", async () => {
    const store = await storeWithAda();
    await store.close();
    const database = new Database(store.file);
    database.exec(`INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
      VALUES ('newer', 'x', '29990101000000_from_the_future', 0, 0, 1)`);
    database.close();

    const { status, stderr } = await deckhand(store.file, "backup", "copy.db");

    expect(status).toBe(1);
    expect(stderr).toContain(`The database ${store.file} was made by a newer version`);
    expect(existsSync(join(store.folder, "copy.db"))).toBe(false);
  });

  it("a copy, when the file is there already, is refused and the file is not touched", async () => {
    const store = await storeWithAda();
    writeFileSync(join(store.folder, "copy.db"), "mine");

    const { status, stderr } = await deckhand(store.file, "backup", "copy.db");

    expect([status, stderr]).toEqual([1, expect.stringContaining("There is already a file")]);
  });

  it("a copy, when there is no database or no such folder, is refused and nothing is made", async () => {
    const folder = temporaryFolder();
    const store = await storeWithAda();

    const noDatabase = await deckhand(join(folder, "deckhand.db"), "backup", "copy.db");
    const noFolder = await deckhand(store.file, "backup", "missing/copy.db");

    expect([noDatabase.status, noDatabase.stderr]).toEqual([1, expect.stringContaining("no database")]);
    expect([noFolder.status, noFolder.stderr]).toEqual([1, expect.stringContaining("no folder")]);
    expect(existsSync(join(folder, "deckhand.db"))).toBe(false);
  });

  it("a copy, when no file is named, is wrong usage", async () => {
    const store = await storeWithAda();

    const { status, stderr } = await deckhand(store.file, "backup");

    expect([status, stderr]).toEqual([2, expect.stringContaining("deckhand backup FILE")]);
  });
});

describe("deckhand restore", () => {
  it("a copy, when nothing uses the database, takes its place, and the command says where the old one is", async () => {
    const store = await storeWithAda();
    await deckhand(store.file, "backup", "copy.db");
    await insertLearner(store, { name: "Ben" });
    await store.close();

    const { status, stdout } = await deckhand(store.file, "restore", "copy.db");

    expect([status, names(store.file)]).toEqual([0, ["Ada"]]);
    expect(stdout).toMatch(/is now the copy .*\nWhat was there before is kept as .*backups.*replaced.*\n/);
  });

  it("a copy, when the server runs, is refused", async () => {
    const store = await storeWithAda();
    await deckhand(store.file, "backup", "copy.db");
    await insertLearner(store, { name: "Ben" });

    const { status, stderr } = await deckhand(store.file, "restore", "copy.db");

    expect([status, names(store.file)]).toEqual([1, ["Ada", "Ben"]]);
    expect(stderr).toContain("Stop the server");
  });
});

describe("deckhand check", () => {
  it("a database, when it is in order, is said to be, also while the server runs", async () => {
    const store = await storeWithAda();
    await insertCard(store, { deckId: (await insertDeck(store)).id });

    const { status, stdout } = await deckhand(store.file, "check");

    expect([status, stdout]).toEqual([0, `The database ${store.file} is in order.\n`]);
  });

  it("a count, when it is wrong, is named with what it should be, and nothing is changed", async () => {
    const store = await storeWithAda();
    const deck = await insertDeck(store);
    await store.prisma.deck.update({ where: { id: deck.id }, data: { liveCards: 7 } });

    const { status, stderr } = await deckhand(store.file, "check");

    expect(status).toBe(1);
    expect(stderr).toContain("7");
    expect((await store.prisma.deck.findFirst())?.liveCards).toBe(7);
  });

  it("a row, when what it refers to is gone, is reported", async () => {
    const store = await storeWithAda();
    store.sqlite.pragma("foreign_keys = OFF");
    await store.db.batch([
      { sql: "INSERT INTO UndoStep (learnerId, at, label, changes) VALUES (99, 0, 'answer', '[]')", parameters: [] },
    ]);

    const { status, stderr } = await deckhand(store.file, "check");

    expect([status, stderr]).toEqual([
      1,
      expect.stringContaining("A row of UndoStep refers to a row of Learner that is not there."),
    ]);
  });

  it("a database, when there is none, is not made", async () => {
    const file = join(temporaryFolder(), "deckhand.db");

    const { status, stderr } = await deckhand(file, "check");

    expect([status, stderr, existsSync(file)]).toEqual([1, `There is no file ${file}.\n`, false]);
  });
});

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, it } from "@jest/globals";
import { migrate, requireWritable } from "../../server/store/migrate.js";
import { readMigrations, type Migration } from "../../server/store/migrations.js";
import { openStore } from "../../server/store/open.js";
import { StartError } from "../../server/store/start-error.js";
import { insertLearner } from "../support/build-learner.js";
import { noon, openTestStore, temporaryFolder, type TestStore } from "../support/store.js";

const ours = readMigrations();
const later = (name: string, sql: string): Migration => ({
  name: `29990101000000_${name}`,
  sql,
  checksum: createHash("sha256").update(sql).digest("hex"),
});
const addNickname = later("add_nickname", 'ALTER TABLE "Learner" ADD COLUMN "nickname" TEXT');

async function closedStoreWithLearner(): Promise<TestStore> {
  const store = await openTestStore();
  await insertLearner(store, { name: "Ada" });
  await store.close();
  return store;
}

function read(file: string, sql: string): unknown[] {
  const database = new Database(file, { readonly: true });
  const rows = database.prepare(sql).pluck().all();
  database.close();
  return rows;
}

/** A database of another program, and its bytes. */
function foreignDatabase(): { file: string; bytes: Buffer } {
  const file = join(temporaryFolder(), "theirs.db");
  const database = new Database(file);
  database.exec("CREATE TABLE Recipe (id INTEGER)");
  database.close();
  return { file, bytes: readFileSync(file) };
}

describe("migrate", () => {
  it("a new file, when it is migrated, has every table and the history of each step, and no copy is made", () => {
    const folder = temporaryFolder();
    const file = join(folder, "deckhand.db");

    migrate(file, noon);

    expect(read(file, "SELECT migration_name FROM _prisma_migrations")).toEqual(ours.map(({ name }) => name));
    expect(read(file, "SELECT finished_at FROM _prisma_migrations")[0]).toBe(noon);
    expect(read(file, "SELECT count(*) FROM Review")).toEqual([0]);
    expect(existsSync(join(folder, "backups"))).toBe(false);
  });

  it("an existing database, when a step is added, keeps its rows, and a copy of what it was", async () => {
    const { file, folder } = await closedStoreWithLearner();

    migrate(file, noon, [...ours, addNickname]);

    const copy = join(folder, "backups", "deckhand-before-29990101000000_add_nickname.db");
    expect(read(file, "SELECT nickname FROM Learner")).toEqual([null]);
    expect(read(copy, "SELECT name FROM Learner")).toEqual(["Ada"]);
    expect(() => read(copy, "SELECT nickname FROM Learner")).toThrow("no such column");
  });

  it("the copy before a step, when the newest rows are still in the write-ahead log, has them", async () => {
    const store = await openTestStore();
    store.sqlite.pragma("wal_autocheckpoint = 0");
    await insertLearner(store, { name: "Ada" });

    migrate(store.file, noon, [...ours, addNickname]);

    const copy = join(store.folder, "backups", `deckhand-before-${addNickname.name}.db`);
    expect(read(copy, "SELECT name FROM Learner")).toEqual(["Ada"]);
  });

  it("several steps, when a later one fails, leave the database as it was", async () => {
    const { file } = await closedStoreWithLearner();
    const broken = later("break_everything", "ALTER TABLE Nothing ADD COLUMN x TEXT");

    expect(() => migrate(file, noon, [...ours, addNickname, { ...broken, name: "29990102000000_break_everything" }])).toThrow(
      StartError,
    );

    expect(() => read(file, "SELECT nickname FROM Learner")).toThrow("no such column");
    expect(read(file, "SELECT migration_name FROM _prisma_migrations")).toEqual(ours.map(({ name }) => name));
  });

  it("an up-to-date database, when it is migrated again, is not touched", async () => {
    const { file, folder } = await closedStoreWithLearner();

    migrate(file, noon);

    expect(readdirSync(folder)).not.toContain("backups");
  });
});

describe("openStore refuses", () => {
  it("a database, when a newer version has changed it, is refused and not touched", async () => {
    const { file } = await closedStoreWithLearner();
    migrate(file, noon, [...ours, addNickname]);

    const opening = openStore({ file, now: () => noon });

    await expect(opening).rejects.toThrow(StartError);
    await expect(opening).rejects.toThrow(/newer version of Deckhand \(29990101000000_add_nickname/);
    expect(read(file, "SELECT name FROM Learner")).toEqual(["Ada"]);
  });

  it("a database, when a step that it has is not the one that we have, is refused", async () => {
    const { file } = await closedStoreWithLearner();
    const edited = ours.map((migration) => ({ ...migration, checksum: "0".repeat(64) }));

    expect(() => migrate(file, noon, edited)).toThrow(/another form of .*create_everything/);
  });

  it("a file, when it is no database, is refused", async () => {
    const file = join(temporaryFolder(), "deckhand.db");
    writeFileSync(file, "# Notes\n".repeat(1_000));

    await expect(openStore({ file, now: () => noon })).rejects.toThrow(
      /cannot be used as Deckhand's database \(file is not a database\)/,
    );
  });

  it("a database, when it is somebody else's, is refused", async () => {
    const file = join(temporaryFolder(), "deckhand.db");
    const other = new Database(file);
    other.exec("CREATE TABLE notes (id INTEGER)");
    other.close();

    await expect(openStore({ file, now: () => noon })).rejects.toThrow("not Deckhand's");
  });

  it("a folder, when it has the database's name, is refused", async () => {
    const file = join(temporaryFolder(), "deckhand.db");
    mkdirSync(file);

    await expect(openStore({ file, now: () => noon })).rejects.toThrow(StartError);
  });

  it("a data folder, when it cannot be made, is refused with what to do", async () => {
    const file = join(temporaryFolder(), "a-file");
    writeFileSync(file, "");

    const opening = openStore({ file: join(file, "data", "deckhand.db"), now: () => noon });

    await expect(opening).rejects.toThrow(StartError);
    await expect(opening).rejects.toThrow(/data folder .* cannot be written .*DATABASE_URL/);
  });

  it("a store, when it could not be opened, can be opened once the cause is gone", async () => {
    const file = join(temporaryFolder(), "deckhand.db");
    writeFileSync(file, "not a database, but long enough to be looked at".repeat(100));
    await expect(openStore({ file, now: () => noon })).rejects.toThrow(StartError);

    writeFileSync(file, "");
    const store = await openStore({ file, now: () => noon });

    expect(await store.prisma.learner.count()).toBe(0);
    await store.close();
  });

  it("a database of another program, when it is opened, is refused and left as it was, with nothing made beside it", async () => {
    const { file, bytes } = foreignDatabase();

    await expect(openStore({ file, now: () => noon })).rejects.toThrow("is a database, but not Deckhand's");
    expect(() => migrate(file, noon)).toThrow(StartError);

    expect(readFileSync(file).equals(bytes)).toBe(true);
    expect(readdirSync(dirname(file))).toEqual([basename(file)]);
  });

  it("a new database, when its folder is open to all, can be read by its owner alone", () => {
    const file = join(temporaryFolder(), "deckhand.db");

    migrate(file, noon);

    expect(statSync(file).mode & 0o077).toBe(0);
  });

  it("a database that cannot be written, when that is tried, is refused before anybody relies on it", async () => {
    const { file } = await closedStoreWithLearner();
    const database = new Database(file, { readonly: true });

    expect(() => requireWritable(database)).toThrow(/readonly/);

    database.close();
  });
});

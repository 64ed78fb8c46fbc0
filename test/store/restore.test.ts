import { spawn } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import Database from "better-sqlite3";
import { describe, expect, it } from "@jest/globals";
import { copyDatabase } from "../../server/store/copy.js";
import { lockAlone } from "../../server/store/lock.js";
import { migrate } from "../../server/store/migrate.js";
import { readMigrations } from "../../server/store/migrations.js";
import { openStore } from "../../server/store/open.js";
import { restoreDatabase } from "../../server/store/restore.js";
import { insertLearner } from "../support/build-learner.js";
import { noon, openTestStore, temporaryFolder } from "../support/store.js";

const script = fileURLToPath(new URL("../support/store-process.mjs", import.meta.url));

/** A closed store with the learner Ben, and beside it a copy from when there was only Ada. */
async function storeAndCopy() {
  const store = await openTestStore();
  await insertLearner(store, { name: "Ada" });
  const copy = join(store.folder, "copy.db");
  copyDatabase(store.file, copy);
  await insertLearner(store, { name: "Ben" });
  await store.close();
  return { store, file: store.file, copy };
}

function names(file: string): unknown[] {
  const database = new Database(file);
  const found = database.prepare("SELECT name FROM Learner ORDER BY id").pluck().all();
  database.close();
  return found;
}

describe("restoreDatabase", () => {
  it("a copy, when it is restored, is the database, and what was there is kept", async () => {
    const { file, copy } = await storeAndCopy();

    const { replaced, isOlder } = restoreDatabase(copy, file, noon);

    const store = await openStore({ file, now: () => noon });
    expect((await store.prisma.learner.findMany()).map(({ name }) => name)).toEqual(["Ada"]);
    await store.close();
    expect(names(replaced ?? "")).toEqual(["Ada", "Ben"]);
    expect(replaced).toMatch(/backups\/deckhand-replaced-2026-11-21T120000000\.db$/);
    expect(isOlder).toBe(false);
  });

  it("a copy, when a store is open on the database, is not restored", async () => {
    const { file, copy } = await storeAndCopy();
    const store = await openStore({ file, now: () => noon });

    expect(() => restoreDatabase(copy, file, noon)).toThrow(/in use. Stop the server/);

    expect(await store.prisma.learner.count()).toBe(2);
    await store.close();
  });

  it("a copy, when a server in another process runs, is not restored; when that is killed with kill -9, it is, with what was in its log", async () => {
    const { file, copy } = await storeAndCopy();
    const server = spawn(process.execPath, [script, "write", file], { stdio: ["ignore", "pipe", "inherit"] });
    const closed = once(server, "close");
    await once(server.stdout, "data");

    try {
      expect(() => restoreDatabase(copy, file, noon)).toThrow("in use");
    } finally {
      server.kill("SIGKILL");
      await closed;
    }
    expect(existsSync(`${file}-wal`)).toBe(true);
    const { replaced } = restoreDatabase(copy, file, noon);

    expect(names(file)).toEqual(["Ada"]);
    const before = new Database(replaced ?? "", { readonly: true });
    expect(before.prepare("SELECT count(*) FROM Media").pluck().get()).toBeGreaterThan(0);
    before.close();
  }, 120_000);

  it("a store, when the database is being replaced, does not open", async () => {
    const { file } = await storeAndCopy();
    const lock = lockAlone(file);

    await expect(openStore({ file, now: () => noon })).rejects.toThrow("being replaced");

    lock.release();
  });

  it("a copy, when it is damaged, is not restored and nothing is changed", async () => {
    const { file, copy } = await storeAndCopy();
    const bytes = readFileSync(copy);
    writeFileSync(copy, Buffer.concat([bytes.subarray(0, 12_288), Buffer.alloc(4_096, 7), bytes.subarray(16_384)]));

    expect(() => restoreDatabase(copy, file, noon)).toThrow(/damaged|cannot be read/);

    expect(names(file)).toEqual(["Ada", "Ben"]);
    expect(readdirSync(join(file, "..")).filter((name) => /backups|incoming/.test(name))).toEqual([]);
  });

  it.each([
    ["there is no such file", () => undefined, "There is no file"],
    ["it is no database", (path: string) => writeFileSync(path, "hello ".repeat(1_000)), "cannot be read as a database"],
    ["it is empty", (path: string) => writeFileSync(path, ""), "is empty"],
    [
      "it is of a newer version",
      (path: string) => {
        const sql = "CREATE TABLE Later (id INTEGER)";
        migrate(path, noon, [...readMigrations(), { name: "29990101000000_add_later", sql, checksum: "1" }]);
      },
      "newer version",
    ],
    ["it is another program's", (path: string) => new Database(path).exec("CREATE TABLE x (y)").close(), "not Deckhand's"],
  ])("a file, when %s, is not restored", async (_situation, make, sentence) => {
    const { file } = await storeAndCopy();
    const from = join(temporaryFolder(), "from.db");
    make(from);

    expect(() => restoreDatabase(from, file, noon)).toThrow(sentence);

    expect(names(file)).toEqual(["Ada", "Ben"]);
  });

  it("the database itself, when it is named as the copy, is not restored", async () => {
    const { file } = await storeAndCopy();

    expect(() => restoreDatabase(file, file, noon)).toThrow("the database itself");
  });

  it("a copy, when there is no database yet, becomes it", async () => {
    const { copy } = await storeAndCopy();
    const file = join(temporaryFolder(), "data", "deckhand.db");

    const { replaced } = restoreDatabase(copy, file, noon);

    expect(replaced).toBeNull();
    expect(names(file)).toEqual(["Ada"]);
  });

  it("a copy, when the database is damaged beyond reading, takes its place, and the damaged bytes are kept", async () => {
    const { file, copy } = await storeAndCopy();
    writeFileSync(file, "scratched disk ".repeat(1_000));
    writeFileSync(`${file}-wal`, "scratched log");

    const { replaced } = restoreDatabase(copy, file, noon);

    expect(names(file)).toEqual(["Ada"]);
    expect(readFileSync(replaced ?? "", "utf8")).toContain("scratched disk");
    expect(readFileSync(`${replaced}-wal`, "utf8")).toBe("scratched log");
  });

  it("a plain copy of the file, when its log is beside it, is restored with what the log holds", async () => {
    const store = await openTestStore();
    store.sqlite.pragma("wal_autocheckpoint = 0");
    await insertLearner(store, { name: "Ada" });
    const from = join(temporaryFolder(), "plain.db");
    for (const suffix of ["", "-wal"]) copyFileSync(store.file + suffix, from + suffix);
    await store.close();

    restoreDatabase(from, store.file, noon);

    expect(names(store.file)).toEqual(["Ada"]);
  });

  it("a second restore, when it comes in the same moment, keeps both databases that it replaced", async () => {
    const { file, copy } = await storeAndCopy();

    const first = restoreDatabase(copy, file, noon);
    const second = restoreDatabase(copy, file, noon);

    expect(second.replaced).not.toBe(first.replaced);
    expect(names(first.replaced ?? "")).toEqual(["Ada", "Ben"]);
  });
});

describe("lockAlone", () => {
  it("the lock file, when it cannot be used, is named in the refusal", async () => {
    const file = join(temporaryFolder(), "deckhand.db");
    appendFileSync(`${file}.lock`, "not a database, but something of somebody's".repeat(100));

    expect(() => lockAlone(file)).toThrow(`${file}.lock cannot be used`);
  });
});

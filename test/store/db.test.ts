import Database from "better-sqlite3";
import fc from "fast-check";
import { describe, expect, it } from "@jest/globals";
import { ConflictError } from "../../server/domain/errors.js";
import type { Statement } from "../../server/store/db.js";
import { runs } from "../support/runs.js";
import { openTestStore, type TestStore } from "../support/store.js";

const insertMedia = (sha: number, type = "image/png"): Statement => ({
  sql: "INSERT INTO Media (sha256, size, type, createdAt) VALUES (?, ?, ?, 0)",
  parameters: [Buffer.alloc(32, sha), sha, type],
});
const setType = (size: number, type: string, changes = 1): Statement => ({
  sql: "UPDATE Media SET type = $type WHERE size = $size",
  parameters: { type, size },
  changes,
});
const sizes = (store: TestStore) =>
  store.db
    .prepare<{ size: number }>("SELECT size FROM Media ORDER BY rowid")
    .all()
    .map(({ size }) => size);

describe("db.batch", () => {
  it("a batch, when all its guards hold, is applied in order and tells what each statement did", async () => {
    const store = await openTestStore();

    const results = await store.db.batch([insertMedia(1), insertMedia(2), setType(1, "audio/ogg")]);

    expect(results.map(({ changes }) => changes)).toEqual([1, 1, 1]);
    expect(results.map(({ lastInsertRowid }) => lastInsertRowid)).toEqual([1, 2, 2]);
    expect(sizes(store)).toEqual([1, 2]);
  });

  it("a batch, when a guard fails, is refused as a conflict and changes nothing", async () => {
    const store = await openTestStore();

    const batch = store.db.batch([insertMedia(1), setType(9, "audio/ogg")]);

    await expect(batch).rejects.toThrow(ConflictError);
    expect(sizes(store)).toEqual([]);
  });

  it("batches of one turn, when a guard of one fails, are applied without it, in the order of their arrival", async () => {
    const store = await openTestStore();

    const settled = await Promise.allSettled([
      store.db.batch([insertMedia(1)]),
      store.db.batch([insertMedia(2), setType(9, "audio/ogg")]),
      store.db.batch([insertMedia(3), setType(1, "audio/ogg")]),
    ]);

    expect(settled.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(sizes(store)).toEqual([1, 3]);
  });

  it("batches of one turn, when one breaks a constraint, fail alone with the database's own error", async () => {
    const store = await openTestStore();

    const settled = await Promise.allSettled([
      store.db.batch([insertMedia(1)]),
      store.db.batch([insertMedia(2), insertMedia(1)]),
      store.db.batch([insertMedia(3)]),
    ]);

    expect(settled[1]).toMatchObject({ status: "rejected", reason: { code: "SQLITE_CONSTRAINT_PRIMARYKEY" } });
    expect(sizes(store)).toEqual([1, 3]);
  });

  it("batches of one turn, when they are committed, are one commit", async () => {
    const store = await openTestStore();
    let commits = 0;
    const exec = store.sqlite.prepare.bind(store.sqlite);
    store.sqlite.prepare = ((sql: string) => {
      const statement = exec(sql);
      if (sql !== "COMMIT") return statement;
      const run = statement.run.bind(statement);
      statement.run = (...parameters: unknown[]) => ((commits += 1), run(...parameters));
      return statement;
    }) as typeof store.sqlite.prepare;

    await Promise.all([1, 2, 3].map((sha) => store.db.batch([insertMedia(sha)])));

    expect(commits).toBe(1);
    expect(sizes(store)).toEqual([1, 2, 3]);
  });

  it("a batch, when it has been acknowledged, is seen by another connection", async () => {
    const store = await openTestStore();
    const other = new Database(store.file, { readonly: true });

    await store.db.batch([insertMedia(1)]);

    expect(other.prepare("SELECT count(*) FROM Media").pluck().get()).toBe(1);
    other.close();
  });

  it("batches of one turn, when another process holds the database too long, are all refused and nothing is changed", async () => {
    const store = await openTestStore();
    store.sqlite.pragma("busy_timeout = 10");
    const other = new Database(store.file);
    other.exec("BEGIN IMMEDIATE");

    const settled = await Promise.allSettled([store.db.batch([insertMedia(1)]), store.db.batch([insertMedia(2)])]);
    other.close();
    await store.db.batch([insertMedia(3)]);

    expect(settled.map((result) => result.status === "rejected" && (result.reason as { code: string }).code)).toEqual([
      "SQLITE_BUSY",
      "SQLITE_BUSY",
    ]);
    expect(sizes(store)).toEqual([3]);
  });

  it("a batch, when the disk is full, is refused, and the next one that fits is applied", async () => {
    const store = await openTestStore();
    const pages = Number(store.sqlite.pragma("page_count", { simple: true }));
    store.sqlite.pragma(`max_page_count = ${pages + 2}`);

    const full = store.db.batch([insertMedia(1), insertMedia(2, "x".repeat(100_000))]);
    await expect(full).rejects.toMatchObject({ code: "SQLITE_FULL" });
    await store.db.batch([insertMedia(3)]);

    expect(sizes(store)).toEqual([3]);
  });

  it("close, when batches are queued, waits for them and takes no more", async () => {
    const store = await openTestStore();
    const queued = store.db.batch([insertMedia(1)]);

    await store.close();

    await expect(queued).resolves.toHaveLength(1);
    await expect(store.db.batch([insertMedia(2)])).rejects.toThrow("closed");
    const file = new Database(store.file, { readonly: true });
    expect(file.prepare("SELECT count(*) FROM Media").pluck().get()).toBe(1);
    file.close();
  });

  it("an empty batch, when it is given, resolves to nothing", async () => {
    const store = await openTestStore();

    expect(await store.db.batch([])).toEqual([]);
  });

  it("random batches in random turns, when some guards fail, leave what applying the good ones one by one leaves", async () => {
    const store = await openTestStore();
    const batch = fc.array(fc.tuple(fc.nat(4), fc.nat(9)), { minLength: 1, maxLength: 4 });

    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(batch, { maxLength: 4 }), { maxLength: 4 }), async (turns) => {
        await store.db.batch([
          { sql: "DELETE FROM Media", parameters: [] },
          ...[0, 1, 2, 3, 4].map((sha) => insertMedia(sha, "0")),
        ]);
        const model = [0, 0, 0, 0, 0];

        for (const turn of turns) {
          const settled = await Promise.allSettled(turn.map((steps) => store.db.batch(steps.map(raise))));
          expect(settled.map(({ status }) => status === "fulfilled")).toEqual(turn.map((steps) => raiseInModel(model, steps)));
        }

        const stored = store.db.prepare<{ type: string }>("SELECT type FROM Media ORDER BY size").all();
        expect(stored.map(({ type }) => Number(type))).toEqual(model);
      }),
      { numRuns: runs(30, 1_000) },
    );
  });
});

describe("db.prepare", () => {
  it("integers, when a prepared query reads them, are numbers although the connection gives BigInt", async () => {
    const store = await openTestStore();
    await store.db.batch([insertMedia(7)]);

    expect(store.db.prepare<{ size: number }>("SELECT size FROM Media WHERE size = ?").get(7)).toEqual({ size: 7 });
    expect(store.sqlite.prepare("SELECT size FROM Media").get()).toEqual({ size: 7n });
  });

  it("a query, when nothing matches, gives undefined and an empty list", async () => {
    const store = await openTestStore();
    const query = store.db.prepare("SELECT size FROM Media WHERE size = $size");

    expect(query.get({ size: 1 })).toBeUndefined();
    expect(query.all({ size: 1 })).toEqual([]);
  });
});

describe("db.snapshot", () => {
  it("a snapshot, when another connection writes between its queries, shows nothing of that, and the next one does", async () => {
    const store = await openTestStore();
    const other = new Database(store.file);
    const insert = other.prepare("INSERT INTO Media (sha256, size, type, createdAt) VALUES (zeroblob(32), 1, 'image/png', 0)");

    const seen = store.db.snapshot(() => [sizes(store), insert.run().changes, sizes(store)]);
    other.close();

    expect(seen).toEqual([[], 1, []]);
    expect(store.db.snapshot(() => sizes(store))).toEqual([1]);
  });

  it("a snapshot, when its reading throws, ends, so that a batch can follow", async () => {
    const store = await openTestStore();

    const reading = () =>
      store.db.snapshot(() => {
        throw new Error("unreadable");
      });

    expect(reading).toThrow("unreadable");
    await expect(store.db.batch([insertMedia(1)])).resolves.toHaveLength(1);
  });

  it("a snapshot, when it is taken within another, shows the same moment", async () => {
    const store = await openTestStore();

    const inner = store.db.snapshot(() => store.db.snapshot(() => sizes(store)));

    expect(inner).toEqual([]);
    expect(store.sqlite.inTransaction).toBe(false);
  });
});

describe("db.dataVersion", () => {
  it("the data version, when another connection writes, changes; when this one does, it stays", async () => {
    const store = await openTestStore();
    const before = store.db.dataVersion();

    await store.db.batch([insertMedia(1)]);
    const afterOwn = store.db.dataVersion();
    const other = new Database(store.file);
    other.exec("UPDATE Media SET type = 'audio/ogg'");
    other.close();

    expect(afterOwn).toBe(before);
    expect(store.db.dataVersion()).not.toBe(before);
  });
});

/** Adds `by` to counter `index`, if it is below 20: the text of a type serves as the counter. */
function raise([index, by]: [number, number]): Statement {
  return {
    sql: "UPDATE Media SET type = CAST(CAST(type AS INTEGER) + ? AS TEXT) WHERE size = ? AND CAST(type AS INTEGER) < 20",
    parameters: [by, index],
    changes: 1,
  };
}

/** The same on plain numbers; whether all steps were allowed. */
function raiseInModel(model: number[], steps: readonly [number, number][]): boolean {
  const next = [...model];
  for (const [index, by] of steps) {
    if ((next[index] ?? 0) >= 20) return false;
    next[index] = (next[index] ?? 0) + by;
  }
  model.splice(0, model.length, ...next);
  return true;
}

import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import Database from "better-sqlite3";
import { describe, expect, it } from "@jest/globals";
import { migrate } from "../../server/store/migrate.js";
import { readMigrations } from "../../server/store/migrations.js";
import { noon, temporaryFolder } from "../support/store.js";

const script = fileURLToPath(new URL("../support/store-process.mjs", import.meta.url));

/** Starts three processes on the same file at once; resolves with their exit statuses, after each has opened it, and been told to end. */
async function openThree(file: string): Promise<readonly unknown[]> {
  const processes = [1, 2, 3].map(() => spawn(process.execPath, [script, "open", file], { stdio: ["pipe", "pipe", "inherit"] }));
  const ends = processes.map(async (child: ChildProcess) => (await once(child, "exit"))[0] as unknown);
  await Promise.all(processes.map((child) => Promise.race([once(child.stdout, "data"), once(child, "exit")])));
  for (const child of processes) child.stdin.end();
  return Promise.all(ends);
}

describe("several processes that start at once", () => {
  it("a new database, when three processes open it, is migrated once, and all three run", async () => {
    const file = join(temporaryFolder(), "deckhand.db");

    const statuses = await openThree(file);

    const database = new Database(file, { readonly: true });
    expect(statuses).toEqual([0, 0, 0]);
    expect(database.prepare("SELECT count(*) FROM _prisma_migrations").pluck().get()).toBe(readMigrations().length);
    expect(database.pragma("journal_mode", { simple: true })).toBe("wal");
    database.close();
  }, 120_000);

  it("an older database, when three processes open it, is migrated once, with one copy of what it was", async () => {
    const folder = temporaryFolder();
    const file = join(folder, "deckhand.db");
    migrate(file, noon, []);
    const older = new Database(file);
    // As left by a version that had no migration of ours yet, but its history's table and a row of its own.
    older.exec(`CREATE TABLE "_prisma_migrations" (id TEXT PRIMARY KEY NOT NULL, checksum TEXT NOT NULL, finished_at DATETIME,
      migration_name TEXT NOT NULL, logs TEXT, rolled_back_at DATETIME, started_at DATETIME NOT NULL DEFAULT current_timestamp,
      applied_steps_count INTEGER UNSIGNED NOT NULL DEFAULT 0); CREATE TABLE "Old" (id INTEGER); INSERT INTO "Old" VALUES (7);`);
    older.close();

    const statuses = await openThree(file);

    const copy = new Database(join(folder, "backups", `deckhand-before-${readMigrations()[0]?.name}.db`), { readonly: true });
    expect(statuses).toEqual([0, 0, 0]);
    expect(copy.prepare('SELECT id FROM "Old"').pluck().all()).toEqual([7]);
    expect(existsSync(`${copy.name}.partial`)).toBe(false);
    copy.close();
  }, 120_000);
});

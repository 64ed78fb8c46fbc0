import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { deployMigrations, diffMigrationsAgainstSchema } from "../../prisma/tools/schema-engine.mjs";
import { projectRoot } from "../../server/root.js";
import { migrate } from "../../server/store/migrate.js";
import { readMigrations } from "../../server/store/migrations.js";
import type { Store } from "../../server/store/open.js";
import { noon, openTestStore, temporaryFolder } from "../support/store.js";

const names = readMigrations().map(({ name }) => name);

describe("schema.prisma and the migrations", () => {
  it("the schema, when it is compared with what the migrations make, has no difference", async () => {
    const { sql, differs } = await diffMigrationsAgainstSchema();

    expect(sql.replace(/^--.*$/gm, "").trim()).toBe("");
    expect(differs).toBe(false);
  });

  it("what was written by hand, when all migrations are applied, is all there (Prisma drops it when it redefines a table)", async () => {
    const store = await openTestStore();

    const found = byHand(store);

    expect(found).toEqual(JSON.parse(readFileSync(join(projectRoot, "prisma", "by-hand.json"), "utf8")));
  });

  it("prisma migrate deploy, when our runner has applied everything, finds nothing to do", async () => {
    const file = join(temporaryFolder(), "deckhand.db");
    migrate(file, noon);

    const applied = await deployMigrations(file);

    expect(applied).toEqual([]);
  });

  it("our runner, when prisma migrate deploy has applied everything, finds nothing to do", async () => {
    const file = join(temporaryFolder(), "deckhand.db");
    const applied = await deployMigrations(file);

    expect(applied).toEqual(names);
    expect(() => migrate(file, noon)).not.toThrow();
  });
});

/** Everything in the database that schema.prisma cannot say. */
function byHand(store: Store) {
  const objects = store.db
    .prepare<{ type: string; name: string; sql: string }>(
      "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE '\\_prisma%' ESCAPE '\\' ORDER BY name",
    )
    .all();
  const tables = objects.filter(({ type }) => type === "table");
  const checksOf = (sql: string) => sql.match(/CHECK \(.*\)(?=,?$)/gm) ?? [];
  return {
    withoutRowid: tables.filter(({ sql }) => /WITHOUT ROWID$/.test(sql)).map(({ name }) => name),
    checks: Object.fromEntries(
      tables.map(({ name, sql }) => [name, checksOf(sql)] as const).filter(([, checks]) => checks.length > 0),
    ),
    partialIndexes: objects.filter(({ type, sql }) => type === "index" && sql.includes(" WHERE ")).map(({ sql }) => sql),
    triggers: objects.filter(({ type }) => type === "trigger").map(({ sql }) => sql),
  };
}

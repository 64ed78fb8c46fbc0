import { createHash } from "node:crypto";
import Database from "better-sqlite3";
import { describe, expect, it } from "@jest/globals";
import { migrate } from "../../server/store/migrate.js";
import { readMigrations, type Migration } from "../../server/store/migrations.js";
import { insertCard, insertReview } from "../support/build-card.js";
import { insertDeck } from "../support/build-deck.js";
import { insertLearner } from "../support/build-learner.js";
import { noon, openTestStore, type TestStore } from "../support/store.js";

/** As Prisma writes a redefinition: the pragma inside it does nothing, since a migration runs in a transaction. */
const redefineLearner = (columns: string): string => `
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Learner" (
  "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "name" TEXT NOT NULL, "nameKey" TEXT NOT NULL, "passwordHash" TEXT NOT NULL,
  "role" TEXT NOT NULL, "zone" TEXT NOT NULL, "dayStartMinutes" INTEGER NOT NULL, "settings" JSONB NOT NULL,
  "createdAt" DATETIME NOT NULL, "disabledAt" DATETIME${columns}
);
INSERT INTO "new_Learner" (id, name, nameKey, passwordHash, role, zone, dayStartMinutes, settings, createdAt, disabledAt)
  SELECT id, name, nameKey, passwordHash, role, zone, dayStartMinutes, settings, createdAt, disabledAt FROM "Learner";
DROP TABLE "Learner";
ALTER TABLE "new_Learner" RENAME TO "Learner";
PRAGMA foreign_keys=ON;`;

function later(name: string, sql: string): Migration {
  return { name: `29990101000000_${name}`, sql, checksum: createHash("sha256").update(sql).digest("hex") };
}

async function closedStoreWithReview(): Promise<TestStore> {
  const store = await openTestStore();
  const learner = await insertLearner(store);
  const deck = await insertDeck(store);
  const card = await insertCard(store, { deckId: deck.id });
  await insertReview(store, { learnerId: learner.id, cardId: card.id, deckId: deck.id });
  await store.close();
  return store;
}

function countIn(file: string, table: string): unknown {
  const database = new Database(file, { readonly: true });
  const count = database.prepare(`SELECT count(*) FROM "${table}"`).pluck().get();
  database.close();
  return count;
}

describe("a migration that redefines a table", () => {
  it("reviews, when the table of their learners is redefined with foreign keys on, are deleted (the trap is still there)", async () => {
    const { file } = await closedStoreWithReview();
    const database = new Database(file);

    database.pragma("foreign_keys = ON");
    database.transaction(() => database.exec(redefineLearner(""))).immediate();
    database.close();

    expect(countIn(file, "Review")).toBe(0);
  });

  it("reviews, when our runner redefines the table of their learners, stay", async () => {
    const { file } = await closedStoreWithReview();

    migrate(file, noon, [...readMigrations(), later("add_nickname", redefineLearner(', "nickname" TEXT'))]);

    expect(countIn(file, "Review")).toBe(1);
    expect(countIn(file, "Learner")).toBe(1);
  });

  it("a migration, when it would leave rows without what they refer to, changes nothing", async () => {
    const { file } = await closedStoreWithReview();

    const upgrade = () => migrate(file, noon, [...readMigrations(), later("delete_learners", 'DELETE FROM "Learner"')]);

    expect(upgrade).toThrow("was not changed");
    expect(countIn(file, "Review")).toBe(1);
    expect(countIn(file, "Learner")).toBe(1);
  });
});

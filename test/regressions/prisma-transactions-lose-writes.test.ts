import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import { describe, expect, it } from "@jest/globals";
import { PrismaClient } from "../../server/store/generated/client.js";
import { insertLearner } from "../support/build-learner.js";
import { openTestStore } from "../support/store.js";

const learner = (name: string) => ({
  name,
  nameKey: name,
  passwordHash: "none",
  role: "learner",
  zone: "UTC",
  dayStartMinutes: 240,
  settings: {},
  createdAt: new Date(0),
});

describe("Prisma's transactions on one connection", () => {
  it("a plain write, when another request's transaction is open on Prisma's own adapter, is lost with that (the trap is still there)", async () => {
    const store = await openTestStore();
    await store.close();
    const file = join(store.folder, "plain.db");
    copyFileSync(store.file, file);
    const plain = new PrismaClient({ adapter: new PrismaBetterSqlite3({ url: file }) });
    const acknowledged: string[] = [];

    const broken = plain.$transaction(async (transaction) => {
      await transaction.learner.create({ data: learner("inside") });
      acknowledged.push((await plain.learner.create({ data: learner("another request") })).name);
      throw new Error("the first request fails");
    });
    await expect(broken).rejects.toThrow("the first request fails");

    expect(acknowledged).toEqual(["another request"]);
    expect(await plain.learner.count()).toBe(0);
    await plain.$disconnect();
  });

  it("a plain write, when another request tries a transaction on our adapter, stays, because no transaction opens", async () => {
    const store = await openTestStore();

    const broken = store.prisma.$transaction(async (transaction) => {
      await transaction.learner.create({ data: learner("inside") });
    });
    const plain = insertLearner(store, { name: "another request" });

    await expect(broken).rejects.toThrow("use db.batch");
    await plain;
    expect((await store.prisma.learner.findMany()).map(({ name }) => name)).toEqual(["another request"]);
  });

  it("nested writes, connect and upserts, when somebody writes them all the same, are refused and change nothing", async () => {
    const store = await openTestStore();
    const { id } = await insertLearner(store);
    const session = { tokenHash: new Uint8Array(32), createdAt: new Date(0), lastUsedAt: new Date(0), userAgent: "" };

    const attempts = await Promise.allSettled([
      store.prisma.learner.create({ data: { ...learner("nested"), sessions: { create: session } } }),
      store.prisma.session.create({ data: { ...session, learner: { connect: { id } } } }),
      store.prisma.learner.update({ where: { id }, data: { name: "changed" }, include: { sessions: true } }),
    ]);

    expect(attempts.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
    expect(await store.prisma.session.count()).toBe(0);
    expect(await store.prisma.learner.count({ where: { name: { in: ["nested", "changed"] } } })).toBe(0);
  });
});

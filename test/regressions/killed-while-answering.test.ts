import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { killWhileAnswering } from "../bench/kill-while-answering.js";
import { seedDatabase } from "../bench/seed.js";
import { temporaryFolder } from "../support/store.js";

describe("a server that is killed under answering clients", () => {
  it("acknowledged answers, when kill -9 comes in the middle of them and they are sent again, are all there, each once", async () => {
    const folder = temporaryFolder();
    const file = join(folder, "deckhand.db");
    const clients = 10;
    await seedDatabase(file, { learners: clients, cards: 100, due: 90 }, Date.now());

    const { acknowledged, ...damage } = await killWhileAnswering({ file, folder, clients, kills: 2, answersBeforeKill: 150 });

    expect(acknowledged).toBeGreaterThanOrEqual(300);
    expect(damage).toEqual({ lost: 0, twice: 0, unaccounted: 0, wrongStates: 0, wrongCounts: [], integrity: "ok" });
  });
});

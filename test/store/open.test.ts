import { describe, expect, it } from "@jest/globals";
import { openTestStore } from "../support/store.js";

describe("openStore", () => {
  it("settings of the connection, when a store is open, make every commit durable and references checked", async () => {
    const store = await openTestStore();

    const settings = ["journal_mode", "synchronous", "foreign_keys", "cache_size", "busy_timeout"].map((name) =>
      Number.isNaN(Number(store.sqlite.pragma(name, { simple: true })))
        ? store.sqlite.pragma(name, { simple: true })
        : Number(store.sqlite.pragma(name, { simple: true })),
    );

    expect(settings).toEqual(["wal", 2, 1, -65536, 5000]);
  });
});

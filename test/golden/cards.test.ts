import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { goldenLines, goldenPath } from "./lines.js";

describe("the cards of the notes that ship with Deckhand", () => {
  it("when they are made again, are those of the golden file; where a change is meant, `npm run golden` writes it down for review", async () => {
    const made = await goldenLines();

    expect(made.split("\n")).toEqual(readFileSync(goldenPath, "utf8").split("\n"));
  });
});

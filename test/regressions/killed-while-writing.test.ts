import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import Database from "better-sqlite3";
import { describe, expect, it } from "@jest/globals";
import { runs } from "../support/runs.js";
import { temporaryFolder } from "../support/store.js";

const script = fileURLToPath(new URL("../support/store-process.mjs", import.meta.url));

/** Lets a process write to `file` until it has acknowledged `count` pairs, and kills it there and then; the numbers that it acknowledged. */
async function writeUntilKilled(file: string, count: number): Promise<readonly number[]> {
  const child = spawn(process.execPath, [script, "write", file], { stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    said += text;
    if (said.split("\n").length > count) child.kill("SIGKILL");
  });
  await once(child, "close");
  // What follows the last line break was not said to the end.
  return said.split("\n").slice(0, -1).map(Number);
}

describe("a process that is killed while it writes", () => {
  it("every acknowledged batch, when kill -9 comes in the middle of a stream of them, is there, whole, and the database is sound", async () => {
    for (const count of Array.from({ length: runs(3, 20) }, (_, index) => 40 + 37 * index)) {
      const file = join(temporaryFolder(), "deckhand.db");

      const acknowledged = await writeUntilKilled(file, count);

      const database = new Database(file);
      const media = database.prepare<[], number>("SELECT size FROM Media ORDER BY size").pluck().all();
      const imports = database.prepare<[], number>("SELECT appliedSeq FROM Import ORDER BY appliedSeq").pluck().all();
      expect(acknowledged.length).toBeGreaterThanOrEqual(count);
      expect(acknowledged.filter((number) => !media.includes(number))).toEqual([]);
      expect(imports).toEqual(media);
      expect(database.pragma("integrity_check", { simple: true })).toBe("ok");
      database.close();
    }
  }, 600_000);
});

import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "@jest/globals";
import { projectRoot } from "../../server/root.js";

const run = (...words: string[]) =>
  promisify(execFile)(process.execPath, [join(projectRoot, "dist", "server", "cli", "main.js"), "notes", "report", ...words]);

it("deckhand notes report, when --json is given, prints one document with every measure; without it, a line for each", async () => {
  const content = join(projectRoot, "content");

  const report = JSON.parse((await run(content, "--json")).stdout) as Record<string, unknown>;
  const lines = (await run(content)).stdout;

  expect(report).toMatchObject({ leaks: [], duplicates: [], standAlone: { share: 1 }, provenance: { share: 1 } });
  expect(lines).toMatch(/^terms asked: \d+\.\d % of \d+$/m);
  expect(lines).toContain(`sha256: ${String(report["sha256"])}`);
});

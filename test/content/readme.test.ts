import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { projectRoot } from "../../server/root.js";
import { runDeckhand } from "../support/deckhand-process.js";
import { temporaryFolder } from "../support/store.js";

const readme = readFileSync(join(projectRoot, "README.md"), "utf8");

/** The first fenced block of that language behind `words`. */
function block(words: string, language: string): string {
  const start = readme.indexOf(`\`\`\`${language}\n`, readme.indexOf(words)) + language.length + 4;
  return readme.slice(start, readme.indexOf("\n```", start));
}

describe("the README", () => {
  it("shows a note and exactly the cards that it makes", async () => {
    const folder = join(temporaryFolder(), "tea");
    mkdirSync(folder);
    writeFileSync(join(folder, "green-tea.md"), `${block("Save this as", "markdown")}\n`);

    const check = runDeckhand(["notes", "check", folder]);

    expect(await check.ended).toBe(0);
    expect(check.stdout().split("\nWithheld")[0]?.trimEnd()).toBe(block("Then ask what it makes", "text"));
  });

  it("names the test and the check command that the continuous integration runs", () => {
    const ci = readFileSync(join(projectRoot, ".ci", "run"), "utf8");

    for (const command of ["npm ci", "npm test", "npm run check"]) {
      expect(readme).toContain(command);
      expect(ci).toContain(`\n${command}\n`);
    }
  });
});

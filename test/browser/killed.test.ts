import { cpSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Browser } from "playwright-core";
import { projectRoot } from "../../server/root.js";
import { launchBrowser, newPerson } from "../support/browser.js";
import { runDeckhand, untilAnswers } from "../support/deckhand-process.js";
import { freePort } from "../support/free-port.js";
import { temporaryFolder } from "../support/store.js";
import { nextQuestion, question, signUp } from "./stories.js";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => browser.close());

describe("a server that is killed", () => {
  it("a learner, when the server was killed in the middle and started again, goes on where they were", async () => {
    const folder = temporaryFolder();
    cpSync(join(projectRoot, "content"), join(folder, "notes"), { recursive: true });
    const port = await freePort();
    const env = { PORT: String(port), DATABASE_URL: `file:${join(folder, "deckhand.db")}`, NOTES_DIR: join(folder, "notes") };
    const url = `http://localhost:${port}`;
    const server = runDeckhand(["serve"], env);
    await untilAnswers(url, server);
    const { page } = await newPerson(browser, url);
    await signUp(page, "/signup", "Ada");
    await page.goto("/quiz");
    const first = await question(page);
    await page.keyboard.press("Space");
    await page.keyboard.press("4");
    const second = await nextQuestion(page, first);
    await page.keyboard.press("Space");

    server.child.kill("SIGKILL");
    await server.ended;
    await page.keyboard.press("4");
    await page.getByRole("alert").getByText("No connection").waitFor();
    await untilAnswers(url, runDeckhand(["serve"], env));

    await nextQuestion(page, second); // what was under way is sent again by itself
    expect(await page.getByRole("button", { name: /^Undo/ }).count()).toBe(1);
    await page.goto("/");
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toMatch(/^8 cards/);
    expect(await page.getByRole("link", { name: "Go on", exact: true }).isVisible()).toBe(true);
  }, 60_000);
});

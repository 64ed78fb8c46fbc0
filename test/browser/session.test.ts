import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Browser, Page } from "playwright-core";
import { launchBrowser, newPerson } from "../support/browser.js";
import { startTestServer } from "../support/server.js";
import { nextQuestion, question, signUp } from "./stories.js";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => browser.close());

/** The name of what has the focus, as a reader would hear it. */
function focused(page: Page): Promise<string> {
  return page.evaluate("document.activeElement?.innerText?.replace(/\\s+/g, ' ').trim() ?? ''");
}

/** Waits until the focus is on what begins with `name`; throws after five seconds. */
async function untilFocused(page: Page, name: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    if ((await focused(page)).startsWith(name)) return;
    await page.waitForTimeout(50);
  }
  throw new Error(`The focus is on “${await focused(page)}”, not on “${name}”.`);
}

/** What was announced last. */
function announced(page: Page): Promise<string> {
  return page.locator("#announcer").innerText();
}

describe("a daily session", () => {
  it("a learner, when they use the keyboard alone, goes through the day's cards to the summary without a full reload", async () => {
    const server = await startTestServer();
    const { page, complaints } = await newPerson(browser, server.url);
    await signUp(page, "/signup", "Ada");

    await untilFocused(page, "Start");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/quiz/);
    let loads = 0;
    page.on("load", () => loads++);
    const seen = new Set<string>();
    for (let answers = 0; answers < 60; answers++) {
      if ((await page.locator(".ratings").count()) === 0) break;
      const now = await question(page);
      seen.add(now);
      await untilFocused(page, "Show answer");
      await page.keyboard.press("Space");
      await untilFocused(page, "Good");
      expect(await announced(page)).not.toBe("");
      const before = await page.locator("#quiz").getAttribute("data-title");
      await page.keyboard.press("4");
      await page.waitForFunction((old) => document.querySelector("#quiz")?.getAttribute("data-title") !== old, before);
    }

    expect(await page.getByRole("heading", { level: 1 }).innerText()).toMatch(/Done for today/);
    expect(await page.locator("dl.facts").innerText()).toMatch(/10/);
    expect(seen.size).toBe(10);
    expect(loads).toBe(0);
    expect(complaints()).toEqual([]);
  });

  it("a learner, when the browser runs no script, goes through a card in full pages", async () => {
    const server = await startTestServer();
    const { page } = await newPerson(browser, server.url, { javaScriptEnabled: false });
    await signUp(page, "/signup", "Ada");

    await page.getByRole("link", { name: "Start", exact: true }).click();
    const first = await question(page);
    expect(await page.getByRole("button", { name: /^Good/ }).isVisible()).toBe(false);
    await page.getByRole("button", { name: "Show answer" }).click();
    expect(await question(page)).toBe(first);
    await page.getByRole("button", { name: /^Good/ }).click();

    expect(await question(page)).not.toBe(first);
    await page.getByRole("button", { name: /^Undo/ }).click();
    expect(await question(page)).toBe(first);
    await page.getByRole("link", { name: "Deckhand, leave the quiz" }).click();
    expect(await page.getByRole("link", { name: /^(Start|Go on)$/ }).isVisible()).toBe(true);
  });

  it("a slip, when it is undone with u, brings the card back as it was, more than once", async () => {
    const server = await startTestServer();
    const { page, complaints } = await newPerson(browser, server.url);
    await signUp(page, "/signup", "Ada");
    await page.goto("/quiz");
    const first = await question(page);
    const intervals = await page.locator(".rating-interval").allTextContents();

    await page.keyboard.press("Space");
    await page.keyboard.press("4");
    const second = await nextQuestion(page, first);
    await page.keyboard.press("Space");
    await page.keyboard.press("3");
    const third = await nextQuestion(page, second);
    await page.keyboard.press("u");
    expect(await nextQuestion(page, third)).toBe(second);
    await page.keyboard.press("u");

    expect(await nextQuestion(page, second)).toBe(first);
    expect(await page.locator(".rating-interval").allTextContents()).toEqual(intervals);
    expect(complaints()).toEqual([]);
  });

  it("an answer, when the network is away, is kept and sent once it is back", async () => {
    const server = await startTestServer();
    const { page, context } = await newPerson(browser, server.url);
    await signUp(page, "/signup", "Ada");
    await page.goto("/quiz");
    const first = await question(page);

    await page.keyboard.press("Space");
    await context.setOffline(true);
    await page.keyboard.press("3");
    await page.getByRole("alert").getByText("No connection").waitFor();
    await context.setOffline(false);

    expect(await nextQuestion(page, first)).not.toBe(first);
  });
});

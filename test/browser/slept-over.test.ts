import { afterAll, beforeAll, expect, it } from "@jest/globals";
import type { Browser } from "playwright-core";
import { launchBrowser, newPerson } from "../support/browser.js";
import { startTestServer } from "../support/server.js";
import { question, signUp } from "./stories.js";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => browser.close());

it("Today, when the computer slept over it, is loaded again; a card that somebody thinks about is not", async () => {
  const server = await startTestServer();
  const { page } = await newPerson(browser, server.url);
  await page.clock.install();
  await signUp(page, "/signup", "Ada");
  let loads = 0;
  page.on("load", () => loads++);

  await page.clock.fastForward("03:00");
  const loadsSoon = loads;
  const reloaded = page.waitForEvent("load");
  await page.clock.fastForward("08:00:00");
  await reloaded;
  await page.goto("/quiz");
  const shown = await question(page);
  const loadsBefore = loads;
  await page.clock.fastForward("08:00:00");

  expect(loadsSoon).toBe(0);
  expect(await question(page)).toBe(shown);
  expect(loads).toBe(loadsBefore);
});

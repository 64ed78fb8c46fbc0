import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Browser } from "playwright-core";
import { launchBrowser, newPerson } from "../support/browser.js";
import { startTestServer } from "../support/server.js";
import { nextQuestion, question, signUp } from "./stories.js";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => browser.close());

describe("the first run", () => {
  it("the first person, when they open a fresh installation on its own machine, becomes its owner and sees Today with Docker", async () => {
    const server = await startTestServer();
    const { page, complaints } = await newPerson(browser, server.url, { timezoneId: "Europe/Berlin" });

    await page.goto("/");
    await page.waitForURL(/\/signup/);
    expect(await page.getByLabel("Time zone").inputValue()).toBe("Europe/Berlin");
    await signUp(page, page.url(), "Ada");

    expect(await page.getByRole("heading", { level: 1 }).innerText()).toMatch(/^\d+ cards, about \d+ minutes?$/);
    expect(await page.getByRole("link", { name: "Docker", exact: true }).isVisible()).toBe(true);
    expect(await page.getByRole("link", { name: "People" }).isVisible()).toBe(true);
    expect(complaints()).toEqual([]);
  });

  it("the address that the server prints, when it is opened at another name, makes the first account with its code", async () => {
    const lan = await launchBrowser({ "deckhand.lan": "127.0.0.1" });
    try {
      const server = await startTestServer({
        env: (port) => ({ PUBLIC_URL: `http://deckhand.lan:${port}`, TRUST_PROXY: "off" }),
      });
      const { page, complaints } = await newPerson(lan, server.config.publicUrl);

      await signUp(page, server.setupUrl ?? "", "Ada");
      await page.getByRole("link", { name: "Start", exact: true }).click();
      const first = await question(page);
      await page.getByRole("button", { name: "Show answer" }).click();
      await page.waitForTimeout(300); // a press of the pointer right after the reveal counts as a slip
      await page.getByRole("button", { name: /^Good/ }).click();

      expect(await nextQuestion(page, first)).not.toBe(first);
      await page.getByRole("link", { name: "Deckhand, leave the quiz" }).click();
      await page.getByRole("button", { name: "Log out" }).click();
      await page.waitForURL(/\/login/);
      expect(complaints()).toEqual([]);
    } finally {
      await lan.close();
    }
  });
});

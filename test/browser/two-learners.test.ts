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

describe("two learners", () => {
  it("an invited person, when they join, has a schedule of their own for the same cards", async () => {
    const server = await startTestServer();
    const ada = await newPerson(browser, server.url);
    const ben = await newPerson(browser, server.url, { viewport: { width: 360, height: 740 }, hasTouch: true });
    await signUp(ada.page, "/signup", "Ada");

    await ada.page.getByRole("link", { name: "People" }).click();
    await ada.page.getByRole("button", { name: "Make an invitation" }).click();
    const invitation = new URL(await ada.page.getByLabel(/^The invitation/).inputValue());
    await ada.page.goto("/quiz");
    const first = await question(ada.page);
    await ada.page.keyboard.press("Space");
    await ada.page.keyboard.press("4");
    await nextQuestion(ada.page, first);
    await signUp(ben.page, invitation.pathname + invitation.search, "Ben");
    await ben.page.getByRole("link", { name: "Start", exact: true }).tap();

    expect(await question(ben.page)).toBe(first);
    expect(await ben.page.getByRole("button", { name: /^Undo/ }).count()).toBe(0);
    expect(await ben.page.getByRole("link", { name: "People" }).count()).toBe(0);
    await ben.page.goto("/");
    expect(await ben.page.getByRole("heading", { level: 1 }).innerText()).toMatch(/^10 cards/);
    await ada.page.goto("/");
    expect(await ada.page.getByRole("heading", { level: 1 }).innerText()).toMatch(/^9 cards/);
    expect([...ada.complaints(), ...ben.complaints()]).toEqual([]);
  });

  it("an invitation, when it was used, makes no second account", async () => {
    const server = await startTestServer();
    const ada = await newPerson(browser, server.url);
    await signUp(ada.page, "/signup", "Ada");
    await ada.page.goto("/people");
    await ada.page.getByRole("button", { name: "Make an invitation" }).click();
    const invitation = new URL(await ada.page.getByLabel(/^The invitation/).inputValue());
    const ben = await newPerson(browser, server.url);
    await signUp(ben.page, invitation.pathname + invitation.search, "Ben");

    const cleo = await newPerson(browser, server.url);
    const reply = await cleo.page.goto(invitation.pathname + invitation.search);

    expect(reply?.status()).toBeGreaterThanOrEqual(400);
    expect(
      await cleo.page
        .getByText(/invitation/i)
        .first()
        .isVisible(),
    ).toBe(true);
  });
});

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Browser, Page } from "playwright-core";
import { launchBrowser, newPerson } from "../support/browser.js";
import { startTestServer, type TestServer } from "../support/server.js";
import { signUp } from "./stories.js";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => browser.close());

/** What axe finds wrong on the page: rule and place, one line each. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const found = await page.evaluate<{ id: string; nodes: { target: string[] }[] }[]>(
    "axe.run().then((result) => result.violations)",
  );
  return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${page.url()} ${id} ${target.join(" ")}`));
}

/** Whether the page is wider than its window. */
function overflow(page: Page): Promise<number> {
  return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
}

/** Address of the first link on `page` whose address matches. */
async function linkTo(page: Page, from: string, pattern: RegExp): Promise<string> {
  await page.goto(from);
  const addresses = await page
    .locator("main a[href]")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  return addresses.find((address) => pattern.test(address)) ?? "";
}

async function everyPage(server: TestServer, page: Page): Promise<string[]> {
  const deck = await linkTo(page, "/decks", /^\/decks\/\d+$/);
  const subDeck = await linkTo(page, deck, new RegExp(`^(?!${deck}$)/decks/\\d+$`));
  const note = await linkTo(page, subDeck, /^\/decks\/\d+\/notes\//);
  const changed = ["/", "/quiz", "/decks", deck, subDeck, note, "/settings", "/people", "/nothing-here"];
  return changed.filter((address) => address !== "" && server.url !== "");
}

describe.each(["light", "dark"] as const)("every page, in the %s scheme", (colorScheme) => {
  it("a page, when it is read by axe, has no violation, and at 320 px nothing overflows", async () => {
    const server = await startTestServer();
    const { page, complaints } = await newPerson(browser, server.url, {
      colorScheme,
      reducedMotion: "reduce", // axe would measure colours in the middle of a fade
      viewport: { width: 320, height: 700 },
    });
    const faults: string[] = [];
    await page.goto("/signup");
    faults.push(...(await violations(page)));
    await page.goto("/login");
    faults.push(...(await violations(page)));
    await signUp(page, "/signup", "Ada");

    const addresses = await everyPage(server, page);
    for (const address of addresses) {
      await page.goto(address);
      faults.push(...(await violations(page)));
      const wider = await overflow(page);
      if (wider > 0) faults.push(`${address} is ${wider} px wider than the window`);
    }
    await page.goto("/quiz");
    await page.getByRole("button", { name: "Show answer" }).click();
    faults.push(...(await violations(page)));

    expect(addresses).toHaveLength(9);
    expect(faults).toEqual([]);
    expect(complaints()).toEqual([]);
  });
});

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { launchBrowser, newPerson } from "../support/browser.js";
import { startTestServer } from "../support/server.js";
import { temporaryFolder } from "../support/store.js";
import { axeViolations, widerThanWindow } from "../views/inspect.js";
import { question, signUp } from "./stories.js";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => browser.close());

const text = `# Builds

Q: What may a build read?
A: The files of its context
Q: Who may read the context?
A: Whoever runs the builder

## Is the build cache shared?

No, each builder keeps one of its own, unless it is exported.

Q: Which file says what to build?
A: The Dockerfile, unless another one is named
`;

const suggestion = "Is the build cache shared?";

/** An owner who has opened the page of a note with a suggested card. */
async function openNote(options: BrowserContextOptions = {}) {
  const notes = temporaryFolder();
  mkdirSync(join(notes, "builds"));
  writeFileSync(join(notes, "builds", "builds.md"), text);
  const server = await startTestServer({ notes });
  const person = await newPerson(browser, server.url, { reducedMotion: "reduce", ...options });
  await signUp(person.page, "/signup", "Ada");
  await person.page.goto("/decks");
  await person.page.getByRole("link", { name: "builds" }).click();
  await person.page.getByRole("link", { name: "Builds", exact: true }).click();
  return person;
}

/** The entries of cards that can be seen on the page: at their passages, among the suggested and the hidden ones. */
async function seen(page: Page): Promise<Record<string, string[]>> {
  const questions = async (place: string) => {
    const cards = page.locator(`${place} .note-card:visible`);
    return (await cards.locator("summary").allInnerTexts()).map((words) => words.trim());
  };
  return {
    atPassages: await questions(".passage"),
    suggested: await questions("#suggested"),
    hidden: await questions("#hidden"),
  };
}

describe("the page of a note", () => {
  it("opens the cards of a passage in place and lets an owner accept, hide and show them, when no script runs", async () => {
    const { page } = await openNote({ javaScriptEnabled: false });
    expect(await seen(page)).toEqual({ atPassages: [], suggested: [suggestion], hidden: [] });
    await page.locator("summary", { hasText: /^2 cards from this passage, not all answered yet/ }).click();
    const opened = (await seen(page)).atPassages;

    await page.getByRole("button", { name: /^Accept/ }).click();
    const accepted = await seen(page);
    const said = await page.locator(".note-card [role=status]").innerText();
    await page
      .getByRole("listitem")
      .filter({ hasText: "Accepted by an owner" })
      .getByRole("button", { name: /^Hide/ })
      .last()
      .click();
    const hidden = await seen(page);
    await page.getByRole("button", { name: /^Show again/ }).click();
    const shown = await seen(page);
    await page.getByRole("button", { name: /^Back to suggested/ }).click();

    expect(opened).toHaveLength(2);
    expect(accepted).toEqual({ atPassages: [suggestion], suggested: [], hidden: [] });
    expect(said).toBe("Everybody who studies this deck is asked it.");
    expect(hidden).toEqual({ atPassages: [], suggested: [], hidden: [suggestion] });
    expect(shown).toEqual(accepted);
    expect(await seen(page)).toEqual({ atPassages: [], suggested: [suggestion], hidden: [] });
  });

  it("leads from a card to its passage and back, when its links are followed by keyboard", async () => {
    const { page, complaints } = await openNote();
    const inSight = (selector: string) =>
      page.locator(selector).evaluate((element) => {
        const { top, bottom } = element.getBoundingClientRect();
        return top < innerHeight && bottom > 0;
      });

    await page.getByRole("complementary").getByRole("link", { name: "Which file says what to build?" }).press("Enter");
    expect((await seen(page)).atPassages).toEqual(["Which file says what to build?"]);
    await page.getByRole("link", { name: "1 suggested card" }).press("Enter");
    expect(await inSight("#suggested h2")).toBe(true);
    await page.locator("#suggested").getByRole("link", { name: "Passage, line 10" }).press("Enter");
    expect(await inSight("#l10")).toBe(true);
    await page.locator("#l10 + details > summary").press("Enter");
    await page.getByRole("link", { name: `Suggested: ${suggestion}` }).press("Enter");

    expect(new URL(page.url()).hash).toMatch(/^#card-\d+$/);
    expect(complaints()).toEqual([]);
  });

  it.each(["light", "dark"] as const)(
    "has nothing that axe finds and fits 320 px, when all is open, in the %s scheme",
    async (colorScheme) => {
      const { page } = await openNote({ colorScheme, viewport: { width: 320, height: 700 } });
      await page
        .locator("#suggested")
        .getByRole("button", { name: /^Accept/ })
        .click();
      await page.locator(".passage-cards").evaluateAll((all) => all.forEach((each) => each.setAttribute("open", "")));
      await page.getByRole("button", { name: /^Hide/ }).first().click();
      await page.locator("details").evaluateAll((all) => all.forEach((each) => each.setAttribute("open", "")));

      expect(await axeViolations(page)).toEqual([]);
      expect(await widerThanWindow(page)).toEqual([]);
    },
  );

  it("prints the text alone, all of it in place, when cards are open and the scheme is dark", async () => {
    const { page } = await openNote({ colorScheme: "dark" });
    await page.locator("details").evaluateAll((all) => all.forEach((each) => each.setAttribute("open", "")));
    const words = async () => (await page.locator("body").innerText()).replace(/\s+/g, " ").trim();

    await page.emulateMedia({ media: "print" });

    expect(await words()).toBe(
      "Builds Q: What may a build read? A: The files of its context Q: Who may read the context? A: Whoever runs the builder " +
        `${suggestion} No, each builder keeps one of its own, unless it is exported. ` +
        "Q: Which file says what to build? A: The Dockerfile, unless another one is named",
    );
    expect(await page.locator("html").evaluate((html) => getComputedStyle(html).backgroundColor)).toBe("rgb(255, 255, 255)");
  });
});

describe("the quiz of an owner", () => {
  it("goes on with another card, when this one is hidden for everyone, and undo brings it back", async () => {
    const { page, complaints } = await openNote();
    await page.goto("/quiz");
    const hidden = await question(page);

    await page.locator("#quiz-menu summary").click();
    await page.getByRole("button", { name: "Hide this card for everyone" }).click();
    await page.waitForFunction((old) => document.querySelector("#question")?.textContent?.trim() !== old, hidden);
    const announced = await page.locator("#announcer").innerText();
    await page.keyboard.press("u");
    await page.waitForFunction((old) => document.querySelector("#question")?.textContent?.trim() === old, hidden);

    expect(announced).toContain("Hidden for everyone.");
    expect(complaints()).toEqual([]);
  });
});

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import type { Browser, BrowserContextOptions, Locator, Page } from "playwright-core";
import { launchBrowser, newPerson, type Person } from "../support/browser.js";
import { axeViolations } from "./inspect.js";
import { errorFragment } from "./samples/forms.js";
import { doneFragment, question } from "./samples/quiz.js";
import { servePreview, type Preview, type Reply, type Sent } from "./serve-preview.js";

const next = { ...question, cardId: 18, documentTitle: "8/24 · Docker · Deckhand", questionHtml: "What does FROM name?" };

let browser: Browser;
let preview: Preview;
let person: Person;
let page: Page;
const sent: Sent[] = [];
let reply: () => Reply;

beforeAll(async () => {
  browser = await launchBrowser();
  preview = await servePreview((form) => {
    sent.push(form);
    return reply();
  });
});

beforeEach(async () => {
  sent.length = 0;
  reply = () => ({ status: 200, html: preview.views.render("quiz/card", next) });
  await open("quiz-question");
});

afterEach(async () => {
  await person.context.close();
});

afterAll(async () => {
  await browser.close();
  await preview.close();
});

async function open(name: string, options: BrowserContextOptions = {}): Promise<void> {
  person = await newPerson(browser, preview.url, { reducedMotion: "reduce", ...options });
  page = person.page;
  await page.goto(`/${name}`);
}

const good = (): Locator => page.getByRole("button", { name: /^Good/ });
const showAnswer = (): Locator => page.getByRole("button", { name: /^Show answer/ });
const isFocused = (locator: Locator): Promise<boolean> => locator.evaluate((element) => element === document.activeElement);
/** Longer than the time in which a press after the reveal is taken for a slip. */
const settled = (): Promise<void> => page.waitForTimeout(300);

async function revealAndRate(key: string): Promise<void> {
  await page.keyboard.press("Space");
  await settled();
  await page.keyboard.press(key);
}

describe("the quiz in a browser", () => {
  it("the answer, when space is pressed, shows without a request, is announced, and Good has the focus", async () => {
    const before = await page.locator("#question").boundingBox();

    await page.keyboard.press("Space");

    expect(await page.locator("#answer").isVisible()).toBe(true);
    expect(await isFocused(good())).toBe(true);
    expect(await page.locator("#announcer").textContent()).toContain("RUN, COPY and ADD");
    expect(await page.locator("#question").boundingBox()).toEqual(before);
    expect(sent).toEqual([]);
  });

  it("an answer, when 3 is pressed, goes out once with all that it needs, and the next card has the focus", async () => {
    await revealAndRate("3");
    await page.getByText("What does FROM name?").waitFor();

    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({
      path: "/quiz/answers",
      form: { answerId: question.answerId, cardId: "17", version: "3", rating: "3", deck: "1" },
    });
    expect(Number(sent[0]?.form["durationMs"])).toBeGreaterThanOrEqual(250);
    expect(await isFocused(showAnswer())).toBe(true);
    expect(await page.title()).toBe("8/24 · Docker · Deckhand");
    expect(await page.locator("#announcer").textContent()).toBe(next.announcement);
    expect(person.complaints()).toEqual([]);
  });

  it("a rating, when two keys are pressed at once, is sent once", async () => {
    await page.keyboard.press("Space");
    await settled();
    await page.evaluate(() => {
      for (const key of ["3", "4"]) document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
    });
    await page.getByText("What does FROM name?").waitFor();

    expect(sent.map(({ form }) => form["rating"])).toEqual(["3"]);
  });

  it("a second space, when it comes right after the reveal, rates nothing", async () => {
    await page.keyboard.press("Space");
    await page.keyboard.press("Space");
    await settled();

    expect(sent).toEqual([]);
    expect(await good().isVisible()).toBe(true);
  });

  it("the next card, when the finger taps twice on the rating before it, stays unread", async () => {
    await showAnswer().click();
    await settled();
    const place = await good().boundingBox();
    await good().click();
    await page.getByText("What does FROM name?").waitFor();
    await page.mouse.click((place?.x ?? 0) + 20, (place?.y ?? 0) + 20);
    await page.evaluate("document.querySelector('[data-reveals] button').click()");

    expect(await page.locator("#answer").isVisible()).toBe(false);
    await settled();
    await showAnswer().click();
    expect(await page.locator("#answer").isVisible()).toBe(true);
  });

  it("the next card, when space is pressed right after a digit, shows its answer", async () => {
    await revealAndRate("3");
    await page.getByText("What does FROM name?").waitFor();
    await page.keyboard.press("Space");

    expect(await page.locator("#answer").isVisible()).toBe(true);
  });

  it("the way out of the summary, when space is pressed once too often, is not taken", async () => {
    reply = () => ({ status: 200, html: preview.views.render("quiz/done", doneFragment) });
    await page.keyboard.press("Space");
    await settled();
    await page.keyboard.press("Space");
    await page.getByRole("heading", { name: "Done for today." }).waitFor();
    await page.keyboard.press("Space");
    await settled();

    expect(page.url()).toBe(`${preview.url}/quiz-question`);
  });

  it("an answer, when the server has failed at it, is kept, and sent again", async () => {
    const accepted = reply;
    reply = () => ({ status: 500, html: preview.views.render(errorFragment.view, errorFragment.model) });
    await revealAndRate("1");
    await page.getByRole("button", { name: "Send again" }).waitFor();
    reply = accepted;
    await page.getByRole("button", { name: "Send again" }).click();
    await page.getByText("What does FROM name?").waitFor();

    expect(sent.map(({ form }) => [form["answerId"], form["rating"]])).toEqual([
      [question.answerId, "1"],
      [question.answerId, "1"],
    ]);
  });

  it("an answer, when the network is gone, is kept, said, and sent again under the same id", async () => {
    await person.context.setOffline(true);
    await revealAndRate("1");
    const again = page.getByRole("button", { name: "Send again" });
    await again.waitFor();
    const focused = await isFocused(again);
    const words = await page.getByRole("alert").textContent();
    await person.context.setOffline(false);
    await page.getByText("What does FROM name?").waitFor();

    expect(focused).toBe(true);
    expect(words).toContain("No connection");
    expect(sent.map(({ form }) => [form["answerId"], form["rating"]])).toEqual([[question.answerId, "1"]]);
    expect(await page.locator("#trouble").isVisible()).toBe(false);
  });

  it("the question, when something else than a quiz is the reply, stays with a way to send again", async () => {
    reply = () => ({ status: 502, html: "<h1>Bad gateway</h1>" });
    await revealAndRate("2");
    await page.getByRole("button", { name: "Send again" }).waitFor();

    expect(await page.locator("#question").textContent()).toContain("Which Dockerfile instructions");
    expect(await page.getByText("Bad gateway").count()).toBe(0);
  });

  it("a refusal, when it is the reply, takes the quiz's place with the focus on its way out", async () => {
    reply = () => ({ status: 409, html: preview.views.render(errorFragment.view, errorFragment.model) });
    await revealAndRate("2");
    const onward = page.getByRole("link", { name: "Go on with the quiz" });
    await onward.waitFor();

    expect(await isFocused(onward)).toBe(true);
    expect(await axeViolations(page)).toEqual([]);
  });

  it("the last act, when u is pressed, is named by its step", async () => {
    await page.keyboard.press("u");
    await page.getByText("What does FROM name?").waitFor();

    expect(sent).toEqual([{ path: "/quiz/undo", form: { stepId: "41", deck: "1" } }]);
  });

  it("a key, when Caps Lock makes a capital of it, does what its letter does", async () => {
    await page.keyboard.press("U");
    await page.getByText("What does FROM name?").waitFor();

    expect(sent.map(({ path }) => path)).toEqual(["/quiz/undo"]);
  });

  it("the keys, when ? is pressed, are listed, and Escape gives the focus back", async () => {
    await page.waitForFunction(() => document.activeElement?.matches("[autofocus]"));
    await page.keyboard.press("?");
    const list = page.getByRole("dialog", { name: "Keys" });
    const shown = await list.isVisible();
    await page.keyboard.press("Escape");

    expect(shown).toBe(true);
    expect(await list.isVisible()).toBe(false);
    expect(await isFocused(showAnswer())).toBe(true);
  });

  it("a link that looks like a button, when space is pressed on it, is followed", async () => {
    await person.context.close();
    await open("quiz-done");

    await page.keyboard.press("Space");

    await page.waitForURL(`${preview.url}/`);
  });

  it("the passage of a forgotten card, when p is pressed, opens", async () => {
    await page.goto("/quiz-forgotten");
    await page.keyboard.press("p");
    await page.waitForURL("**/decks/1/notes/what-is#l12");
  });

  it("the answer, when there is no JavaScript, is asked for with a GET that names the card", async () => {
    await person.context.close();
    await open("quiz-question", { javaScriptEnabled: false });
    await showAnswer().click();

    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe("/quiz?deck=1&card=17&version=3&show=answer");
  });
});

describe("axe", () => {
  it.each(["light", "dark"] as const)("the card, its answer and its menu, when the scheme is %s, pass", async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    const asked = await axeViolations(page);
    await page.keyboard.press("Space");
    await page.locator("summary").click();

    expect([...asked, ...(await axeViolations(page))]).toEqual([]);
  });
});

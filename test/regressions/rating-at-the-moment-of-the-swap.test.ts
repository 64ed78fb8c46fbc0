import { afterAll, beforeAll, expect, it } from "@jest/globals";
import type { Browser } from "playwright-core";
import { launchBrowser, newPerson } from "../support/browser.js";
import { question } from "../views/samples/quiz.js";
import { servePreview, type Preview, type Sent } from "../views/serve-preview.js";

/** Reveals and rates in the page itself, and again in the very moment in which the next card stands there. */
const rateTwice = `new Promise((resolve) => {
  const press = (...keys) => keys.forEach((key) =>
    document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true })));
  const first = document.getElementById("quiz");
  const swapped = new MutationObserver(() => {
    if (document.getElementById("quiz") === first) return;
    swapped.disconnect();
    press(" ", "3");
    resolve();
  });
  swapped.observe(document.body, { childList: true, subtree: true });
  press(" ");
  setTimeout(() => press("3"), 300); // later than a second press counts as a slip
})`;

let browser: Browser;
let preview: Preview;
const sent: Sent[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
  preview = await servePreview((form) => {
    sent.push(form);
    const cardId = 100 + sent.length;
    const next = { ...question, cardId, answerId: `answer-${cardId}`, questionHtml: `Question ${cardId}?` };
    return { status: 200, html: preview.views.render("quiz/card", next) };
  });
});
afterAll(async () => {
  await browser.close();
  await preview.close();
});

// htmx used to wait a millisecond between inserting the card and taking over its form: a rating within it left the page by an ordinary submit.
it("a rating, when it is pressed the moment the card is there, goes out without a reload", async () => {
  const { page } = await newPerson(browser, preview.url, { reducedMotion: "reduce" });
  await page.goto("/quiz-question");
  let loads = 0;
  page.on("load", () => loads++);

  await page.evaluate(rateTwice);
  await page.getByText("Question 102?").waitFor();

  expect(sent.map(({ form }) => form["answerId"])).toEqual([question.answerId, "answer-101"]);
  expect(loads).toBe(0);
});

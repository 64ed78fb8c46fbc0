import { describe, expect, it } from "@jest/globals";
import { insertCard } from "../support/build-card.js";
import { insertDeck, insertEnrolment } from "../support/build-deck.js";
import { insertVisitor, openTestSite, type TestSite, type Visitor } from "../support/site.js";

/** The hidden fields of the card that `html` shows. */
function formOf(html: string): { answerId: string; cardId: string; version: string } {
  const value = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? "";
  return { answerId: value("answerId"), cardId: value("cardId"), version: value("version") };
}

/** A site with a deck of `cards` cards, and a learner who studies it. */
async function openQuiz(cards = 3) {
  const site = await openTestSite();
  const deck = await insertDeck(site.store, { name: "Tea" });
  for (let made = 0; made < cards; made++) await insertCard(site.store, { deckId: deck.id });
  const learner = await insertVisitor(site);
  await insertEnrolment(site.store, { learnerId: learner.learnerId, deckId: deck.id });
  return { site, deck, learner };
}

function countReviews(site: TestSite): number {
  return site.store.db.prepare<{ n: number }>("SELECT count(*) AS n FROM Review").get()?.n ?? NaN;
}

/** As htmx sends it. */
function swap(visitor: Visitor, path: string, form: Record<string, string>) {
  return visitor.post(path, form).set("HX-Request", "true").set("HX-Request-Type", "partial");
}

describe("the quiz", () => {
  it("an answer, when sent by htmx, is answered with the next card alone", async () => {
    const { site, learner } = await openQuiz();
    const form = formOf((await learner.get("/quiz")).text);

    const reply = await swap(learner, "/quiz/answers", { ...form, rating: "4", durationMs: "3000" });

    expect(reply.status).toBe(200);
    expect(reply.text).toMatch(/^<section id="quiz"/);
    expect(reply.text).toContain("Easy, back in");
    expect(formOf(reply.text).cardId).not.toBe(form.cardId);
    expect(countReviews(site)).toBe(1);
  });

  it("an answer, when sent by a form, is answered with 303 to the session it came from", async () => {
    const { deck, learner } = await openQuiz();
    const form = formOf((await learner.get(`/quiz?deck=${deck.id}`)).text);

    const reply = await learner.post("/quiz/answers", { ...form, rating: "1", durationMs: "0", deck: String(deck.id) });

    expect(reply.status).toBe(303);
    expect(reply.headers.location).toBe(`/quiz?deck=${deck.id}&forgot=${form.cardId}`);
  });

  it("an answer, when it is sent twice, is applied once and shows the same next card", async () => {
    const { site, learner } = await openQuiz();
    const form = { ...formOf((await learner.get("/quiz")).text), rating: "4", durationMs: "3000" };

    const [one, two] = await Promise.all([swap(learner, "/quiz/answers", form), swap(learner, "/quiz/answers", form)]);

    expect([one.status, two.status]).toEqual([200, 200]);
    expect(formOf(one.text).cardId).toBe(formOf(two.text).cardId);
    expect(countReviews(site)).toBe(1);
  });

  it("an answer, when its card was answered elsewhere meanwhile, is refused with 409 and the fresh card", async () => {
    const { site, learner } = await openQuiz();
    const shown = formOf((await learner.get("/quiz")).text);
    const elsewhere = formOf((await learner.get("/quiz")).text);
    await swap(learner, "/quiz/answers", { ...elsewhere, rating: "1", durationMs: "0" });

    const reply = await swap(learner, "/quiz/answers", { ...shown, rating: "4", durationMs: "0" });

    expect(reply.status).toBe(409);
    expect(reply.text).toMatch(/^<section id="quiz"/);
    expect(formOf(reply.text)).toMatchObject({ cardId: shown.cardId });
    expect(formOf(reply.text).version).not.toBe(shown.version);
    expect(countReviews(site)).toBe(1);
  });

  it.each([
    [{ rating: "9" }, "Rate the answer from 1"],
    [{ answerId: "x" }, "incomplete"],
    [{ cardId: "none" }, "incomplete"],
  ])("an answer with %j is refused with 422, a sentence, and no change", async (wrong, words) => {
    const { site, learner } = await openQuiz();
    const form = formOf((await learner.get("/quiz")).text);

    const reply = await swap(learner, "/quiz/answers", { ...form, rating: "3", durationMs: "0", ...wrong });

    expect(reply.status).toBe(422);
    expect(reply.text).toContain(words);
    expect(reply.text).toContain('id="quiz"');
    expect(countReviews(site)).toBe(0);
  });

  it("an answer to a card that is not there is refused with 404 and no change", async () => {
    const { site, learner } = await openQuiz();
    const form = formOf((await learner.get("/quiz")).text);

    const reply = await swap(learner, "/quiz/answers", { ...form, cardId: "999", rating: "3", durationMs: "0" });

    expect(reply.status).toBe(404);
    expect(countReviews(site)).toBe(0);
  });

  it("a deck that is not there, when asked for, is 404 with a sentence, as a page and as JSON", async () => {
    const { learner } = await openQuiz();

    const page = await learner.get("/quiz?deck=999").set("Accept", "text/html");
    const json = await learner.get("/quiz?deck=999").set("Accept", "application/json");

    expect(page.status).toBe(404);
    expect(page.text).toContain("You study no such deck");
    expect(json.headers["content-type"]).toMatch("application/problem+json");
    expect(json.text).toMatch(/"status":404,"detail":"You study no such deck/);
  });

  it("a body of 10 MB, when posted, is refused with 413 and changes nothing", async () => {
    const { site, learner } = await openQuiz();

    const reply = await learner.post("/quiz/answers", { answerId: "x".repeat(10_000_000) });

    expect(reply.status).toBe(413);
    expect(countReviews(site)).toBe(0);
  });

  it("an act, when undone, shows the same card again; an older step is refused with 409", async () => {
    const { site, learner } = await openQuiz();
    const form = formOf((await learner.get("/quiz")).text);
    const after = await swap(learner, "/quiz/answers", { ...form, rating: "4", durationMs: "0" });
    const stepId = /name="stepId" value="(\d+)"/.exec(after.text)?.[1] ?? "";

    const undone = await swap(learner, "/quiz/undo", { stepId });
    const again = await swap(learner, "/quiz/undo", { stepId });

    expect(undone.status).toBe(200);
    expect(formOf(undone.text).cardId).toBe(form.cardId);
    expect(again.status).toBe(409);
    expect(site.store.db.prepare<{ n: number }>("SELECT count(*) AS n FROM Review WHERE undoneAt IS NULL").get()?.n).toBe(0);
  });

  it("a card, when buried or suspended, is not shown again today, and undo brings it back", async () => {
    const { learner } = await openQuiz(2);
    const first = formOf((await learner.get("/quiz")).text);

    const afterBury = formOf((await swap(learner, "/quiz/bury", { cardId: first.cardId, version: first.version })).text);
    const done = await swap(learner, "/quiz/suspend", { cardId: afterBury.cardId, version: afterBury.version });

    expect(afterBury.cardId).not.toBe(first.cardId);
    expect(done.text).toContain("Nothing due.");
    const stepId = /name="stepId" value="(\d+)"/.exec(done.text)?.[1] ?? "";
    expect(formOf((await swap(learner, "/quiz/undo", { stepId })).text).cardId).toBe(afterBury.cardId);
  });

  it("the answer, when the page is asked to show it, is there with its ratings, for whoever runs no script", async () => {
    const { learner } = await openQuiz();
    const { cardId } = formOf((await learner.get("/quiz")).text);

    const page = await learner.get(`/quiz?card=${cardId}&show=answer`);

    expect(page.text).toMatch(/<div id="answer" class="answer">/);
    expect(page.text).not.toContain("Show answer");
  });

  it("a changed card, when its schedule is kept or begun again, is asked as usual", async () => {
    const { site, learner, deck } = await openQuiz(1);
    const first = formOf((await learner.get("/quiz")).text);
    await swap(learner, "/quiz/answers", { ...first, rating: "1", durationMs: "0" });
    await site.store.prisma.card.updateMany({ where: { deckId: deck.id }, data: { contentVersion: 2 } });

    const asked = (await learner.get("/quiz")).text;
    const kept = await swap(learner, "/quiz/changed", { ...formOf(asked), choice: "again" });

    expect(asked).toContain("This card changed");
    expect(kept.status).toBe(200);
    expect(kept.text).toContain("Show answer");
    expect(kept.text).toMatch(/Started again/);
  });

  it("another learner, when they answer the same cards, changes nothing of the first one's", async () => {
    const { site, deck, learner } = await openQuiz();
    const other = await insertVisitor(site);
    await insertEnrolment(site.store, { learnerId: other.learnerId, deckId: deck.id });
    const before = formOf((await learner.get("/quiz")).text);

    await swap(other, "/quiz/answers", { ...formOf((await other.get("/quiz")).text), rating: "1", durationMs: "0" });

    expect(formOf((await learner.get("/quiz")).text)).toMatchObject({ cardId: before.cardId, version: before.version });
    expect((await learner.get("/quiz")).text).not.toContain('name="stepId"');
  });
});

describe("a session of the quiz", () => {
  it("with a deck that is not there, when something is answered in it, is refused before anything changes", async () => {
    const { site, learner } = await openQuiz();
    const form = formOf((await learner.get("/quiz")).text);

    const reply = await swap(learner, "/quiz/answers", { ...form, rating: "3", durationMs: "0", deck: "999" });

    expect(reply.status).toBe(404);
    expect(countReviews(site)).toBe(0);
  });

  it("counts cards that are done, and moves its bar with every answer, when new cards need two", async () => {
    const { learner } = await openQuiz(2);
    const headOf = (html: string) => [
      /<b>([^<]*)<\/b>/.exec(html)?.[1],
      /<progress value="(\d+)" max="(\d+)"/.exec(html)?.slice(1),
    ];
    const heads = [headOf((await learner.get("/quiz")).text)];

    for (let answers = 0; answers < 4; answers++) {
      const form = formOf((await learner.get("/quiz")).text);
      heads.push(headOf((await swap(learner, "/quiz/answers", { ...form, rating: "3", durationMs: "0" })).text));
    }

    expect(heads.map(([count]) => count)).toEqual(["0 / 2", "0 / 2", "0 / 2", "1 / 2", "2 / 2"]);
    expect(heads.map(([, bar]) => bar)).toEqual([
      ["0", "4"],
      ["1", "4"],
      ["2", "4"],
      ["3", "4"],
      ["4", "4"],
    ]);
  });

  it("whose log-in has ended says that the answer was not counted, when htmx is sent to the log-in", async () => {
    const { site } = await openQuiz();

    const refused = await swap(site.visitor(), "/quiz/answers", {}).set("HX-Current-URL", "http://localhost:3000/quiz?deck=1");
    const login = await site.visitor().get(refused.headers["hx-redirect"] ?? "");

    expect(refused.status).toBe(401);
    expect(refused.headers["hx-redirect"]).toBe("/login?next=%2Fquiz%3Fdeck%3D1&ended=yes");
    expect(login.text).toContain("what you did last was not counted");
  });
});

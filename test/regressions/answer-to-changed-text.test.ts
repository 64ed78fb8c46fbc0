import { describe, expect, it } from "@jest/globals";
import { insertCard } from "../support/build-card.js";
import { insertDeck, insertEnrolment } from "../support/build-deck.js";
import { insertVisitor, openTestSite } from "../support/site.js";

/** Every hidden field of the form that rates the card in `html`. */
function ratingForm(html: string): Record<string, string> {
  const [form = ""] = /<form class="ratings"[\s\S]*?<\/form>/.exec(html) ?? [];
  return Object.fromEntries(
    [...form.matchAll(/name="(\w+)" value="([^"]*)"/g)].map(([, name = "", value = ""]) => [name, value]),
  );
}

/**
 * The form did not say which text had been shown: after a sync had changed it, the answer was counted for the new text, and the learner was
 * never asked whether they still knew it.
 */
describe("an answer to a card whose text has changed since it was shown", () => {
  it.each([
    ["as a page", {}],
    ["by htmx", { "HX-Request": "true", "HX-Request-Type": "partial" }],
  ])("is refused with 409 and counts nothing, when it is sent %s", async (_how, headers) => {
    const site = await openTestSite();
    const deck = await insertDeck(site.store);
    await insertCard(site.store, { deckId: deck.id });
    const learner = await insertVisitor(site);
    await insertEnrolment(site.store, { learnerId: learner.learnerId, deckId: deck.id });
    const form = ratingForm((await learner.get("/quiz")).text);
    await site.store.prisma.card.updateMany({ where: { deckId: deck.id }, data: { contentVersion: 2, prompt: "The new text" } });

    const reply = await learner.post("/quiz/answers", { ...form, rating: "3" }).set(headers);

    expect(reply.status).toBe(409);
    expect(reply.text).toContain("Your answer was not counted; here is the new text.");
    expect(reply.text).toContain("The new text");
    expect(site.store.db.prepare("SELECT 1 FROM Review").get()).toBeUndefined();
  });
});

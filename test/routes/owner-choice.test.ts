import { describe, expect, it } from "@jest/globals";
import { checkRollups } from "../../server/store/read/rollups.js";
import { insertCard, insertCardState, noonDay } from "../support/build-card.js";
import { insertDeck, insertEnrolment } from "../support/build-deck.js";
import { insertNote, insertSource } from "../support/build-note.js";
import { insertVisitor, openTestSite, type Visitor } from "../support/site.js";

const bodyHtml =
  '<h1 data-line="1">Green tea</h1><p data-line="3">It is not oxidised.</p><p data-line="5">It is brewed at 75 °C, as <a href="black.md">black</a> never is.</p>' +
  '<ul data-line="7"><li data-line="7">Sencha</li></ul>';

/** A note with two cards of one passage, a suggested and a hidden one; its owner Ada, and Ben, who study it. */
async function openNote() {
  const site = await openTestSite();
  const { store } = site;
  const deck = await insertDeck(store, { name: "Tea" });
  const source = await insertSource(store, { rootDeckId: deck.id, path: "tea/green.md", title: "Green tea", bodyHtml });
  const insert = async (line: number, given: Partial<Parameters<typeof insertCard>[1]>) => {
    const note = await insertNote(store, { rootDeckId: deck.id, sourceId: source.id, line });
    const prompt = `Asked ${given.prompt ?? "plainly"}?`;
    return (await insertCard(store, { deckId: deck.id, noteId: note.id, ...given, prompt, promptHtml: prompt })).id;
  };
  const first = await insert(3, { prompt: "first" });
  const second = await insert(3, { prompt: "second" });
  const suggested = await insert(5, { prompt: "too openly", status: "withheld", gate: "G-leak" });
  const hidden = await insert(7, { prompt: "in vain", status: "hidden", ownerChoice: "hidden" });
  const ada = await insertVisitor(site, { name: "Ada", role: "owner" });
  const ben = await insertVisitor(site, { name: "Ben" });
  for (const { learnerId } of [ada, ben]) await insertEnrolment(store, { learnerId, deckId: deck.id });
  const address = `/decks/${deck.id}/notes/tea/green.md`;
  return { site, store, deck, ada, ben, address, first, second, suggested, hidden };
}

/** What the page would send of a card with one of its buttons. */
async function formOf(by: Visitor, address: string, cardId: number) {
  const page = (await by.get(address)).text;
  const seen = new RegExp(`action="/cards/${cardId}/choice">\\s*<input type="hidden" name="seen" value="([^"]*)"`).exec(page);
  return { seen: seen?.[1] ?? "" };
}

/** The part of a page that lies between two of its words. */
function between(page: string, from: string, to: string): string {
  return page.slice(page.indexOf(from), page.indexOf(to, page.indexOf(from)));
}

describe("the cards of a note's passage", () => {
  it("stand at it, under a mark as strong as the weakest of them, each learner's own", async () => {
    const { store, deck, ada, ben, address, first, second } = await openNote();
    const known = { deckId: deck.id, lastDay: noonDay };
    await insertCardState(store, { ...known, learnerId: ada.learnerId, cardId: first, stability: 60 });
    await insertCardState(store, { ...known, learnerId: ada.learnerId, cardId: second, stability: 60, lastDay: noonDay - 90 });
    await insertCardState(store, { ...known, learnerId: ben.learnerId, cardId: first, stability: 60 });

    const [hers, his] = [(await ada.get(address)).text, (await ben.get(address)).text];

    const marks = (page: string) =>
      [...page.matchAll(/<summary><span class="strength (\w+)" aria-hidden="true"><\/span><span class="spoken">([^<]*)/g)].map(
        ([, strength, label]) => `${strength}: ${label}`,
      );
    expect(marks(hers)).toEqual([
      "fair: 2 cards from this passage, the weakest with recall now about 87 %",
      "held: 1 card from this passage, not asked",
      "held: 1 card from this passage, not asked",
    ]);
    expect(marks(his)).toEqual(["unseen: 2 cards from this passage, not all answered yet"]);
    expect(hers).toContain('<div class="passage"><p id="l3" data-line="3">It is not oxidised.</p><details class="passage-cards"');
    expect(between(hers, 'id="l3"', 'id="l5"')).toContain("Asked second?");
    expect(his).toContain(`<a href="#card-${second}">`);
    expect(his).toContain('<a href="#l3">line 3</a>');
  });

  it("are not shown to a learner, when they are suggested or hidden; to an owner they are, with the reason and the way there", async () => {
    const { ada, ben, deck, address, suggested, hidden } = await openNote();

    const [hers, his] = [(await ada.get(address)).text, (await ben.get(address)).text];

    for (const words of ["too openly", "in vain", "/choice", "Suggested", "Hidden"]) expect(his).not.toContain(words);
    expect(between(hers, 'id="suggested"', 'id="hidden"')).toContain("The question gives the answer away.");
    expect(between(hers, 'id="suggested"', 'id="hidden"')).toMatch(/<a href="#l5">Passage, line 5<\/a>[\s\S]*?>Accept</);
    expect(between(hers, 'id="hidden"', "</html>")).toMatch(/Asked in vain\?[\s\S]*?>Show again</);
    expect(between(hers, 'id="l5"', 'id="l7"')).toContain(`<a href="#card-${suggested}">Suggested: `);
    expect(between(hers, 'id="l7"', "</ul></details>")).toContain(`<a href="#card-${hidden}">Hidden: `);
    expect((await ada.get(`/decks/${deck.id}`)).text).toContain("2 cards, 1 suggested");
    expect((await ben.get(`/decks/${deck.id}`)).text).not.toContain("suggested");
  });

  it("are only shown, when an owner reads a note of a deck that is theirs and not the installation's", async () => {
    const { store, deck, ada, address } = await openNote();
    await store.prisma.deck.updateMany({ where: { id: deck.id }, data: { ownerId: ada.learnerId } });

    const page = (await ada.get(address)).text;

    expect(page).toContain("Asked first?");
    expect(page).not.toContain("/choice");
    expect(page).not.toContain("too openly");
  });
});

describe("an owner's choice over a card", () => {
  it("leads back to the card, says what it did, and asks everybody, when a suggested card is accepted", async () => {
    const { ada, ben, address, store, suggested } = await openNote();

    const reply = await ada.post(`/cards/${suggested}/choice`, {
      ...(await formOf(ada, address, suggested)),
      choice: "accept",
      quiz: "all",
    });
    const page = (await ada.get(`${address}?quiz=all&chosen=${suggested}`)).text;

    expect([reply.status, reply.headers["location"]]).toEqual([303, `${address}?quiz=all&chosen=${suggested}#card-${suggested}`]);
    expect(page).toContain("Everybody who studies this deck is asked it.");
    expect(page).toContain("Accepted by an owner. What held it back: The question gives the answer away.");
    expect(page).toMatch(/<details class="passage-cards" lang="en" open>/);
    expect(page).toContain('<input type="hidden" name="quiz" value="all">');
    expect(page).not.toContain('id="suggested"');
    expect((await ben.get(address)).text).toContain("Asked too openly?");
    expect((await ben.get(address)).text).not.toContain("Accepted by an owner");
    expect(checkRollups(store)).toEqual([]);
  });

  it("goes and comes back on the same page, when a card is hidden and shown, and accepted and suggested again", async () => {
    const { ada, address, store, first, suggested } = await openNote();
    const choose = async (cardId: number, choice: string) => {
      await ada.post(`/cards/${cardId}/choice`, { ...(await formOf(ada, address, cardId)), choice });
      return (await store.prisma.card.findUniqueOrThrow({ where: { id: cardId } })).status;
    };

    const statuses = [
      await choose(first, "hide"),
      await choose(first, "show"),
      await choose(suggested, "accept"),
      await choose(suggested, "unaccept"),
    ];

    expect(statuses).toEqual(["hidden", "active", "active", "withheld"]);
    expect(checkRollups(store)).toEqual([]);
  });

  it.each([
    ["the card has been decided over meanwhile", { ownerChoice: "accepted", status: "active" }],
    ["another gate holds it back by now", { gate: "G-bool" }],
    ["its text has changed", { contentVersion: 2 }],
  ])("is refused with the page as it is now, and nothing is changed, when %s", async (_what, change) => {
    const { ada, address, store, suggested } = await openNote();
    const form = await formOf(ada, address, suggested);
    await store.prisma.card.updateMany({ where: { id: suggested }, data: change });
    const before = await store.prisma.card.findMany();

    const reply = await ada.post(`/cards/${suggested}/choice`, { ...form, choice: "accept" });

    expect(reply.status).toBe(409);
    expect(reply.text).toMatch(/role="alert">This card has changed since it was shown[\s\S]*It is not oxidised/);
    expect(reply.text).toContain(`<a href="${address.replace("green", "black")}">`);
    expect(await store.prisma.card.findMany()).toEqual(before);
    expect(await store.prisma.undoStep.count()).toBe(0);
  });

  it.each([
    [{ choice: "delete" }, 422],
    [{ choice: "accept", seen: "x".repeat(101) }, 422],
    [{ choice: "accept" }, 409],
    [{ choice: "hide", seen: "withheld.G-leak..1" }, 409],
  ])("%j is refused with %d, when no page sends it", async (form, status) => {
    const { ada, store, suggested } = await openNote();

    const reply = await ada.post(`/cards/${suggested}/choice`, form);

    expect(reply.status).toBe(status);
    expect(await store.prisma.undoStep.count()).toBe(0);
  });

  it.each(["/cards/99999/choice", "/cards/x/choice"])("is 404, when the address is %s", async (path) => {
    const { ada } = await openNote();

    expect((await ada.post(path, { choice: "accept", seen: "" })).status).toBe(404);
  });

  it("is refused with 409 as a page of its own, when the note has gone since", async () => {
    const { ada, store, address, suggested } = await openNote();
    const form = await formOf(ada, address, suggested);
    await store.prisma.source.updateMany({ data: { goneAt: new Date() } });
    await store.prisma.card.updateMany({ where: { id: suggested }, data: { status: "archived" } });

    const reply = await ada.post(`/cards/${suggested}/choice`, { ...form, choice: "accept" });

    expect([reply.status, reply.text.includes("That changed meanwhile")]).toEqual([409, true]);
  });
});

describe("hiding the card of the quiz for everyone", () => {
  const swap = (by: Visitor, path: string, form: Record<string, string>) =>
    by.post(path, form).set("HX-Request", "true").set("HX-Request-Type", "partial");
  /** The hidden fields of the form that hides the card. */
  const hideForm = (page: string) => ({
    cardId: /name="cardId" value="(\d+)"/.exec(page)?.[1] ?? "",
    seen: /name="seen" value="([^"]*)"/.exec(page)?.[1] ?? "",
  });

  it("goes on with the next card, by htmx and by a form, and undo brings it back", async () => {
    const { ada, ben, store, first } = await openNote();
    const shown = hideForm((await ada.get("/quiz")).text);

    const next = await swap(ada, "/quiz/hide", shown);
    const byForm = await ada.post("/quiz/hide", hideForm(next.text));
    const stepId = /name="stepId" value="(\d+)"/.exec(next.text)?.[1] ?? "";
    const tooEarly = await swap(ada, "/quiz/undo", { stepId });

    expect(shown.cardId).toBe(String(first));
    expect(next.text).toMatch(/^<section id="quiz"[^>]*data-announce="Hidden for everyone\./);
    expect(hideForm(next.text).cardId).not.toBe(shown.cardId);
    expect([byForm.status, byForm.headers["location"]]).toEqual([303, "/quiz"]);
    expect((await ben.get("/quiz")).text).toContain("Nothing due.");
    expect(tooEarly.status).toBe(409);
    const newest = /name="stepId" value="(\d+)"/.exec(tooEarly.text)?.[1] ?? "";
    expect(hideForm((await swap(ada, "/quiz/undo", { stepId: newest })).text).cardId).toBe(hideForm(next.text).cardId);
    expect(checkRollups(store)).toEqual([]);
  });

  it("is not offered to a learner, and answered with 404 where they send it", async () => {
    const { ben, store, first } = await openNote();

    const page = (await ben.get("/quiz")).text;
    const reply = await swap(ben, "/quiz/hide", { cardId: String(first), seen: "active...1" });

    expect(page).not.toContain("for everyone");
    expect([reply.status, reply.text.includes('id="quiz"')]).toEqual([404, true]);
    expect(await store.prisma.card.count({ where: { status: "hidden" } })).toBe(1);
  });

  it("is refused with 409 and the next card, when somebody else was quicker", async () => {
    const { site, ada, first } = await openNote();
    const shown = hideForm((await ada.get("/quiz")).text);
    const carol = await insertVisitor(site, { role: "owner" });
    await carol.post("/quiz/hide", shown);

    const reply = await swap(ada, "/quiz/hide", shown);

    expect(reply.status).toBe(409);
    expect(reply.text).toContain("This card has changed since it was shown");
    expect(hideForm(reply.text).cardId).not.toBe(String(first));
  });

  it("is not offered, when the card is made from no note", async () => {
    const site = await openTestSite();
    const deck = await insertDeck(site.store);
    await insertCard(site.store, { deckId: deck.id });
    const ada = await insertVisitor(site, { role: "owner" });
    await insertEnrolment(site.store, { learnerId: ada.learnerId, deckId: deck.id });

    const page = (await ada.get("/quiz")).text;

    expect(page).toContain("Show answer");
    expect(page).not.toContain("for everyone");
  });
});

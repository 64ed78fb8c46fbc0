import { describe, expect, it } from "@jest/globals";
import { insertCard, insertCardState, noonDay } from "../support/build-card.js";
import { insertDeck, insertEnrolment } from "../support/build-deck.js";
import { insertNote, insertSource } from "../support/build-note.js";
import { insertVisitor, openTestSite } from "../support/site.js";

/** A site whose deck has a note of two passages, studied by Ada. */
async function openLibrary() {
  const site = await openTestSite();
  const deck = await insertDeck(site.store, { name: "Tea" });
  const source = await insertSource(site.store, {
    rootDeckId: deck.id,
    path: "tea/green tea.md",
    title: "Green tea",
    bodyHtml:
      '<h1 data-line="1">Green tea</h1><p data-line="3">It is not oxidised.</p><p data-line="5">It is brewed at 75 °C.</p>',
    problems: [{ path: "tea/green tea.md", line: 7, message: "This fence is never closed." }],
  });
  for (const line of [3, 5]) {
    const note = await insertNote(site.store, { rootDeckId: deck.id, sourceId: source.id, line });
    await insertCard(site.store, { deckId: deck.id, noteId: note.id, prompt: `Passage ${line}?` });
  }
  const ada = await insertVisitor(site, { name: "Ada", role: "owner" });
  await insertEnrolment(site.store, { learnerId: ada.learnerId, deckId: deck.id });
  return { site, deck, source, ada };
}

describe("Today", () => {
  it("says what is for today and leads to it, when there are cards", async () => {
    const { ada } = await openLibrary();

    const page = (await ada.get("/")).text;

    expect(page).toContain("2 cards, about 1 minute");
    expect(page).toMatch(/<a class="button main large" href="\/quiz"[^>]*>Start<\/a>/);
    expect(page).toContain("Saturday 21 November");
  });

  it("says when the next card comes, when all is done", async () => {
    const { site, deck, ada } = await openLibrary();
    const cards = await site.store.prisma.card.findMany();
    for (const { id } of cards)
      await insertCardState(site.store, { learnerId: ada.learnerId, cardId: id, deckId: deck.id, dueDay: noonDay + 3 });
    await site.store.prisma.dueCount.create({
      data: { learnerId: ada.learnerId, deckId: deck.id, state: 2, dueDay: noonDay + 3, count: 2 },
    });
    await site.store.prisma.dueCount.create({
      data: { learnerId: ada.learnerId, deckId: deck.id, state: 0, dueDay: 2 ** 31 - 1, count: 2 },
    });

    const page = (await ada.get("/")).text;

    expect(page).toContain("Nothing due.");
    expect(page).toContain("The next cards come back in 3 days.");
  });

  it("says where decks are, when the learner studies none", async () => {
    const site = await openTestSite();
    await insertDeck(site.store, { name: "Tea" });
    const ada = await insertVisitor(site);

    expect((await ada.get("/")).text).toContain("No deck to study.");
  });

  it("says how decks are made, when there are none to join", async () => {
    const site = await openTestSite();
    const ada = await insertVisitor(site);

    const page = (await ada.get("/")).text;

    expect(page).toContain("No decks yet.");
    expect(page).not.toContain("Join a deck");
    expect((await ada.get("/quiz")).text).not.toContain("0 / 0");
  });
});

describe("decks", () => {
  it("are listed with their sizes; one shows its notes and cards, when it is opened", async () => {
    const { deck, ada } = await openLibrary();

    const list = (await ada.get("/decks")).text;
    const page = (await ada.get(`/decks/${deck.id}`)).text;

    expect(list).toContain("2 cards in 1 note");
    expect(page).toContain(`/decks/${deck.id}/notes/tea/green%20tea.md`);
    expect(page).toContain("Passage 3?");
    expect(page).toContain(`/decks/${deck.id}/notes/tea/green%20tea.md#l5`);
  });

  it("speak of no cards of their own, when these are in the decks below", async () => {
    const { site, deck, ada } = await openLibrary();
    const parent = await insertDeck(site.store, { name: "Drinks" });
    await site.store.prisma.deck.update({ where: { id: deck.id }, data: { name: "Drinks::Tea", parentId: parent.id } });

    const page = (await ada.get(`/decks/${parent.id}`)).text;

    expect(page).toContain("Decks in it");
    expect(page).not.toContain("No cards yet.");
  });

  it("can be left and joined again, with nothing lost", async () => {
    const { site, deck, ada } = await openLibrary();
    const states = async () => site.store.prisma.cardState.count();
    const card = await site.store.prisma.card.findFirstOrThrow();
    await insertCardState(site.store, { learnerId: ada.learnerId, cardId: card.id, deckId: deck.id });
    await site.store.prisma.dueCount.create({
      data: { learnerId: ada.learnerId, deckId: deck.id, state: 2, dueDay: noonDay, count: 1 },
    });

    await ada.post(`/decks/${deck.id}/enrolment`, { choice: "leave" });
    const left = (await ada.get(`/decks/${deck.id}`)).text;
    const joined = await ada.post(`/decks/${deck.id}/enrolment`, { choice: "join" });

    expect(left).toContain("Study this deck");
    expect(joined.status).toBe(303);
    expect((await ada.get(`/decks/${deck.id}`)).text).toContain("Leave this deck");
    expect(await states()).toBe(1);
  });

  it.each(["", "/notes/x.md", "/enrolment"])("answer 404%s, when they are private and somebody else's", async (rest) => {
    const { site, ada } = await openLibrary();
    const hers = await insertDeck(site.store, { name: "Secret", visibility: "private", ownerId: ada.learnerId });
    const ben = await insertVisitor(site, { name: "Ben" });

    const reply =
      rest === "/enrolment"
        ? await ben.post(`/decks/${hers.id}${rest}`, { choice: "join" })
        : await ben.get(`/decks/${hers.id}${rest}`);

    expect(reply.status).toBe(404);
    expect(reply.text).not.toContain("Secret");
    expect((await ben.get("/decks")).text).not.toContain("Secret");
  });

  it.each(["/decks/none", "/decks/0", "/decks/99999999999999999999"])("answer 404, when the address is %s", async (address) => {
    const { ada } = await openLibrary();

    expect((await ada.get(address)).status).toBe(404);
  });
});

describe("a note", () => {
  it("is shown with its cards and a place to jump to for each", async () => {
    const { deck, ada } = await openLibrary();

    const page = (await ada.get(`/decks/${deck.id}/notes/tea/green%20tea.md?quiz=all`)).text;

    expect(page).toContain('<p id="l3" data-line="3">It is not oxidised.</p>');
    expect(page).toContain('href="#l5"');
    expect(page).toContain("Back to the quiz");
    expect(page.match(/<h1/g)).toHaveLength(1);
  });

  it("is found in its own deck, when another deck's note links to it", async () => {
    const { site, deck, ada } = await openLibrary();
    const coffee = await insertDeck(site.store, { name: "Coffee" });
    const secret = await insertDeck(site.store, { name: "Secret", visibility: "private", ownerId: ada.learnerId });
    await insertSource(site.store, { rootDeckId: secret.id, path: "secret/x.md" });
    const ben = await insertVisitor(site, { name: "Ben" });

    const reply = await ben.get(`/decks/${coffee.id}/notes/tea/green%20tea.md`);

    expect([reply.status, reply.headers["location"]]).toEqual([302, `/decks/${deck.id}/notes/tea/green%20tea.md`]);
    expect((await ben.get(`/decks/${coffee.id}/notes/secret/x.md`)).status).toBe(404);
    expect((await ben.get(`/decks/${secret.id}/notes/secret/x.md`)).status).toBe(404);
  });

  it("shows its problems to the owner alone", async () => {
    const { site, deck, ada } = await openLibrary();
    const ben = await insertVisitor(site, { name: "Ben" });
    const address = `/decks/${deck.id}/notes/tea/green%20tea.md`;

    expect((await ada.get(address)).text).toContain("Line 7: This fence is never closed.");
    expect((await ben.get(address)).text).not.toContain("never closed");
  });

  it("shows each learner their own recall", async () => {
    const { site, deck, ada } = await openLibrary();
    const ben = await insertVisitor(site, { name: "Ben" });
    const card = await site.store.prisma.card.findFirstOrThrow();
    await insertCardState(site.store, { learnerId: ada.learnerId, cardId: card.id, deckId: deck.id });
    const address = `/decks/${deck.id}/notes/tea/green%20tea.md`;

    expect((await ada.get(address)).text).toContain("Recall now about 90 %");
    expect((await ben.get(address)).text).not.toContain("Recall now");
  });
});

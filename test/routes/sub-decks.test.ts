import { expect, it } from "@jest/globals";
import { insertCard } from "../support/build-card.js";
import { insertDeck, insertEnrolment } from "../support/build-deck.js";
import { insertSource } from "../support/build-note.js";
import { insertVisitor, openTestSite } from "../support/site.js";

/** Ada studies Tea, which has no card of its own, with Tea::Green (1 card) and Tea::Black (`black` cards), and Maps (1 card). */
async function openTeaRoom(black: number) {
  const site = await openTestSite();
  const tea = await insertDeck(site.store, { name: "Tea" });
  const below = { parentId: tea.id, rootId: tea.id };
  const green = await insertDeck(site.store, { name: "Tea::Green", ...below });
  const dark = await insertDeck(site.store, { name: "Tea::Black", ...below });
  const maps = await insertDeck(site.store, { name: "Maps" });
  await insertSource(site.store, { rootDeckId: tea.id, deckId: green.id, path: "tea/green/a.md" });
  for (const deckId of [green.id, maps.id, ...Array.from({ length: black }, () => dark.id)])
    await insertCard(site.store, { deckId });
  const ada = await insertVisitor(site, { name: "Ada" });
  for (const { id } of [tea, green, dark, maps]) await insertEnrolment(site.store, { learnerId: ada.learnerId, deckId: id });
  return { ada, tea };
}

/** The words of an HTML page, marks and gaps gone. */
function wordsOf(html: string): string {
  return html.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
}

it("Today counts a deck with its sub-decks, and names those that have something, when they are several", async () => {
  const { ada } = await openTeaRoom(2);

  const page = wordsOf((await ada.get("/")).text);

  expect(page).toMatch(/Tea 3 today 3 new .* Green 1 today 1 new .* Black 2 today 2 new .* Maps 1 today 1 new/);
});

it("Today names no sub-deck, when one alone has something", async () => {
  const { ada } = await openTeaRoom(0);

  const page = wordsOf((await ada.get("/")).text);

  expect(page).toMatch(/Tea 1 today 1 new/);
  expect(page).not.toContain("Green");
});

it("the list of decks and a deck's page count it with its sub-decks, when they say how large it is", async () => {
  const { ada, tea } = await openTeaRoom(2);

  expect(wordsOf((await ada.get("/decks")).text)).toMatch(
    /Tea 3 cards in 1 note 3 today Green 1 card in 1 note 1 today Black 2 cards 2 today/,
  );
  expect(wordsOf((await ada.get(`/decks/${tea.id}`)).text)).toContain("Tea 3 cards in 1 note");
});

import { describe, expect, it } from "@jest/globals";
import { insertCard, insertCardState, insertReview } from "../support/build-card.js";
import { insertDeck, insertEnrolment } from "../support/build-deck.js";
import { insertLearner } from "../support/build-learner.js";
import { insertSource } from "../support/build-note.js";
import { noon, openTestStore } from "../support/store.js";

describe("columns of the schema", () => {
  it("instants, when Prisma writes them, are stored as integers", async () => {
    const store = await openTestStore();
    const learner = await insertLearner(store);
    const deck = await insertDeck(store);
    const card = await insertCard(store, { deckId: deck.id });
    await insertSource(store, { rootDeckId: deck.id });
    await insertEnrolment(store, { learnerId: learner.id, deckId: deck.id });
    await insertCardState(store, { learnerId: learner.id, cardId: card.id, deckId: deck.id, state: 1, dueAt: new Date(noon) });
    await insertReview(store, { learnerId: learner.id, cardId: card.id, deckId: deck.id });

    const row = store.db
      .prepare<Record<string, string | number>>(
        "SELECT typeof(r.at) AS at, typeof(s.dueAt) AS dueAt, s.dueAt AS due, typeof(l.settings) AS settings FROM Review r, CardState s, Learner l",
      )
      .get();

    expect(row).toEqual({ at: "integer", dueAt: "integer", due: noon, settings: "text" });
    expect((await store.prisma.review.findFirst())?.at).toEqual(new Date(noon));
    expect((await store.prisma.deck.findFirst())?.liveCards).toBe(1);
  });
});

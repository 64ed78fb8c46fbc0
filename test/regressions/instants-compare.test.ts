import { describe, expect, it } from "@jest/globals";
import { insertCard, insertCardState, insertReview } from "../support/build-card.js";
import { insertDeck } from "../support/build-deck.js";
import { insertLearner } from "../support/build-learner.js";
import { noon, openTestStore } from "../support/store.js";

describe("instants", () => {
  it("a due instant, when Prisma wrote it, compares with one that a batch wrote and with a number", async () => {
    const store = await openTestStore();
    const learner = await insertLearner(store);
    const deck = await insertDeck(store);
    const [first, second] = [await insertCard(store, { deckId: deck.id }), await insertCard(store, { deckId: deck.id })];
    const common = { learnerId: learner.id, deckId: deck.id, state: 1 };
    await insertCardState(store, { ...common, cardId: first.id, dueAt: new Date(noon - 1) });
    await insertCardState(store, { ...common, cardId: second.id, dueAt: new Date(noon + 60_000) });
    await store.db.batch([
      { sql: "UPDATE CardState SET dueAt = ? WHERE cardId = ?", parameters: [noon + 1, second.id], changes: 1 },
    ]);

    const due = store.db.prepare<{ cardId: number }>("SELECT cardId FROM CardState WHERE dueAt <= ? ORDER BY dueAt").all(noon);
    const later = await store.prisma.cardState.findMany({ where: { dueAt: { gt: new Date(noon) } } });

    expect(due).toEqual([{ cardId: first.id }]);
    expect(later.map(({ cardId, dueAt }) => [cardId, dueAt?.getTime()])).toEqual([[second.id, noon + 1]]);
  });

  it("an instant as text, when somebody writes it to a schedule or a review, is refused", async () => {
    const store = await openTestStore();
    const learner = await insertLearner(store);
    const deck = await insertDeck(store);
    const card = await insertCard(store, { deckId: deck.id });
    const key = { learnerId: learner.id, cardId: card.id, deckId: deck.id };
    await insertCardState(store, { ...key, state: 1, dueAt: new Date(noon) });
    await insertReview(store, key);

    const text = new Date(noon).toISOString();
    const attempts = await Promise.allSettled([
      store.db.batch([{ sql: "UPDATE CardState SET dueAt = ?", parameters: [text] }]),
      store.db.batch([{ sql: "UPDATE Review SET at = ?", parameters: [text] }]),
    ]);

    expect(attempts).toMatchObject([
      { status: "rejected", reason: { code: "SQLITE_CONSTRAINT_CHECK" } },
      { status: "rejected", reason: { code: "SQLITE_CONSTRAINT_CHECK" } },
    ]);
  });
});

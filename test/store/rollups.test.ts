import { describe, expect, it } from "@jest/globals";
import { State } from "../../server/domain/card-schedule.js";
import { maximumCountedMs, stageOf } from "../../server/domain/stage.js";
import { dueCountKeys, neverDay } from "../../server/store/due-count.js";
import { checkRollups } from "../../server/store/read/rollups.js";
import { insertCard, insertCardState, insertReview, noonDay } from "../support/build-card.js";
import { insertDeck } from "../support/build-deck.js";
import { insertLearner } from "../support/build-learner.js";
import { noon, openTestStore, type TestStore } from "../support/store.js";

async function studiedCard(store: TestStore) {
  const learner = await insertLearner(store);
  const deck = await insertDeck(store);
  const card = await insertCard(store, { deckId: deck.id });
  return { learnerId: learner.id, deckId: deck.id, cardId: card.id };
}

const dayStat = (learnerId: number, deckId: number, stage: string, count: number, durationMs: number) => ({
  sql: `INSERT INTO DayStat (learnerId, studyDay, deckId, stage, rating, count, durationMs) VALUES (?, ?, ?, ?, 3, ?, ?)
    ON CONFLICT DO UPDATE SET count = count + excluded.count, durationMs = durationMs + excluded.durationMs`,
  parameters: [learnerId, noonDay, deckId, stage, count, durationMs],
});

/** What DueCount says of one card in Review that is due on the day of noon. */
const counted = (learnerId: number, deckId: number) =>
  dueCountKeys({ live: 1, state: State.Review, dueDay: noonDay, suspendedAt: null, buriedUntilDay: null }).map(
    ({ state, dueDay }) => ({
      sql: "INSERT INTO DueCount (learnerId, deckId, state, dueDay, count) VALUES (?, ?, ?, ?, 1)",
      parameters: [learnerId, deckId, state, dueDay],
    }),
  );

describe("checkRollups", () => {
  it("rollups, when they say what their rows say, are in order", async () => {
    const store = await openTestStore();
    const key = await studiedCard(store);
    await insertCardState(store, key);
    await insertReview(store, { ...key, intervalBefore: 10 });
    await store.db.batch([dayStat(key.learnerId, key.deckId, "young", 1, 4_000), ...counted(key.learnerId, key.deckId)]);

    expect(checkRollups(store)).toEqual([]);
  });

  it("rollups, when they miss a row or count one too many, are each named with both numbers", async () => {
    const store = await openTestStore();
    const { learnerId, deckId, cardId } = await studiedCard(store);
    await insertCardState(store, { learnerId, deckId, cardId });
    await store.prisma.deck.updateMany({ data: { liveCards: 3 } });
    await store.db.batch([dayStat(learnerId, deckId, "new", 2, 9_000)]);

    expect(checkRollups(store)).toEqual([
      `Deck.liveCards of ${deckId} is 3, but counted again it is 1.`,
      `DueCount of ${learnerId}/${deckId}/0/${neverDay} is 0, but counted again it is 1.`,
      `DueCount of ${learnerId}/${deckId}/2/${noonDay} is 0, but counted again it is 1.`,
      `DayStat.count of ${learnerId}/${noonDay}/${deckId}/new/3 is 2, but counted again it is 0.`,
      `DayStat.durationMs of ${learnerId}/${noonDay}/${deckId}/new/3 is 9000, but counted again it is 0.`,
    ]);
  });

  it("reviews of every stage, when they are counted again, are in the stage that the domain gives them, long answers cut", async () => {
    const store = await openTestStore();
    const key = await studiedCard(store);
    for (const stateBefore of [State.New, State.Learning, State.Review, State.Relearning])
      for (const intervalBefore of [0, 1, 20, 21, 400]) {
        await insertReview(store, { ...key, stateBefore, intervalBefore, durationMs: 3_600_000 });
        await store.db.batch([dayStat(key.learnerId, key.deckId, stageOf(stateBefore, intervalBefore), 1, maximumCountedMs)]);
      }

    expect(checkRollups(store)).toEqual([]);
  });

  it("what does not count, when it is there, is not counted: undone reviews, practice, left states, unpublished cards", async () => {
    const store = await openTestStore();
    const key = await studiedCard(store);
    const other = await insertCard(store, { deckId: key.deckId });
    await insertReview(store, { ...key, undoneAt: new Date(noon) });
    await insertReview(store, { ...key, kind: "practice" });
    await insertReview(store, { ...key, kind: "setDue", rating: 0 });
    await insertCardState(store, { ...key, live: false });
    await store.db.batch([
      { sql: "INSERT INTO Import (kind, name, appliedSeq, aliveAt, startedAt) VALUES ('csv', 'a.csv', 0, 0, 0)", parameters: [] },
      { sql: "UPDATE Card SET importId = (SELECT id FROM Import) WHERE id = ?", parameters: [other.id], changes: 1 },
      { sql: "UPDATE Deck SET liveCards = 1", parameters: [], changes: 1 },
    ]);

    expect(checkRollups(store)).toEqual([]);
  });
});

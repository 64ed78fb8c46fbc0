import { describe, expect, it } from "@jest/globals";
import type { Statement } from "../../server/store/db.js";
import { insertCard, insertCardState, insertReview, noonDay } from "../support/build-card.js";
import { insertDeck, insertEnrolment } from "../support/build-deck.js";
import { insertLearner } from "../support/build-learner.js";
import { noon, openTestStore, type TestStore } from "../support/store.js";

const remove = (table: string, id: number): Statement => ({
  sql: `DELETE FROM "${table}" WHERE id = ?`,
  parameters: [id],
  changes: 1,
});

/** Two learners who have both studied one card of the installation's deck, with a row of every kind that is theirs. */
async function twoLearners(store: TestStore) {
  const deck = await insertDeck(store);
  const card = await insertCard(store, { deckId: deck.id });
  const [ada, ben] = [await insertLearner(store), await insertLearner(store)];
  for (const { id: learnerId } of [ada, ben]) {
    await insertEnrolment(store, { learnerId, deckId: deck.id });
    await insertCardState(store, { learnerId, cardId: card.id, deckId: deck.id });
    await insertReview(store, { learnerId, cardId: card.id, deckId: deck.id, answerId: new Uint8Array(16) });
    await store.db.batch([
      {
        sql: "INSERT INTO Session (tokenHash, learnerId, createdAt, lastUsedAt, userAgent) VALUES (?, ?, 0, 0, '')",
        parameters: [Buffer.alloc(32, learnerId), learnerId],
      },
      { sql: "INSERT INTO UndoStep (learnerId, at, label, changes) VALUES (?, 0, 'answer', '[]')", parameters: [learnerId] },
      { sql: "INSERT INTO DayStat VALUES (?, ?, ?, 'new', 3, 1, 4000)", parameters: [learnerId, noonDay, deck.id] },
      { sql: "INSERT INTO DueCount VALUES (?, ?, 2, ?, 1)", parameters: [learnerId, deck.id, noonDay] },
      { sql: "INSERT INTO LearnerTag VALUES (?, ?, 'hard')", parameters: [learnerId, card.noteId] },
      {
        sql: "INSERT INTO Import (learnerId, kind, name, appliedSeq, aliveAt, startedAt) VALUES (?, 'csv', 'a.csv', 0, 0, 0)",
        parameters: [learnerId],
      },
      {
        sql: "INSERT INTO Invitation (tokenHash, madeById, createdAt, expiresAt) VALUES (?, ?, 0, 0)",
        parameters: [Buffer.alloc(32, learnerId), learnerId],
      },
    ]);
  }
  return { deck, card, ada, ben };
}

const ownTables = ["Session", "Enrolment", "Preset", "CardState", "Review", "UndoStep", "DayStat", "DueCount", "LearnerTag"];

function rowsOf(store: TestStore, table: string): readonly number[] {
  return store.db
    .prepare<{ learnerId: number }>(`SELECT learnerId FROM "${table}"`)
    .all()
    .map(({ learnerId }) => learnerId);
}

describe("nobody's review goes because of somebody else", () => {
  it("an account, when it is deleted, takes its own rows with it and leaves every row of others", async () => {
    const store = await openTestStore();
    const { ada, ben } = await twoLearners(store);

    await store.db.batch([remove("Learner", ada.id)]);

    for (const table of ownTables) expect([table, rowsOf(store, table)]).toEqual([table, [ben.id]]);
    expect(await store.prisma.card.count()).toBe(1);
    expect((await store.prisma.import.findMany()).map(({ learnerId }) => learnerId)).toEqual([null, ben.id]);
    expect((await store.prisma.invitation.findMany()).map(({ madeById }) => madeById)).toEqual([null, ben.id]);
  });

  it("a deck, a card and a note, when learners have states in them, cannot be deleted", async () => {
    const store = await openTestStore();
    const { deck, card } = await twoLearners(store);

    const attempts = await Promise.allSettled([
      store.db.batch([remove("Deck", deck.id)]),
      store.db.batch([remove("Card", card.id)]),
      store.db.batch([remove("Note", card.noteId)]),
    ]);

    for (const attempt of attempts)
      expect(attempt).toMatchObject({ status: "rejected", reason: { code: "SQLITE_CONSTRAINT_TRIGGER" } });
    expect(rowsOf(store, "Review")).toHaveLength(2);
  });

  it("a learner, when they own a deck, cannot be deleted before the deck has another owner", async () => {
    const store = await openTestStore();
    const ada = await insertLearner(store);
    const deck = await insertDeck(store, { ownerId: ada.id });

    await expect(store.db.batch([remove("Learner", ada.id)])).rejects.toMatchObject({ code: "SQLITE_CONSTRAINT_TRIGGER" });
    await store.db.batch([
      { sql: "UPDATE Deck SET ownerId = NULL WHERE id = ?", parameters: [deck.id], changes: 1 },
      remove("Learner", ada.id),
    ]);

    expect(await store.prisma.learner.count()).toBe(0);
    expect(await store.prisma.deck.count()).toBe(1);
  });

  it("reviews, when their card is gone for good, stay", async () => {
    const store = await openTestStore();
    const { card } = await twoLearners(store);

    await store.db.batch([{ sql: "DELETE FROM CardState", parameters: [], changes: 2 }, remove("Card", card.id)]);

    expect(rowsOf(store, "Review")).toHaveLength(2);
  });

  it("foreign keys, when they are read from the database, cascade from Learner only", async () => {
    const store = await openTestStore();

    const cascades = store.db
      .prepare<{ child: string; parent: string }>(
        `SELECT t.name AS child, f."table" AS parent FROM sqlite_master t, pragma_foreign_key_list(t.name) f
         WHERE t.type = 'table' AND f.on_delete = 'CASCADE' ORDER BY child`,
      )
      .all();
    const ofReview = store.db.prepare<{ table: string }>("PRAGMA foreign_key_list(Review)").all();

    expect(new Set(cascades.map(({ parent }) => parent))).toEqual(new Set(["Learner"]));
    expect(cascades.map(({ child }) => child)).toEqual([...ownTables].sort());
    expect(ofReview.map(({ table }) => table)).toEqual(["Learner"]);
  });
});

describe("what a row may say", () => {
  it("a state, when it has the wrong dates for what it is, is refused", async () => {
    const store = await openTestStore();
    const deck = await insertDeck(store);
    const card = await insertCard(store, { deckId: deck.id });
    const key = { learnerId: (await insertLearner(store)).id, cardId: card.id, deckId: deck.id };

    const wrong = await Promise.allSettled([
      insertCardState(store, { ...key, state: 0, dueDay: noonDay }),
      insertCardState(store, { ...key, state: 1, dueDay: null }),
      insertCardState(store, { ...key, state: 2, dueDay: noonDay, dueAt: new Date(noon) }),
      insertCardState(store, { ...key, state: 4 }),
    ]);
    const right = await Promise.allSettled([insertCardState(store, { ...key, state: 0 })]);

    expect(wrong.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected", "rejected"]);
    expect(right.map(({ status }) => status)).toEqual(["fulfilled"]);
  });

  it("an answer, when the same learner sends its answerId twice, is stored once; another learner may have the same", async () => {
    const store = await openTestStore();
    const { ada, card, deck } = await twoLearners(store);

    const again = insertReview(store, { learnerId: ada.id, cardId: card.id, deckId: deck.id, answerId: new Uint8Array(16) });

    await expect(again).rejects.toThrow();
    expect(rowsOf(store, "Review")).toHaveLength(2);
  });

  it("a deck's name, when the installation has it already, is refused there and allowed to a learner", async () => {
    const store = await openTestStore();
    const { id: ownerId } = await insertLearner(store);
    await insertDeck(store, { name: "Docker" });

    await expect(insertDeck(store, { name: "Docker" })).rejects.toThrow();
    await insertDeck(store, { name: "Docker", ownerId });
    await expect(insertDeck(store, { name: "Docker", ownerId })).rejects.toThrow();

    expect(await store.prisma.deck.count()).toBe(2);
  });
});

import { describe, expect, it } from "@jest/globals";
import { NotFoundError } from "../../server/domain/errors.js";
import { joinDeck } from "../../server/operations/join-deck.js";
import { leaveDeck } from "../../server/operations/leave-deck.js";
import { suspendCard } from "../../server/operations/suspend-card.js";
import { checkRollups } from "../../server/store/read/rollups.js";
import { insertDeck } from "../support/build-deck.js";
import { openTestStore } from "../support/store.js";
import { actOf, addDeck, answerNow, joinStudy, next, nextCard, startStudy, stateOf } from "../support/study.js";

describe("leaving a deck", () => {
  it("hides it with its sub-decks and keeps what was learnt, when cards of it were answered", async () => {
    const store = await openTestStore();
    const study = await startStudy(store, { cards: 2, settings: { learningSteps: [] } });
    const below = await addDeck(study, { parentId: study.deckId });
    await answerNow(study, study.cardIds[0] ?? 0, 1);
    await answerNow(study, below.cardIds[0] ?? 0, 1);

    await leaveDeck(actOf(study), { deckId: study.deckId });

    expect(next(study)).toMatchObject({ kind: "done", progress: { new: 0, due: 0 } });
    expect(stateOf(study, below.cardIds[0] ?? 0)).toMatchObject({ live: 0, reps: 1 });
    expect(checkRollups(store)).toEqual([]);
  });

  it("changes nothing for others, when they study it too", async () => {
    const store = await openTestStore();
    const study = await startStudy(store, { cards: 1 });
    const other = await joinStudy(store, study.deckId);
    await answerNow(other, study.cardIds[0] ?? 0, 3);

    await leaveDeck(actOf(study), { deckId: study.deckId });

    expect(nextCard(other).content.cardId).toBe(study.cardIds[0]);
    expect(checkRollups(store)).toEqual([]);
  });
});

describe("joining a deck", () => {
  it("goes on from where the learner was, when they had left it", async () => {
    const store = await openTestStore();
    const study = await startStudy(store, { cards: 4, settings: { learningSteps: [] } });
    const [due = 0, suspended = 0, archived = 0, fresh = 0] = study.cardIds;
    await answerNow(study, due, 1);
    await suspendCard(actOf(study), { cardId: suspended, version: 0 });
    await answerNow(study, archived, 1);
    await leaveDeck(actOf(study), { deckId: study.deckId });
    await store.prisma.card.updateMany({ where: { id: archived }, data: { status: "archived" } });
    await store.prisma.deck.updateMany({ data: { liveCards: 3 } });

    await joinDeck(actOf(study), { deckId: study.deckId });

    expect(nextCard(study)).toMatchObject({ content: { cardId: fresh }, progress: { new: 1 } });
    expect([due, suspended, archived].map((cardId) => stateOf(study, cardId)?.live)).toEqual([1, 1, 0]);
    expect(checkRollups(store)).toEqual([]);
  });

  it("enrols with the learner's first preset in the deck and its sub-decks, when they never studied it", async () => {
    const store = await openTestStore();
    const study = await startStudy(store);
    const deck = await insertDeck(store);
    const below = await insertDeck(store, { parentId: deck.id, rootId: deck.id });

    await joinDeck(actOf(study), { deckId: deck.id });

    const rows = await store.prisma.enrolment.findMany({ where: { deckId: { in: [deck.id, below.id] } } });
    expect(rows.map(({ learnerId, presetId }) => [learnerId, presetId])).toEqual([
      [study.learnerId, study.presetId],
      [study.learnerId, study.presetId],
    ]);
  });

  it("is done once, when it is asked for twice", async () => {
    const store = await openTestStore();
    const study = await startStudy(store, { cards: 1 });
    await answerNow(study, study.cardIds[0] ?? 0, 4);

    await Promise.all([joinDeck(actOf(study), { deckId: study.deckId }), joinDeck(actOf(study), { deckId: study.deckId })]);

    expect(checkRollups(store)).toEqual([]);
    expect(await store.prisma.enrolment.count()).toBe(1);
  });

  it("is refused, when the deck is somebody else's, archived, or not there", async () => {
    const store = await openTestStore();
    const study = await startStudy(store);
    const other = await joinStudy(store, study.deckId);
    const secret = await insertDeck(store, { ownerId: other.learnerId, visibility: "private" });
    const gone = await insertDeck(store, { archivedAt: new Date() });

    for (const deckId of [secret.id, gone.id, 999_999]) {
      await expect(joinDeck(actOf(study), { deckId })).rejects.toThrow(NotFoundError);
      await expect(leaveDeck(actOf(study), { deckId })).rejects.toThrow(NotFoundError);
    }
  });
});

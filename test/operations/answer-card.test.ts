import { describe, expect, it } from "@jest/globals";
import { State } from "../../server/domain/card-schedule.js";
import { ConflictError, NotFoundError } from "../../server/domain/errors.js";
import { answerCard } from "../../server/operations/answer-card.js";
import { buryCard } from "../../server/operations/bury-card.js";
import { suspendCard } from "../../server/operations/suspend-card.js";
import { selectDone } from "../../server/store/read/day-stats.js";
import { checkRollups } from "../../server/store/read/rollups.js";
import { noonDay } from "../support/build-card.js";
import { insertDeck } from "../support/build-deck.js";
import { insertCard } from "../support/build-card.js";
import { openTestStore } from "../support/store.js";
import {
  actOf,
  addSiblings,
  answerNow,
  answerTo,
  dayMs,
  joinStudy,
  minuteMs,
  nextCard,
  startStudy,
  stateOf,
  undoNow,
} from "../support/study.js";

const reviews = (store: Awaited<ReturnType<typeof openTestStore>>) => store.prisma.review.findMany({ orderBy: { seq: "asc" } });

describe("an answer", () => {
  it("writes the state, the review, the day and the undo step, when the card is new", async () => {
    const store = await openTestStore();
    const study = await startStudy(store);
    const [cardId = 0] = study.cardIds;

    const result = await answerNow(study, cardId, 3, { durationMs: 90_000 });

    expect(result).toEqual({
      outcome: "applied",
      cardId,
      rating: 3,
      due: { dueAt: store.clock.now() + 10 * minuteMs },
      scheduledDays: 0,
      isLeech: false,
      isSuspended: false,
    });
    expect(stateOf(study, cardId)).toMatchObject({
      state: State.Learning,
      dueAt: store.clock.now() + 10 * minuteMs,
      dueDay: null,
      reps: 1,
      step: 1,
      lastAt: store.clock.now(),
      lastDay: noonDay,
      seq: 1,
      version: 1,
    });
    expect(await reviews(store)).toMatchObject([
      {
        kind: "answer",
        rating: 3,
        studyDay: noonDay,
        localHour: 12,
        durationMs: 90_000,
        stateBefore: 0,
        state: 1,
        undoneAt: null,
      },
    ]);
    expect(selectDone(store, study.learnerId, noonDay)).toEqual([
      { deckId: study.deckId, stage: "new", answers: 1, recalled: 1, durationMs: 60_000 },
    ]);
    expect(await store.prisma.undoStep.findMany()).toMatchObject([{ label: "Good" }]);
    expect(checkRollups(store)).toEqual([]);
  });

  it("schedules exactly what its button promised, when it is given at the moment that the card is shown", async () => {
    const store = await openTestStore();
    const study = await startStudy(store, { settings: { fuzz: true } });
    const shown = nextCard(study);

    await answerNow(study, shown.content.cardId, 4);

    const state = stateOf(study, shown.content.cardId);
    expect(state?.dueDay).toBe((shown.outcomes[4].due as { dueDay: number }).dueDay);
    expect(state?.scheduledDays).toBe(shown.outcomes[4].scheduledDays);
  });

  it("counts in the learner's own day, when UTC is a day further", async () => {
    const store = await openTestStore();
    const study = await startStudy(store);
    await store.prisma.learner.update({ where: { id: study.learnerId }, data: { zone: "America/New_York" } });
    store.clock.set(Date.UTC(2026, 10, 22, 4, 30));

    await answerNow(study, study.cardIds[0] ?? 0, 3);

    expect(await reviews(store)).toMatchObject([{ studyDay: noonDay, localHour: 23 }]);
  });
});

describe("an answer to a buried card", () => {
  it("ends the burial, when it comes from another window", async () => {
    const store = await openTestStore();
    const study = await startStudy(store);
    const [cardId = 0] = study.cardIds;
    await buryCard(actOf(study), { cardId, version: 0 });

    await answerNow(study, cardId, 3);

    expect(stateOf(study, cardId)?.buriedUntilDay).toBeNull();
    expect(checkRollups(store)).toEqual([]);
  });
});

describe("an answer that comes twice", () => {
  it("is applied once and says so, when the same form is sent again", async () => {
    const store = await openTestStore();
    const study = await startStudy(store);
    const input = answerTo(study, study.cardIds[0] ?? 0, 3);
    await answerCard(actOf(study), input);

    const again = await answerCard(actOf(study), input);

    expect(again).toMatchObject({ outcome: "repeated", rating: 3 });
    expect(await reviews(store)).toHaveLength(1);
    expect(stateOf(study, input.cardId)?.version).toBe(1);
  });

  it("is applied once, when both arrive at the same time", async () => {
    const store = await openTestStore();
    const study = await startStudy(store);
    const input = answerTo(study, study.cardIds[0] ?? 0, 3);

    const results = await Promise.all([
      answerCard(actOf(study), input),
      answerCard(actOf(study), input),
      answerCard(actOf(study), input),
    ]);

    expect(results.map(({ outcome }) => outcome).sort()).toEqual(["applied", "repeated", "repeated"]);
    expect(await reviews(store)).toHaveLength(1);
    expect(checkRollups(store)).toEqual([]);
  });

  it("stays undone, when it was taken back before it came again", async () => {
    const store = await openTestStore();
    const study = await startStudy(store);
    const input = answerTo(study, study.cardIds[0] ?? 0, 3);
    await answerCard(actOf(study), input);
    await undoNow(study);

    const again = await answerCard(actOf(study), input);

    expect(again.outcome).toBe("undone");
    expect(stateOf(study, input.cardId)?.state).toBe(State.New);
  });

  it("counts for each of two learners, when both send the same id", async () => {
    const store = await openTestStore();
    const study = await startStudy(store);
    const other = await joinStudy(store, study.deckId);
    const input = answerTo(study, study.cardIds[0] ?? 0, 3);
    await answerCard(actOf(study), input);

    const theirs = await answerCard(actOf(other), input);

    expect(theirs.outcome).toBe("applied");
    expect(await reviews(store)).toHaveLength(2);
  });
});

describe("an answer that is refused", () => {
  const refused = async (promise: Promise<unknown>) =>
    promise.then(
      () => null,
      (error: Error) => error,
    );

  it("changes nothing, when the card was answered in another window since it was shown", async () => {
    const store = await openTestStore();
    const study = await startStudy(store);
    const stale = answerTo(study, study.cardIds[0] ?? 0, 1);
    await answerNow(study, stale.cardId, 3);

    const error = await refused(answerCard(actOf(study), stale));

    expect(error).toBeInstanceOf(ConflictError);
    expect(await reviews(store)).toHaveLength(1);
    expect(checkRollups(store)).toEqual([]);
  });

  it("changes nothing, when as many new cards as the day's limit says were answered, one after another or at one time", async () => {
    const store = await openTestStore();
    const study = await startStudy(store, { cards: 6, settings: { newPerDay: 3 } });
    const [first = 0, ...others] = study.cardIds;
    await answerNow(study, first, 3);

    const results = await Promise.allSettled(others.map((cardId) => answerNow(study, cardId, 3)));
    const error = await refused(answerNow(study, study.cardIds.at(-1) ?? 0, 3));

    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(2);
    expect(error?.message).toBe("Today's limit of new cards (3) is reached. Nothing was counted; this card comes another day.");
    expect(await reviews(store)).toHaveLength(3);
    expect(checkRollups(store)).toEqual([]);
    await undoNow(study);
    expect((await answerNow(study, study.cardIds.at(-1) ?? 0, 3)).outcome).toBe("applied");
  });

  it("changes nothing, when as many reviews as the day's limit says were answered", async () => {
    const store = await openTestStore();
    const study = await startStudy(store, { cards: 3, settings: { reviewsPerDay: 1 } });
    for (const cardId of study.cardIds) await answerNow(study, cardId, 4);
    store.clock.advance(30 * dayMs);
    const [first = 0, second = 0] = study.cardIds;
    await answerNow(study, first, 3);

    const error = await refused(answerNow(study, second, 3));

    expect(error?.message).toContain("Today's limit of reviews (1) is reached.");
    expect(checkRollups(store)).toEqual([]);
  });

  it("loses to one of two different answers, when both arrive at the same time", async () => {
    const store = await openTestStore();
    const study = await startStudy(store);
    const [cardId = 0] = study.cardIds;

    const results = await Promise.allSettled([1, 4].map((rating) => answerNow(study, cardId, rating === 1 ? 1 : 4)));

    expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
    expect(await reviews(store)).toHaveLength(1);
  });

  it("changes nothing, when the deck has become somebody else's private one since it was joined", async () => {
    const store = await openTestStore();
    const study = await startStudy(store);
    const owner = await joinStudy(store, study.deckId);
    await store.prisma.deck.updateMany({ data: { visibility: "private", ownerId: owner.learnerId } });
    const [cardId = 0] = study.cardIds;

    expect(await refused(answerNow(study, cardId, 3))).toBeInstanceOf(NotFoundError);
    expect(await refused(Promise.resolve().then(() => nextCard(study)))).not.toBeNull();
    expect(nextCard(owner).content.cardId).toBe(cardId);
  });

  it("changes nothing, when the card is of a deck that the learner cannot see, or is not there", async () => {
    const store = await openTestStore();
    const study = await startStudy(store);
    const other = await startStudy(store);
    const secret = await insertDeck(store, { ownerId: other.learnerId, visibility: "private" });
    const { id: cardId } = await insertCard(store, { deckId: secret.id });

    expect(await refused(answerNow(study, cardId, 3))).toBeInstanceOf(NotFoundError);
    expect(await refused(answerNow(study, 999_999, 3))).toBeInstanceOf(NotFoundError);
    expect(await refused(answerNow(study, other.cardIds[0] ?? 0, 3))).toBeInstanceOf(NotFoundError);
    expect(await reviews(store)).toEqual([]);
  });

  it.each(["archived", "hidden", "withheld"])("changes nothing, when the card is %s", async (status) => {
    const store = await openTestStore();
    const study = await startStudy(store);
    const [cardId = 0] = study.cardIds;
    await store.prisma.card.updateMany({ where: { id: cardId }, data: { status } });

    expect(await refused(answerNow(study, cardId, 3))).toBeInstanceOf(ConflictError);
    expect(await reviews(store)).toEqual([]);
  });

  it("changes nothing, when the learner has left the deck, or it is archived", async () => {
    const store = await openTestStore();
    const study = await startStudy(store);
    const [cardId = 0] = study.cardIds;
    await store.prisma.enrolment.updateMany({ data: { leftAt: new Date() } });
    expect(await refused(answerNow(study, cardId, 3))).toBeInstanceOf(ConflictError);

    await store.prisma.enrolment.updateMany({ data: { leftAt: null } });
    await store.prisma.deck.updateMany({ data: { archivedAt: new Date() } });

    expect(await refused(answerNow(study, cardId, 3))).toBeInstanceOf(ConflictError);
  });

  it("changes nothing, when the card is suspended", async () => {
    const store = await openTestStore();
    const study = await startStudy(store);
    const [cardId = 0] = study.cardIds;
    await suspendCard(actOf(study), { cardId, version: 0 });

    expect(await refused(answerNow(study, cardId, 3))).toBeInstanceOf(ConflictError);
  });

  it("changes nothing, when the text of the card has changed since it was shown", async () => {
    const store = await openTestStore();
    const study = await startStudy(store);
    const shown = nextCard(study);
    const { cardId } = shown.content;
    await store.prisma.card.updateMany({ where: { id: cardId }, data: { contentVersion: 2 } });

    const error = await refused(answerNow(study, cardId, 3, { contentVersion: shown.content.contentVersion }));

    expect(error?.message).toContain("text of this card has changed");
  });
});

describe("siblings", () => {
  it("show again tomorrow, when another card of their note is answered", async () => {
    const store = await openTestStore();
    const study = await startStudy(store, { cards: 0 });
    const [first = 0, second = 0, third = 0] = await addSiblings(study, ["forward", "reverse", "cloze:x"]);

    await answerNow(study, first, 4);

    expect([second, third].map((cardId) => stateOf(study, cardId)?.buriedUntilDay)).toEqual([noonDay + 1, noonDay + 1]);
    expect(nextKind(study)).toBe("done");
    store.clock.advance(dayMs);
    expect(nextCard(study).content.cardId).toBe(second);
    expect(checkRollups(store)).toEqual([]);
  });

  it("are left alone, when they are learning, suspended, or due later", async () => {
    const store = await openTestStore();
    const study = await startStudy(store, { cards: 0, settings: { buryNewSiblings: false } });
    const [first = 0, learning = 0, later = 0, suspended = 0] = await addSiblings(study, ["a", "b", "c", "d"]);
    await answerNow(study, learning, 1);
    await answerNow(study, later, 4);
    await suspendCard(actOf(study), { cardId: suspended, version: 0 });

    await answerNow(study, first, 4);

    for (const cardId of [learning, later, suspended]) expect(stateOf(study, cardId)?.buriedUntilDay).toBeNull();
  });

  it("are buried by their kind, when only due ones shall be", async () => {
    const store = await openTestStore();
    const study = await startStudy(store, { cards: 0, settings: { buryNewSiblings: false, learningSteps: [] } });
    const [due = 0, fresh = 0, answered = 0] = await addSiblings(study, ["a", "b", "c"]);
    await answerNow(study, due, 1);
    store.clock.advance(dayMs);

    await answerNow(study, answered, 3);

    expect(stateOf(study, due)?.buriedUntilDay).toBe(noonDay + 2);
    expect(stateOf(study, fresh)).toBeNull();
  });

  it("are buried by the learner's own states alone, when another has learnt or suspended them", async () => {
    const store = await openTestStore();
    const study = await startStudy(store, { cards: 0 });
    const other = await joinStudy(store, study.deckId);
    const [first = 0, second = 0, third = 0] = await addSiblings(study, ["a", "b", "c"]);
    await answerNow(other, second, 1);
    await suspendCard(actOf(other), { cardId: third, version: 1 });

    await answerNow(study, first, 3);

    for (const cardId of [second, third])
      expect(stateOf(study, cardId)).toMatchObject({ buriedUntilDay: noonDay + 1, version: 1 });
  });

  it("are not touched for another learner, when one learner answers", async () => {
    const store = await openTestStore();
    const study = await startStudy(store, { cards: 0 });
    const other = await joinStudy(store, study.deckId);
    const [first = 0, second = 0] = await addSiblings(study, ["a", "b"]);

    await answerNow(study, first, 3);

    expect(stateOf(other, second)).toBeNull();
    expect(nextCard(other).content.cardId).toBe(first);
  });

  const nextKind = (study: Parameters<typeof nextCard>[0]) => {
    try {
      return nextCard(study).kind;
    } catch {
      return "done";
    }
  };
});

describe("a leech", () => {
  const forgetTwice = async (leechAction: "mark" | "suspend") => {
    const store = await openTestStore();
    const study = await startStudy(store, {
      settings: { learningSteps: [], relearningSteps: [], leechThreshold: 2, leechAction },
    });
    const [cardId = 0] = study.cardIds;
    await answerNow(study, cardId, 3);
    const results = [];
    for (let lapse = 0; lapse < 2; lapse++) {
      store.clock.advance(5 * dayMs);
      results.push((await answerNow(study, cardId, 1)).isLeech);
    }
    return { results, state: stateOf(study, cardId), store, study, cardId };
  };

  it("is marked in the learner's own state, when a card is forgotten as often as the threshold says", async () => {
    const { results, state, store } = await forgetTwice("mark");

    expect(results).toEqual([false, true]);
    expect(state).toMatchObject({ lapses: 2, leechAt: store.clock.now(), suspendedAt: null });
  });

  it("is suspended, when the settings say so, and shown again by undo", async () => {
    const { state, store, study, cardId } = await forgetTwice("suspend");
    expect(state).toMatchObject({ suspendedAt: store.clock.now() });

    await undoNow(study);

    expect(stateOf(study, cardId)).toMatchObject({ lapses: 1, leechAt: null, suspendedAt: null });
    expect(checkRollups(store)).toEqual([]);
  });
});

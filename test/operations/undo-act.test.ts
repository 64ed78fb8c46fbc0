import { describe, expect, it } from "@jest/globals";
import { newSchedule, State } from "../../server/domain/card-schedule.js";
import { ConflictError } from "../../server/domain/errors.js";
import { answer, defaultParameters, makeScheduler } from "../../server/domain/schedule.js";
import { buryCard } from "../../server/operations/bury-card.js";
import { flagCard } from "../../server/operations/flag-card.js";
import { resetCard } from "../../server/operations/reset-card.js";
import { suspendCard } from "../../server/operations/suspend-card.js";
import { undoAct } from "../../server/operations/undo-act.js";
import { selectDone } from "../../server/store/read/day-stats.js";
import { checkRollups } from "../../server/store/read/rollups.js";
import { selectOptionalNewestStep } from "../../server/store/read/undo-steps.js";
import { followCards } from "../../server/store/write/card-lives.js";
import { keptUndoSteps } from "../../server/store/write/undo-steps.js";
import { noonDay } from "../support/build-card.js";
import { plainSettings } from "../support/schedule-cases.js";
import { openTestStore } from "../support/store.js";
import { actOf, addSiblings, answerNow, dayMs, joinStudy, nextCard, startStudy, stateOf, undoNow } from "../support/study.js";

describe("undo", () => {
  it("leaves a new row with a higher version, when the answer was the card's first", async () => {
    const store = await openTestStore();
    const study = await startStudy(store);
    const [cardId = 0] = study.cardIds;
    await answerNow(study, cardId, 3);

    const undone = await undoNow(study);

    expect(undone).toEqual({ label: "Good", cardId });
    expect(stateOf(study, cardId)).toMatchObject({
      state: State.New,
      dueAt: null,
      stability: null,
      reps: 0,
      lastAt: null,
      seq: 1,
      version: 2,
    });
    expect(nextCard(study).content.cardId).toBe(cardId);
    expect(selectDone(store, study.learnerId, noonDay)).toEqual([]);
    expect(await store.prisma.review.findMany()).toMatchObject([{ undoneAt: new Date(store.clock.now()) }]);
    expect(checkRollups(store)).toEqual([]);
  });

  it("takes back one act after another, each by its name, when many are undone on a later day", async () => {
    const store = await openTestStore();
    const study = await startStudy(store);
    const [first = 0, second = 0] = study.cardIds;
    await answerNow(study, first, 4);
    const afterEasy = stateOf(study, first);
    store.clock.advance(8 * dayMs);
    await answerNow(study, first, 1);
    await flagCard(actOf(study), { cardId: first, version: 2, flag: 3 });
    await buryCard(actOf(study), { cardId: second, version: 0 });
    await suspendCard(actOf(study), { cardId: second, version: 1 });
    store.clock.advance(2 * dayMs);

    const labels = [];
    for (let step = 0; step < 4; step++) labels.push((await undoNow(study)).label);

    expect(labels).toEqual(["Suspend", "Bury", "Flag", "Forgot"]);
    expect(stateOf(study, first)).toEqual({ ...afterEasy, seq: 2, version: 5 });
    expect(stateOf(study, second)).toMatchObject({ state: State.New, suspendedAt: null, buriedUntilDay: null });
    expect(checkRollups(store)).toEqual([]);
  });

  it("lets the card be answered again under the next number, when its answer was taken back", async () => {
    const store = await openTestStore();
    const study = await startStudy(store);
    const [cardId = 0] = study.cardIds;
    await answerNow(study, cardId, 1);
    await undoNow(study);

    await answerNow(study, cardId, 4);

    const rows = await store.prisma.review.findMany({ orderBy: { seq: "asc" } });
    expect(rows.map(({ seq, rating, undoneAt }) => [seq, rating, undoneAt !== null])).toEqual([
      [1, 1, true],
      [2, 4, false],
    ]);
    expect(stateOf(study, cardId)).toMatchObject({ reps: 1, lapses: 0 });
  });

  it("shows siblings again, when the answer had buried them", async () => {
    const store = await openTestStore();
    const study = await startStudy(store, { cards: 0 });
    const [first = 0, second = 0] = await addSiblings(study, ["a", "b"]);
    await answerNow(study, first, 3);

    await undoNow(study);

    expect(stateOf(study, second)?.buriedUntilDay).toBeNull();
    expect(checkRollups(store)).toEqual([]);
  });

  it("brings back the reviews before a reset, when the reset is taken back", async () => {
    const store = await openTestStore();
    const study = await startStudy(store);
    const [cardId = 0] = study.cardIds;
    await answerNow(study, cardId, 4);
    const before = stateOf(study, cardId);
    await resetCard(actOf(study), { cardId, version: 1 });

    expect(await undoNow(study)).toEqual({ label: "Start again", cardId });

    expect(stateOf(study, cardId)).toEqual({ ...before, seq: 2, version: 3 });
    expect(checkRollups(store)).toEqual([]);
  });

  it("is refused and changes nothing, when the named act is no longer the newest, is another's, or there is none", async () => {
    const store = await openTestStore();
    const study = await startStudy(store);
    const other = await joinStudy(store, study.deckId);
    const [first = 0, second = 0] = study.cardIds;
    await answerNow(study, first, 3);
    const stepId = selectOptionalNewestStep(store, study.learnerId)?.stepId ?? 0;
    await answerNow(study, second, 3);

    await expect(undoAct(actOf(study), { stepId })).rejects.toThrow("Something else has been done since");
    await expect(undoAct(actOf(other), { stepId: stepId + 1 })).rejects.toThrow("nothing left to undo");
    await answerNow(other, first, 2);
    await expect(undoAct(actOf(other), { stepId: stepId + 1 })).rejects.toThrow(ConflictError);

    expect(await store.prisma.review.count({ where: { undoneAt: null } })).toBe(3);
  });

  it("undoes one act, when its button is pressed twice at the same time", async () => {
    const store = await openTestStore();
    const study = await startStudy(store);
    await answerNow(study, study.cardIds[0] ?? 0, 3);
    await answerNow(study, study.cardIds[1] ?? 0, 3);
    const stepId = selectOptionalNewestStep(store, study.learnerId)?.stepId ?? 0;

    const results = await Promise.allSettled([undoAct(actOf(study), { stepId }), undoAct(actOf(study), { stepId })]);

    expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
    expect(await store.prisma.review.count({ where: { undoneAt: null } })).toBe(1);
    expect(checkRollups(store)).toEqual([]);
  });

  it("takes back nothing, when an answer comes in between", async () => {
    const store = await openTestStore();
    const study = await startStudy(store);
    const [first = 0, second = 0] = study.cardIds;
    await answerNow(study, first, 3);
    const stepId = selectOptionalNewestStep(store, study.learnerId)?.stepId ?? 0;

    const results = await Promise.allSettled([answerNow(study, second, 3), undoAct(actOf(study), { stepId })]);

    expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
    expect(await store.prisma.review.count({ where: { undoneAt: null } })).toBe(2);
  });

  it("never gives a number twice, when the newest act was taken back and another follows", async () => {
    const store = await openTestStore();
    const study = await startStudy(store);
    const [cardId = 0] = study.cardIds;
    await answerNow(study, cardId, 3);
    const before = selectOptionalNewestStep(store, study.learnerId)?.stepId ?? 0;
    await undoNow(study);
    await answerNow(study, cardId, 3);

    expect(selectOptionalNewestStep(store, study.learnerId)?.stepId).toBeGreaterThan(before);
  });

  it("remembers the newest 200 acts, when there were more", async () => {
    const store = await openTestStore();
    const study = await startStudy(store);
    const [cardId = 0] = study.cardIds;
    for (let act = 0; act < keptUndoSteps + 3; act++) await flagCard(actOf(study), { cardId, version: act, flag: 1 + (act % 2) });

    expect(await store.prisma.undoStep.count()).toBe(keptUndoSteps);
  });
});

describe("undo of a state that something else has changed since", () => {
  it("replays the reviews under the parameters of today, when new ones have rewritten the schedule", async () => {
    const store = await openTestStore();
    const study = await startStudy(store);
    const [cardId = 0] = study.cardIds;
    await answerNow(study, cardId, 4);
    store.clock.advance(8 * dayMs);
    await answerNow(study, cardId, 3);
    const parameters = defaultParameters.map((w, index) => (index === 3 ? 20 : w));
    await store.prisma.preset.updateMany({ data: { parameters, version: 2 } });
    await store.prisma.cardState.updateMany({ data: { stability: 123.4, version: { increment: 1 } } });

    await undoNow(study);

    const first = answer(makeScheduler({ ...plainSettings, parameters }), cardId, newSchedule, 4, { at: 0, studyDay: noonDay });
    expect(stateOf(study, cardId)).toMatchObject({
      stability: first.stability,
      difficulty: first.difficulty,
      reps: 1,
      lastDay: noonDay,
      lastAt: store.clock.now() - 8 * dayMs,
      dueDay: noonDay + 8,
    });
    expect(checkRollups(store)).toEqual([]);
  });

  it("leaves a new card, when the only answer is taken back after its schedule was rewritten", async () => {
    const store = await openTestStore();
    const study = await startStudy(store);
    const [cardId = 0] = study.cardIds;
    await answerNow(study, cardId, 4);
    await store.prisma.cardState.updateMany({ data: { stability: 123.4, version: { increment: 1 } } });

    await undoNow(study);

    expect(stateOf(study, cardId)).toMatchObject({ state: State.New, stability: null, dueDay: null, reps: 0 });
  });

  it("leaves a new card, when its schedule was rewritten and its deck has become somebody else's private one", async () => {
    const store = await openTestStore();
    const study = await startStudy(store);
    const other = await joinStudy(store, study.deckId);
    const [cardId = 0] = study.cardIds;
    await answerNow(study, cardId, 4);
    await store.prisma.cardState.updateMany({ data: { stability: 123.4, version: { increment: 1 } } });
    await store.prisma.deck.updateMany({ data: { visibility: "private", ownerId: other.learnerId } });

    await undoNow(study);

    expect(stateOf(study, cardId)).toMatchObject({ state: State.New, stability: null, dueDay: null, reps: 0 });
    expect(checkRollups(store)).toEqual([]);
  });

  it("keeps the card out of the queue, when it was archived since", async () => {
    const store = await openTestStore();
    const study = await startStudy(store, { cards: 1 });
    const [cardId = 0] = study.cardIds;
    await answerNow(study, cardId, 4);
    const { before, after } = followCards([cardId]);
    await store.db.batch([
      ...before,
      { sql: "UPDATE Card SET status = 'archived' WHERE id = ?", parameters: [cardId] },
      { sql: "UPDATE Deck SET liveCards = liveCards - 1", parameters: [] },
      ...after,
    ]);

    await undoNow(study);

    expect(stateOf(study, cardId)).toMatchObject({ live: 0, state: State.New });
    expect(() => nextCard(study)).toThrow("not done");
    expect(checkRollups(store)).toEqual([]);
  });
});

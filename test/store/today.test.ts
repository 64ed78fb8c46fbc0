import { describe, expect, it } from "@jest/globals";
import { NotFoundError } from "../../server/domain/errors.js";
import { selectDeckToday, selectToday } from "../../server/store/read/today.js";
import { openTestStore } from "../support/store.js";
import { addDeck, answerNow, dayMs, joinStudy, minuteMs, startStudy, type Study } from "../support/study.js";

const today = ({ store, learnerId }: Study) => selectToday(store, learnerId, store.clock.now());

describe("today", () => {
  it("is empty and a first day, when nothing was ever answered", async () => {
    const study = await startStudy(await openTestStore(), { cards: 3 });

    expect(today(study)).toMatchObject({
      decks: [{ deck: { deckId: study.deckId }, new: 3, learning: 0, due: 0 }],
      progress: { answered: 0, new: 3 },
      forecast: [0, 0, 0, 0, 0, 0, 0],
      streak: 0,
      nextLearningAt: null,
      hasAnswered: false,
    });
  });

  it("gives each deck its share of the limits, when decks share a preset", async () => {
    const study = await startStudy(await openTestStore(), { cards: 2, settings: { newPerDay: 3 } });
    await addDeck(study, { cards: 5 });

    expect(today(study).decks.map((deck) => deck.new)).toEqual([2, 1]);
  });

  it("forecasts the next seven days, when cards come back within them", async () => {
    const store = await openTestStore();
    const study = await startStudy(store, { cards: 3, settings: { learningSteps: [] } });
    const [a = 0, b = 0, c = 0] = study.cardIds;
    await answerNow(study, a, 1);
    await answerNow(study, b, 3);
    await answerNow(study, c, 4);

    expect(today(study).forecast).toEqual([1, 1, 0, 0, 0, 0, 0]);
    expect(today(study).summary).toMatchObject({ answered: 3, recalled: 2, dueTomorrow: 1 });
    expect(today(study).hasAnswered).toBe(true);
  });

  it("forecasts a learning card for tomorrow and names the next one's instant, when steps are long", async () => {
    const store = await openTestStore();
    const study = await startStudy(store, { cards: 2, settings: { learningSteps: [120, 1200], learnAheadMinutes: 20 } });
    await answerNow(study, study.cardIds[0] ?? 0, 3);
    await answerNow(study, study.cardIds[1] ?? 0, 1);

    expect(today(study)).toMatchObject({
      forecast: [1, 0, 0, 0, 0, 0, 0],
      nextLearningAt: store.clock.now() + 100 * minuteMs,
      progress: { learning: 0 },
    });
  });

  it("counts days in a row, when none was missed, today's not yet needed", async () => {
    const store = await openTestStore();
    const study = await startStudy(store, { cards: 9 });
    for (const [index, days] of [1, 2, 1, 1].entries()) {
      store.clock.advance(days * dayMs);
      await answerNow(study, study.cardIds[index] ?? 0, 3);
    }

    expect(today(study).streak).toBe(3);
    store.clock.advance(dayMs);
    expect(today(study).streak).toBe(3);
    store.clock.advance(dayMs);
    expect(today(study).streak).toBe(0);
  });

  it("estimates by the learner's own pace, when there are answers enough", async () => {
    const study = await startStudy(await openTestStore(), { cards: 12, settings: { learningSteps: [], newPerDay: 12 } });
    for (const cardId of study.cardIds.slice(0, 10)) await answerNow(study, cardId, 3, { durationMs: 8_000 });

    expect(today(study).progress.remainingMs).toBe(2 * 8_000);
  });

  it("shows one deck with its sub-decks, when it is asked for alone", async () => {
    const store = await openTestStore();
    const study = await startStudy(store, { cards: 1 });
    const below = await addDeck(study, { cards: 2, parentId: study.deckId });
    await addDeck(study, { cards: 4 });
    const options = { deckId: study.deckId, now: store.clock.now() };

    expect(selectDeckToday(store, study.learnerId, options)).toMatchObject({
      progress: { new: 3 },
      decks: [{}, { deck: { deckId: below.deckId } }],
    });
  });

  it("is each learner's own, when two study a deck", async () => {
    const store = await openTestStore();
    const study = await startStudy(store, { cards: 2 });
    const other = await joinStudy(store, study.deckId);
    await answerNow(study, study.cardIds[0] ?? 0, 4);

    expect(today(other)).toMatchObject({
      progress: { answered: 0, new: 2 },
      streak: 0,
      hasAnswered: false,
      summary: { answered: 0 },
    });
    expect(today(study)).toMatchObject({ progress: { answered: 1, new: 1 }, streak: 1 });
  });

  it("is refused, when there is no such learner", async () => {
    const store = await openTestStore();

    expect(() => selectToday(store, 77, store.clock.now())).toThrow(NotFoundError);
  });
});

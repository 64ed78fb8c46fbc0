import { describe, expect, it } from "@jest/globals";
import { State } from "../../server/domain/card-schedule.js";
import { NotFoundError } from "../../server/domain/errors.js";
import { reviewOrders } from "../../server/domain/preset.js";
import { buryCard } from "../../server/operations/bury-card.js";
import { insertCardState, noonDay } from "../support/build-card.js";
import { insertDeck } from "../support/build-deck.js";
import { openTestStore } from "../support/store.js";
import {
  actOf,
  addDeck,
  answerNow,
  dayMs,
  joinStudy,
  minuteMs,
  next,
  nextCard,
  startStudy,
  undoNow,
  type Study,
} from "../support/study.js";

const shownId = (study: Study, options: { deckId?: number; cardId?: number } = {}) => nextCard(study, options).content.cardId;

/** Answers until nothing is left for now; the ids in the order in which they came. */
async function studyOn(study: Study, rating: 1 | 2 | 3 | 4 = 4, options: { deckId?: number } = {}): Promise<number[]> {
  const ids: number[] = [];
  for (let shown = next(study, options); shown.kind === "card" && ids.length < 100; shown = next(study, options)) {
    ids.push(shown.content.cardId);
    await answerNow(study, shown.content.cardId, rating);
  }
  return ids;
}

/** A state due by study day, through the table and its rollup. */
async function due(study: Study, cardId: number, columns: Partial<Parameters<typeof insertCardState>[1]> = {}): Promise<void> {
  const { learnerId, deckId, store } = study;
  const state = await insertCardState(store, { learnerId, deckId, cardId, dueDay: noonDay, ...columns });
  for (const [kind, dueDay] of [
    [state.state, state.dueDay],
    [0, 2_147_483_647],
  ])
    await store.db.batch([
      {
        sql: "INSERT INTO DueCount VALUES (?, ?, ?, ?, 1) ON CONFLICT DO UPDATE SET count = count + 1",
        parameters: [learnerId, state.deckId, kind ?? 0, dueDay ?? 0],
      },
    ]);
}

describe("new cards", () => {
  it("come in the order of the deck, when they are set as written", async () => {
    const study = await startStudy(await openTestStore(), { cards: 4 });

    expect(await studyOn(study)).toEqual(study.cardIds);
  });

  it("come in another order that is the same for every call, when they are set at random", async () => {
    const store = await openTestStore();
    const study = await startStudy(store, { cards: 6, settings: { newOrder: "random" } });
    const shuffled = await store.prisma.card.findMany({ orderBy: { shuffle: "asc" } });

    expect(await studyOn(study)).toEqual(shuffled.map(({ id }) => id));
  });

  it("end at the day's limit over all decks that share a preset, and go on the next day", async () => {
    const store = await openTestStore();
    const study = await startStudy(store, { cards: 2, settings: { newPerDay: 3 } });
    const other = await addDeck(study, { cards: 4 });

    expect(await studyOn(study)).toEqual([...study.cardIds, other.cardIds[0]]);
    expect(next(study)).toMatchObject({ kind: "done", progress: { new: 0 } });
    store.clock.advance(dayMs);
    expect(shownId(study)).toBe(other.cardIds[1]);
  });

  it("count against the limit, when they were learnt in another deck of the preset", async () => {
    const study = await startStudy(await openTestStore(), { cards: 2, settings: { newPerDay: 2 } });
    const other = await addDeck(study, { cards: 2 });
    await studyOn(study, 4, { deckId: other.deckId });

    expect(next(study, { deckId: study.deckId }).kind).toBe("done");
  });

  it("are each learner's own, when two study a deck", async () => {
    const store = await openTestStore();
    const study = await startStudy(store, { cards: 2 });
    const other = await joinStudy(store, study.deckId);
    await studyOn(study);

    expect(await studyOn(other)).toEqual(study.cardIds);
  });

  it("are not shown, when the import that brings them is not published", async () => {
    const store = await openTestStore();
    const study = await startStudy(store, { cards: 2 });
    const brought = await store.prisma.import.create({
      data: { kind: "notes", name: "n", appliedSeq: 0, aliveAt: new Date(), startedAt: new Date() },
    });
    await store.prisma.card.updateMany({ where: { id: study.cardIds[0] ?? 0 }, data: { importId: brought.id } });

    expect(shownId(study)).toBe(study.cardIds[1]);
    await answerNow(study, study.cardIds[1] ?? 0, 4);
    await store.prisma.import.updateMany({ data: { publishedAt: new Date() } });

    expect(shownId(study)).toBe(study.cardIds[0]);
  });
});

describe("the cursor of new cards", () => {
  const cursor = async ({ store, learnerId, deckId }: Study) =>
    (await store.prisma.enrolment.findFirstOrThrow({ where: { learnerId, deckId } })).newCursor;
  const positions = async ({ store }: Study) =>
    (await store.prisma.card.findMany({ orderBy: { id: "asc" } })).map(({ position }) => position);

  it("moves to the card that was answered, when nothing new lies before it", async () => {
    const study = await startStudy(await openTestStore(), { cards: 3 });

    await answerNow(study, study.cardIds[0] ?? 0, 4);

    expect(await cursor(study)).toBe((await positions(study))[0]);
  });

  it("stays, when a card further on is answered first", async () => {
    const study = await startStudy(await openTestStore(), { cards: 3 });

    await answerNow(study, study.cardIds[2] ?? 0, 4);

    expect(await cursor(study)).toBe(0);
    expect(await studyOn(study)).toEqual(study.cardIds.slice(0, 2));
  });

  it("stays, when it stands at a card that is new and one further on is answered", async () => {
    const study = await startStudy(await openTestStore(), { cards: 3 });
    const [first = 0] = await positions(study);
    await study.store.prisma.enrolment.updateMany({ data: { newCursor: first } });

    await answerNow(study, study.cardIds[1] ?? 0, 4);

    expect(await cursor(study)).toBe(first);
    expect(await studyOn(study)).toEqual([study.cardIds[0], study.cardIds[2]]);
  });

  it("never goes back, when a card before it is answered again", async () => {
    const study = await startStudy(await openTestStore(), { cards: 3 });
    const [first = 0, second = 0] = study.cardIds;
    await answerNow(study, first, 4);
    await undoNow(study);
    await answerNow(study, second, 4);

    await answerNow(study, first, 4);

    expect(await cursor(study)).toBe((await positions(study))[1]);
  });

  it("hides nothing, when an answer before it is taken back", async () => {
    const study = await startStudy(await openTestStore(), { cards: 3 });
    await answerNow(study, study.cardIds[0] ?? 0, 4);
    await undoNow(study);

    expect(await studyOn(study)).toEqual(study.cardIds);
  });
});

describe("reviews", () => {
  it("come the longest due first and interday learning cards among them, when they are ordered by due day", async () => {
    const study = await startStudy(await openTestStore(), { cards: 4, settings: { newPerDay: 0 } });
    const [a = 0, b = 0, c = 0, d = 0] = study.cardIds;
    await due(study, a, { dueDay: noonDay - 1 });
    await due(study, b, { dueDay: noonDay - 5 });
    await due(study, c, { dueDay: noonDay - 3, state: State.Learning });
    await due(study, d, { dueDay: noonDay + 1 });

    expect(await studyOn(study)).toEqual([b, c, a]);
  });

  it.each([
    ["retrievabilityAscending", [2, 0, 1]],
    ["retrievabilityDescending", [1, 0, 2]],
    ["overdueness", [1, 2, 0]],
    ["difficulty", [0, 2, 1]],
  ] as const)("come by %s, when they are set so, and none is lost by an undo", async (reviewOrder, order) => {
    const study = await startStudy(await openTestStore(), { cards: 3, settings: { newPerDay: 0, reviewOrder } });
    const [a = 0, b = 0, c = 0] = study.cardIds;
    await due(study, a, { stability: 10, lastDay: noonDay - 10, dueDay: noonDay, scheduledDays: 10, difficulty: 9 });
    await due(study, b, { stability: 90, lastDay: noonDay - 10, dueDay: noonDay - 9, scheduledDays: 1, difficulty: 1 });
    await due(study, c, { stability: 1, lastDay: noonDay - 10, dueDay: noonDay - 8, scheduledDays: 2, difficulty: 5 });
    const expected = order.map((index) => study.cardIds[index]);
    const firstTime = await studyOn(study);
    for (let answer = 0; answer < 3; answer++) await undoNow(study);

    expect(firstTime).toEqual(expected);
    expect(new Set(await studyOn(study))).toEqual(new Set(expected));
  });

  it.each(reviewOrders)("all come once, when they are ordered by %s", async (reviewOrder) => {
    const study = await startStudy(await openTestStore(), { cards: 12, settings: { newPerDay: 0, reviewOrder } });
    for (const cardId of study.cardIds) await due(study, cardId);

    expect((await studyOn(study)).sort((x, y) => x - y)).toEqual(study.cardIds);
  });

  it("end at the day's limit, when more are due", async () => {
    const study = await startStudy(await openTestStore(), { cards: 5, settings: { newPerDay: 0, reviewsPerDay: 3 } });
    for (const cardId of study.cardIds) await due(study, cardId);

    expect(next(study)).toMatchObject({ progress: { due: 3 } });
    expect(await studyOn(study)).toHaveLength(3);
    expect(next(study)).toMatchObject({
      kind: "done",
      summary: { dueTomorrow: 2, answered: 3, reviewed: 3, reviewedRecalled: 3 },
    });
  });

  it("come mixed with new cards evenly, when the settings say mixed", async () => {
    const study = await startStudy(await openTestStore(), { cards: 6 });
    for (const cardId of study.cardIds.slice(2)) await due(study, cardId);

    const kinds = (await studyOn(study)).map((cardId) => (study.cardIds.indexOf(cardId) < 2 ? "n" : "r")).join("");

    expect(kinds).toBe("rnrrnr");
  });
});

describe("learning cards", () => {
  it("come as soon as their instant has come, when others wait", async () => {
    const store = await openTestStore();
    const study = await startStudy(store, { cards: 3 });
    const [first = 0, second = 0] = study.cardIds;
    await answerNow(study, first, 1);

    expect(shownId(study)).toBe(second);
    store.clock.advance(minuteMs);

    expect(shownId(study)).toBe(first);
  });

  it("are each learner's own, when two learn at once", async () => {
    const store = await openTestStore();
    const study = await startStudy(store, { cards: 2 });
    const other = await joinStudy(store, study.deckId);
    await answerNow(study, study.cardIds[0] ?? 0, 1);
    store.clock.advance(minuteMs);

    expect(nextCard(other)).toMatchObject({ state: State.New, progress: { learning: 0 } });
  });

  it("come ahead of their time rather than end the session, when they are due within the limit", async () => {
    const study = await startStudy(await openTestStore(), { cards: 1 });
    const [cardId = 0] = study.cardIds;
    await answerNow(study, cardId, 3);

    expect(nextCard(study)).toMatchObject({ content: { cardId }, state: State.Learning, progress: { learning: 1, new: 0 } });
  });

  it("are waited for, when they are due later today than the limit", async () => {
    const store = await openTestStore();
    const study = await startStudy(store, { cards: 1, settings: { learningSteps: [60, 120], learnAheadMinutes: 20 } });
    await answerNow(study, study.cardIds[0] ?? 0, 1);

    expect(next(study)).toMatchObject({ kind: "wait", until: store.clock.now() + 40 * minuteMs });
    store.clock.advance(40 * minuteMs);
    expect(next(study).kind).toBe("card");
  });

  it("count for tomorrow, when they are due after the day ends", async () => {
    const study = await startStudy(await openTestStore(), { cards: 1, settings: { learningSteps: [1200] } });
    await answerNow(study, study.cardIds[0] ?? 0, 1);

    expect(next(study)).toMatchObject({ kind: "done", summary: { dueTomorrow: 1 } });
  });
});

describe("a session of one deck", () => {
  it("includes its sub-decks and nothing else, when a deck is named", async () => {
    const study = await startStudy(await openTestStore(), { cards: 1 });
    const below = await addDeck(study, { cards: 1, parentId: study.deckId });
    const deepest = await addDeck(study, { cards: 1, parentId: below.deckId });
    await addDeck(study, { cards: 1 });

    expect(await studyOn(study, 4, { deckId: study.deckId })).toEqual([...study.cardIds, ...below.cardIds, ...deepest.cardIds]);
  });

  it("is refused, when the learner studies no such deck", async () => {
    const store = await openTestStore();
    const study = await startStudy(store);
    const { id: deckId } = await insertDeck(store);

    expect(() => next(study, { deckId })).toThrow(NotFoundError);
  });
});

describe("the card that is asked for", () => {
  it("is shown before the next, when it can be shown today", async () => {
    const study = await startStudy(await openTestStore(), { cards: 3 });

    expect(shownId(study, { cardId: study.cardIds[2] ?? 0 })).toBe(study.cardIds[2]);
  });

  it("gives way to the next, when it is due another day, buried, or another's", async () => {
    const store = await openTestStore();
    const study = await startStudy(store, { cards: 3 });
    const stranger = await startStudy(store);
    const [first = 0, second = 0, third = 0] = study.cardIds;
    await answerNow(study, first, 4);
    await buryCard(actOf(study), { cardId: second, version: 0 });

    for (const cardId of [first, second, stranger.cardIds[0] ?? 0, 999_999]) expect(shownId(study, { cardId })).toBe(third);
  });
});

describe("what is shown", () => {
  it("names the card's content, its place, the act to undo and the time left, when a card is next", async () => {
    const store = await openTestStore();
    const study = await startStudy(store, { cards: 3 });
    await answerNow(study, study.cardIds[0] ?? 0, 4);
    const card = await store.prisma.card.findUniqueOrThrow({ where: { id: study.cardIds[1] ?? 0 } });

    expect(nextCard(study)).toMatchObject({
      version: 0,
      state: State.New,
      content: {
        cardId: card.id,
        deckId: study.deckId,
        prompt: card.prompt,
        answer: card.answer,
        context: [],
        language: "en",
        passage: null,
      },
      outcomes: { 1: { scheduledDays: 0 }, 4: { due: { dueDay: noonDay + 8 }, scheduledDays: 8 } },
      progress: { answered: 1, new: 2, learning: 0, due: 0, remainingMs: 2 * 2 * 15_000 },
      undo: { label: "Easy", cardId: study.cardIds[0] },
      changed: null,
    });
  });

  it("is the end with the day's answers and what was forgotten, when nothing is left", async () => {
    const study = await startStudy(await openTestStore(), { cards: 2, settings: { learningSteps: [] } });
    await answerNow(study, study.cardIds[0] ?? 0, 1);
    await answerNow(study, study.cardIds[1] ?? 0, 3);

    expect(next(study)).toMatchObject({
      kind: "done",
      summary: {
        answered: 2,
        recalled: 1,
        reviewed: 0,
        durationMs: 10_000,
        dueTomorrow: 1,
        forgotten: [{ cardId: study.cardIds[0] }],
      },
    });
  });

  it("is the end, when a learner studies no deck", async () => {
    const store = await openTestStore();
    const study = await startStudy(store);
    await store.prisma.enrolment.deleteMany();

    expect(next(study)).toMatchObject({ kind: "done", undo: null });
  });
});

import { describe, expect, it } from "@jest/globals";
import { State } from "../../server/domain/card-schedule.js";
import { countedStates, dueCountKeys, neverDay, type CountedState } from "../../server/store/due-count.js";
import { insertCard, insertCardState } from "../support/build-card.js";
import { openTestStore, type TestStore } from "../support/store.js";
import { startStudy, type Study } from "../support/study.js";

const today = 20_000;
const review: CountedState = { live: 1, state: State.Review, dueDay: today, suspendedAt: null, buriedUntilDay: null };
const untouched: CountedState = { ...review, state: State.New, dueDay: null };
const taken = { state: State.New, dueDay: neverDay };

const cases: readonly [string, CountedState, ReturnType<typeof dueCountKeys>][] = [
  ["a review on its due day, and never as new", review, [{ state: State.Review, dueDay: today }, taken]],
  [
    "a buried review on the day on which it shows again",
    { ...review, buriedUntilDay: today + 1 },
    [{ state: State.Review, dueDay: today + 1 }, taken],
  ],
  [
    "a review buried until before it is due on its due day",
    { ...review, buriedUntilDay: today - 1 },
    [{ state: State.Review, dueDay: today }, taken],
  ],
  ["a suspended review as taken alone", { ...review, suspendedAt: 1 }, [taken]],
  ["a card due at an instant as taken alone", { ...review, state: State.Learning, dueDay: null }, [taken]],
  ["a card that is new again nowhere: it can be had", untouched, []],
  [
    "a buried new card as not to be had before its day",
    { ...untouched, buriedUntilDay: today + 1 },
    [{ state: State.New, dueDay: today + 1 }],
  ],
  ["a suspended new card as taken", { ...untouched, suspendedAt: 1, buriedUntilDay: today + 1 }, [taken]],
  ["a card that is not live nowhere", { ...review, live: 0 }, []],
];

describe("DueCount", () => {
  it.each(cases)("counts %s", (_, row, keys) => {
    expect(dueCountKeys(row)).toEqual(keys);
  });

  it.each(cases)("counts %s, when SQL counts it again", async (_, row, keys) => {
    const store = await openTestStore();
    const study = await startStudy(store, { cards: 0 });
    await insertRow(store, study, row);

    const counted = store.db
      .prepare<{ state: number; dueDay: number }>(`SELECT state, dueDay FROM (${countedStates("true")}) ORDER BY state DESC`)
      .all();

    expect(counted).toEqual(keys);
  });
});

async function insertRow(store: TestStore, { learnerId, deckId }: Study, row: CountedState): Promise<void> {
  const { id: cardId } = await insertCard(store, { deckId });
  const { live, state, dueDay, suspendedAt, buriedUntilDay } = row;
  const dueAt = state !== State.New && dueDay === null ? new Date(1) : null;
  await insertCardState(store, {
    learnerId,
    cardId,
    deckId,
    live: live === 1,
    state,
    dueDay,
    dueAt,
    suspendedAt: suspendedAt === null ? null : new Date(suspendedAt),
    buriedUntilDay,
  });
}

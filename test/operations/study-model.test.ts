import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { State, type Rating } from "../../server/domain/card-schedule.js";
import { AppError } from "../../server/domain/errors.js";
import { replay } from "../../server/domain/replay.js";
import { answerCard } from "../../server/operations/answer-card.js";
import { buryCard } from "../../server/operations/bury-card.js";
import { flagCard } from "../../server/operations/flag-card.js";
import { joinDeck } from "../../server/operations/join-deck.js";
import { leaveDeck } from "../../server/operations/leave-deck.js";
import { resetCard } from "../../server/operations/reset-card.js";
import { resumeCard } from "../../server/operations/resume-card.js";
import { suspendCard } from "../../server/operations/suspend-card.js";
import { selectOptionalCardState, type CardStateRow } from "../../server/store/read/card-states.js";
import { selectPreset } from "../../server/store/read/presets.js";
import { selectLiveReviews } from "../../server/store/read/reviews.js";
import { checkRollups } from "../../server/store/read/rollups.js";
import { selectToday } from "../../server/store/read/today.js";
import { addLiveCards, followCards, lowerCursors } from "../../server/store/write/card-lives.js";
import { learnerDay } from "../../server/store/read/learner-day.js";
import { openTestStore, type TestStore } from "../support/store.js";
import {
  actOf,
  addDeck,
  addSiblings,
  answerTo,
  joinStudy,
  minuteMs,
  next,
  startStudy,
  undoNow,
  type Study,
} from "../support/study.js";
import { runs } from "../support/runs.js";

const kinds = [
  "answerNext",
  "answerNext",
  "answerNext",
  "answerAny",
  "resend",
  "undo",
  "undo",
  "bury",
  "suspend",
  "resume",
  "flag",
  "reset",
  "archive",
  "revive",
  "leave",
  "join",
  "wait",
] as const;

const anyStep = fc.record({
  kind: fc.constantFrom(...kinds),
  who: fc.nat(1),
  card: fc.nat(11),
  rating: fc.constantFrom<Rating[]>(1, 2, 3, 4),
  minutes: fc.constantFrom(1, 9, 30, 600, 1440, 4320),
});
type Step = typeof anyStep extends fc.Arbitrary<infer Value> ? Value : never;

interface World {
  readonly store: TestStore;
  readonly studies: readonly [Study, Study];
  readonly cardIds: readonly number[];
}

/** Two learners with different settings, three decks (one below another), twelve cards, some of one note. */
async function makeWorld(): Promise<World> {
  const store = await openTestStore();
  const first = await startStudy(store, {
    cards: 4,
    settings: { newPerDay: 4, learningSteps: [1, 10, 1440], leechThreshold: 2, leechAction: "suspend" },
  });
  const siblings = await addSiblings(first, ["a", "b", "c", "d"]);
  const second = await joinStudy(store, first.deckId, { newOrder: "random", buryReviewSiblings: false, learningSteps: [] });
  const below = await addDeck(first, { cards: 2, parentId: first.deckId });
  const beside = await addDeck(first, { cards: 2 });
  for (const { deckId } of [below, beside]) await joinDeck(actOf(second), { deckId });
  return { store, studies: [first, second], cardIds: [...first.cardIds, ...siblings, ...below.cardIds, ...beside.cardIds] };
}

async function takeStep({ store, studies, cardIds }: World, { kind, who, card, rating, minutes }: Step): Promise<unknown> {
  const study = studies[who === 0 ? 0 : 1];
  const cardId = cardIds[card] ?? 0;
  const shown = { cardId, version: selectOptionalCardState(store, study.learnerId, cardId)?.version ?? 0 };
  const act = actOf(study);
  switch (kind) {
    case "answerNext": {
      const upcoming = next(study);
      return upcoming.kind === "card" && answerCard(act, answerTo(study, upcoming.content.cardId, rating));
    }
    case "answerAny":
      return answerCard(act, answerTo(study, cardId, rating));
    case "resend": {
      const input = answerTo(study, cardId, rating);
      return Promise.all([answerCard(act, input), answerCard(act, input)]);
    }
    case "undo":
      return undoNow(study);
    case "bury":
      return buryCard(act, shown);
    case "suspend":
      return suspendCard(act, shown);
    case "resume":
      return resumeCard(act, shown);
    case "flag":
      return flagCard(act, { ...shown, flag: rating });
    case "reset":
      return resetCard(act, shown);
    case "archive":
      return setStatus(store, cardId, "active", "archived");
    case "revive":
      return setStatus(store, cardId, "archived", "active");
    case "leave":
      return leaveDeck(act, { deckId: await deckOf(store, cardId) });
    case "join":
      return joinDeck(act, { deckId: await deckOf(store, cardId) });
    case "wait":
      return store.clock.advance(minutes * minuteMs);
  }
}

async function deckOf(store: TestStore, cardId: number): Promise<number> {
  return (await store.prisma.card.findUniqueOrThrow({ where: { id: cardId } })).deckId;
}

async function setStatus(store: TestStore, cardId: number, from: string, to: string): Promise<void> {
  const { status, deckId } = await store.prisma.card.findUniqueOrThrow({ where: { id: cardId } });
  if (status !== from) return;
  const { before, after } = followCards([cardId]);
  await store.db.batch([
    ...before,
    { sql: "UPDATE Card SET status = ? WHERE id = ?", parameters: [to, cardId] },
    addLiveCards(deckId, to === "active" ? 1 : -1),
    ...after,
    lowerCursors([cardId]),
  ]);
}

/** Law 4, and what Today says, counted again the slow way. */
function check({ store, studies, cardIds }: World): void {
  expect(checkRollups(store)).toEqual([]);
  for (const study of studies) {
    const { scheduler } = selectPreset(store, study.learnerId, study.presetId);
    const states = cardIds.flatMap((cardId) => selectOptionalCardState(store, study.learnerId, cardId) ?? []);
    for (const state of states) {
      const replayed = replay(scheduler, selectLiveReviews(store, study.learnerId, state.cardId));
      expect(state.state).toBe(replayed.state);
      if (replayed.state !== State.New) expect(state).toMatchObject(withoutDue(replayed));
    }
    expect(dueByToday(study)).toBe(dueSlowly(study, states));
  }
}

function withoutDue({ due, ...schedule }: Extract<ReturnType<typeof replay>, { due: unknown }>) {
  return { ...schedule, ...due };
}

/** Limits of these worlds are never reached by reviews, so the decks' counts are all there is. */
function dueByToday({ store, learnerId }: Study): number {
  return selectToday(store, learnerId, store.clock.now()).decks.reduce((sum, { due }) => sum + due, 0);
}

function dueSlowly({ store }: Study, states: readonly CardStateRow[]): number {
  const { studyDay } = learnerDay({ zone: "UTC", dayStartMinutes: 240 }, store.clock.now());
  return states.filter(
    (state) =>
      state.live === 1 &&
      state.suspendedAt === null &&
      state.dueDay !== null &&
      state.dueDay <= studyDay &&
      (state.buriedUntilDay ?? 0) <= studyDay,
  ).length;
}

describe("two learners at work", () => {
  it("keep every rollup and law 4, when their acts, those of the notes' owner, and the time that passes are any", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { minLength: 20, maxLength: 60 }), async (steps) => {
        const world = await makeWorld();
        for (const step of steps) {
          try {
            await takeStep(world, step);
          } catch (error) {
            if (!(error instanceof AppError)) throw error;
          }
        }

        check(world);
      }),
      { numRuns: runs(12, 150) },
    );
  }, 600_000);

  it("see every new card once, when they go through their decks day by day", async () => {
    const world = await makeWorld();
    for (const study of world.studies) {
      const seen = new Set<number>();
      for (let day = 0; day < 12; day++) {
        for (let shown = next(study); shown.kind === "card"; shown = next(study)) {
          if (shown.state === State.New) {
            expect(seen.has(shown.content.cardId)).toBe(false);
            seen.add(shown.content.cardId);
          }
          await answerCard(actOf(study), answerTo(study, shown.content.cardId, 4));
        }
        world.store.clock.advance(1440 * minuteMs);
      }
      expect([...seen].sort((a, b) => a - b)).toEqual(world.cardIds);
    }
  });
});

import { describe, expect, it } from "@jest/globals";
import { State } from "../../server/domain/card-schedule.js";
import { ConflictError, NotFoundError, ValidationError } from "../../server/domain/errors.js";
import { buryCard } from "../../server/operations/bury-card.js";
import { flagCard } from "../../server/operations/flag-card.js";
import { keepCard } from "../../server/operations/keep-card.js";
import { resetCard } from "../../server/operations/reset-card.js";
import { resumeCard } from "../../server/operations/resume-card.js";
import { suspendCard } from "../../server/operations/suspend-card.js";
import { selectDone } from "../../server/store/read/day-stats.js";
import { checkRollups } from "../../server/store/read/rollups.js";
import { noonDay } from "../support/build-card.js";
import { openTestStore } from "../support/store.js";
import { actOf, answerNow, dayMs, joinStudy, next, nextCard, startStudy, stateOf, undoNow } from "../support/study.js";

describe("a buried card", () => {
  it("shows again on the next study day, when it was due", async () => {
    const store = await openTestStore();
    const study = await startStudy(store, { cards: 1, settings: { learningSteps: [] } });
    const [cardId = 0] = study.cardIds;
    await answerNow(study, cardId, 1);
    store.clock.advance(dayMs);

    await buryCard(actOf(study), { cardId, version: 1 });

    expect(next(study).kind).toBe("done");
    expect(next(study)).toMatchObject({ summary: { dueTomorrow: 1 } });
    store.clock.advance(dayMs);
    expect(nextCard(study).content.cardId).toBe(cardId);
    expect(checkRollups(store)).toEqual([]);
  });
});

describe("a suspended card", () => {
  it("is not shown on any day until it is resumed, when it is due", async () => {
    const store = await openTestStore();
    const study = await startStudy(store, { cards: 1, settings: { learningSteps: [] } });
    const [cardId = 0] = study.cardIds;
    await answerNow(study, cardId, 1);

    await suspendCard(actOf(study), { cardId, version: 1 });

    store.clock.advance(30 * dayMs);
    expect(next(study).kind).toBe("done");
    expect(checkRollups(store)).toEqual([]);
    await resumeCard(actOf(study), { cardId, version: 2 });
    expect(nextCard(study).content.cardId).toBe(cardId);
    expect(checkRollups(store)).toEqual([]);
  });

  it("is not given as new, when it was never answered", async () => {
    const store = await openTestStore();
    const study = await startStudy(store, { cards: 2 });
    const [first = 0, second = 0] = study.cardIds;

    await suspendCard(actOf(study), { cardId: first, version: 0 });

    expect(nextCard(study)).toMatchObject({ content: { cardId: second }, progress: { new: 1 } });
  });
});

describe("a flag", () => {
  it("is the learner's own, when two study the card", async () => {
    const store = await openTestStore();
    const study = await startStudy(store);
    const other = await joinStudy(store, study.deckId);
    const [cardId = 0] = study.cardIds;

    await flagCard(actOf(study), { cardId, version: 0, flag: 5 });

    expect(stateOf(study, cardId)).toMatchObject({ flag: 5, state: State.New });
    expect(stateOf(other, cardId)).toBeNull();
  });

  it("is refused, when there is no such colour", async () => {
    const study = await startStudy(await openTestStore());
    const [cardId = 0] = study.cardIds;

    for (const flag of [8, -1, 1.5])
      await expect(flagCard(actOf(study), { cardId, version: 0, flag })).rejects.toThrow(ValidationError);
  });
});

describe("an act on a shown card", () => {
  const acts = { buryCard, suspendCard, resumeCard, keepCard, resetCard };

  it.each(Object.keys(acts))(
    "changes nothing, when %s names a card that has changed, is another's, or is not there",
    async (name) => {
      const store = await openTestStore();
      const study = await startStudy(store);
      const stranger = await startStudy(store);
      const act = acts[name as keyof typeof acts];
      const [cardId = 0] = study.cardIds;
      await answerNow(study, cardId, 3);

      await expect(act(actOf(study), { cardId, version: 0 })).rejects.toThrow(ConflictError);
      await expect(act(actOf(stranger), { cardId, version: 1 })).rejects.toThrow(NotFoundError);
      await expect(act(actOf(study), { cardId: 999_999, version: 0 })).rejects.toThrow(NotFoundError);

      expect(stateOf(study, cardId)?.version).toBe(1);
      expect(await store.prisma.undoStep.count()).toBe(1);
    },
  );

  it("is not an act, when nothing would change", async () => {
    const store = await openTestStore();
    const study = await startStudy(store);
    const [cardId = 0] = study.cardIds;

    await resumeCard(actOf(study), { cardId, version: 0 });

    expect(await store.prisma.undoStep.count()).toBe(0);
    expect(stateOf(study, cardId)).toBeNull();
  });
});

describe("a card whose text has changed", () => {
  const changedCard = async () => {
    const store = await openTestStore();
    const study = await startStudy(store, { cards: 1, settings: { learningSteps: [] } });
    const [cardId = 0] = study.cardIds;
    await answerNow(study, cardId, 3);
    store.clock.advance(3 * dayMs);
    await store.prisma.card.updateMany({ data: { contentVersion: 2 } });
    return { store, study, cardId };
  };

  it("asks whether to keep what was learnt, when it is shown next", async () => {
    const { store, study } = await changedCard();

    expect(nextCard(study).changed).toEqual({ firstAnswerAt: store.clock.now() - 3 * dayMs, scheduledDays: 2 });
  });

  it("asks no more, when the learner keeps it, or answers it as it is", async () => {
    const { study, cardId } = await changedCard();

    await keepCard(actOf(study), { cardId, version: 1 });
    expect(nextCard(study).changed).toBeNull();
    await undoNow(study);
    expect(nextCard(study).changed).not.toBeNull();
    await answerNow(study, cardId, 3);

    expect(stateOf(study, cardId)?.contentVersion).toBe(2);
  });

  it("is new again and no review is lost or added to the statistics, when the learner starts again", async () => {
    const { store, study, cardId } = await changedCard();

    await resetCard(actOf(study), { cardId, version: 1 });

    expect(stateOf(study, cardId)).toMatchObject({ state: State.New, reps: 0, contentVersion: 2, seq: 2 });
    expect(nextCard(study)).toMatchObject({ state: State.New, changed: null });
    expect(await store.prisma.review.findMany({ orderBy: { seq: "asc" } })).toMatchObject([
      { kind: "answer" },
      { kind: "reset", rating: 0 },
    ]);
    expect(selectDone(store, study.learnerId, noonDay + 3)).toEqual([]);
    expect(checkRollups(store)).toEqual([]);
  });
});

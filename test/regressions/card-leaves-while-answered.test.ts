import { describe, expect, it } from "@jest/globals";
import { leaveDeck } from "../../server/operations/leave-deck.js";
import { checkRollups } from "../../server/store/read/rollups.js";
import type { Statement } from "../../server/store/db.js";
import { addLiveCards, followCards } from "../../server/store/write/card-lives.js";
import { openTestStore, type TestStore } from "../support/store.js";
import { actOf, addDeck, answerNow, startStudy, stateOf } from "../support/study.js";

/**
 * A card without a state has no version that guards it: it was read in one deck, a batch that was queued before took it away, and the answer
 * then stored a living state where the card no longer was.
 */
describe("a first answer, when the card leaves in the same moment", () => {
  it("is refused and stores nothing, when the card is archived before it", async () => {
    const store = await openTestStore();
    const study = await startStudy(store, { cards: 1 });
    const [cardId = 0] = study.cardIds;

    const archived = change(store, cardId, "UPDATE Card SET status = 'archived' WHERE id = ?", [addLiveCards(study.deckId, -1)]);
    const answered = answerNow(study, cardId, 3);

    await archived;
    await expect(answered).rejects.toThrow("left your decks");
    expect(stateOf(study, cardId)).toBeNull();
    expect(checkRollups(store)).toEqual([]);
  });

  it("counts in the deck where the card is now, when it is moved before it", async () => {
    const store = await openTestStore();
    const study = await startStudy(store, { cards: 1 });
    const other = await addDeck(study, { cards: 0 });
    const [cardId = 0] = study.cardIds;

    const moved = change(store, cardId, `UPDATE Card SET deckId = ${other.deckId} WHERE id = ?`, [
      addLiveCards(study.deckId, -1),
      addLiveCards(other.deckId, 1),
    ]);
    const answered = answerNow(study, cardId, 3);

    await Promise.all([moved, answered]);
    expect(stateOf(study, cardId)).toMatchObject({ deckId: other.deckId, live: 1, version: 1 });
    expect(checkRollups(store)).toEqual([]);
  });

  it("is refused and stores nothing, when its learner leaves the deck before it", async () => {
    const store = await openTestStore();
    const study = await startStudy(store, { cards: 1 });
    const [cardId = 0] = study.cardIds;

    const left = leaveDeck(actOf(study), { deckId: study.deckId });
    const answered = answerNow(study, cardId, 3);

    await left;
    await expect(answered).rejects.toThrow("left your decks");
    expect(stateOf(study, cardId)).toBeNull();
  });
});

function change(store: TestStore, cardId: number, sql: string, counts: readonly Statement[]): Promise<unknown> {
  const { before, after } = followCards([cardId]);
  return store.db.batch([...before, { sql, parameters: [cardId] }, ...counts, ...after]);
}

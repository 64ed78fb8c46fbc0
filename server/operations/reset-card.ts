import { newSchedule } from "../domain/card-schedule.js";
import { onceMore } from "../store/once-more.js";
import { columnsOf } from "../store/read/card-states.js";
import { stateUndoChange } from "../store/undo-change.js";
import { writeCardStates } from "../store/write/card-states.js";
import { insertReview } from "../store/write/reviews.js";
import { insertUndoStep } from "../store/write/undo-steps.js";
import type { Act } from "./act.js";
import { requireShownCard, type ShownCard } from "./shown-card/require-shown-card.js";

/**
 * Starts a card again: it is new, its reviews stay. Throws NotFoundError or ConflictError as every act on a shown card does.
 */
export function resetCard(act: Act, shown: ShownCard): Promise<void> {
  return onceMore(async () => {
    const { card, day } = requireShownCard(act, shown);
    const { state: before, contentVersion } = card;
    const change = { before, after: { ...before, ...columnsOf(newSchedule, null), contentVersion, seq: before.seq + 1 } };
    await act.store.db.batch([
      ...writeCardStates(act.learnerId, [change]),
      ...insertReview(act.learnerId, { ...day, ...change, kind: "reset", rating: 0, durationMs: 0, answerId: null }),
      ...insertUndoStep(act.learnerId, {
        label: "Start again",
        at: act.now,
        changes: [stateUndoChange(change), { table: "Review", cardId: before.cardId, seq: change.after.seq }],
      }),
    ]);
  });
}

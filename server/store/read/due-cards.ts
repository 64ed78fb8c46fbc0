import type { ReviewOrder } from "../../domain/preset.js";
import type { Store } from "../open.js";
import { firstInOrder, type DueCards } from "./review-order.js";

/** The due card that comes first in `order`; null when there is none. */
export function selectOptionalDueCard(store: Store, due: DueCards, order: ReviewOrder): number | null {
  return order === "due" ? longestDue(store, due) : firstInOrder(store, due, order);
}

/** The first of each group comes from its index; of those due on the same day, which deck is first differs from card to card. */
function longestDue(store: Store, { learnerId, studyDay, groups }: DueCards): number | null {
  const query = store.db.prepare<{ cardId: number; dueDay: number }>(
    `SELECT cardId, dueDay FROM CardState INDEXED BY CardState_due_day_idx
     WHERE learnerId = ? AND deckId = ? AND state = ? AND live = 1 AND suspendedAt IS NULL
       AND dueDay <= ? AND (buriedUntilDay IS NULL OR buriedUntilDay <= ?)
     ORDER BY dueDay, buriedUntilDay, cardId LIMIT 1`,
  );
  const firsts = groups.flatMap(({ deckId, state }) => query.get(learnerId, deckId, state, studyDay, studyDay) ?? []);
  firsts.sort((a, b) => a.dueDay - b.dueDay || scatter(a.cardId, studyDay) - scatter(b.cardId, studyDay));
  return firsts[0]?.cardId ?? null;
}

/** A number that looks random but is the same all day. */
function scatter(cardId: number, studyDay: number): number {
  return Math.imul(cardId ^ Math.imul(studyDay, 0x9e3779b1), 0x85ebca6b) >>> 0;
}

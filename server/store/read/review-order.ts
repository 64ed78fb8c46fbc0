import type { State } from "../../domain/card-schedule.js";
import type { ReviewOrder } from "../../domain/preset.js";
import type { Store } from "../open.js";

/** Which of a learner's due cards are in question. */
export interface DueCards {
  readonly learnerId: number;
  readonly studyDay: number;
  /** Decks and states that have due cards. */
  readonly groups: readonly { readonly deckId: number; readonly state: State }[];
}

type SortedOrder = Exclude<ReviewOrder, "due">;

/**
 * Lists of due cards in an order that no index gives. They are only a cache: each card is looked up before it is shown, and a list that
 * has come to its end is made anew, so one can be thrown away at any time.
 */
interface SortedCards {
  readonly cardIds: readonly number[];
  next: number;
}

const caches = new WeakMap<Store, Map<string, SortedCards>>();
const keptLists = 200;

/** The due card that comes first in `order`; null when there is none. */
export function firstInOrder(store: Store, due: DueCards, order: SortedOrder): number | null {
  const cache = caches.get(store) ?? new Map<string, SortedCards>();
  caches.set(store, cache);
  const key = [due.learnerId, due.studyDay, order, ...due.groups.map(({ deckId }) => deckId)].join("/");
  const known = cache.get(key);
  const found = known ? firstStillDue(store, due, known) : null;
  if (found !== null) return found;
  const fresh = { cardIds: sortDueCards(store, due, order), next: 0 };
  cache.delete(key);
  cache.set(key, fresh);
  for (const oldest of cache.keys()) if (cache.size > keptLists) cache.delete(oldest);
  return firstStillDue(store, due, fresh);
}

function firstStillDue(store: Store, { learnerId, studyDay }: DueCards, list: SortedCards): number | null {
  const query = store.db.prepare<{ cardId: number }>(
    `SELECT cardId FROM CardState WHERE learnerId = ? AND cardId = ? AND live = 1 AND suspendedAt IS NULL
       AND dueDay <= ? AND (buriedUntilDay IS NULL OR buriedUntilDay <= ?)`,
  );
  for (; list.next < list.cardIds.length; list.next++) {
    const cardId = list.cardIds[list.next];
    if (cardId !== undefined && query.get(learnerId, cardId, studyDay, studyDay)) return cardId;
  }
  return null;
}

function sortDueCards(store: Store, { learnerId, studyDay, groups }: DueCards, order: SortedOrder): readonly number[] {
  return store.db
    .prepare<{ cardId: number }>(
      `SELECT cardId FROM CardState INDEXED BY CardState_due_day_idx
       WHERE learnerId = :learnerId AND deckId IN (SELECT value FROM json_each(:decks)) AND state IN (1, 2, 3) AND live = 1
         AND suspendedAt IS NULL AND dueDay <= :studyDay AND (buriedUntilDay IS NULL OR buriedUntilDay <= :studyDay)
       ORDER BY ${expressions[order]}, cardId`,
    )
    .all({ learnerId, studyDay, decks: JSON.stringify(groups.map(({ deckId }) => deckId)) })
    .map(({ cardId }) => cardId);
}

/** Recall falls with the days since the last answer, measured in stabilities. */
const expressions: Readonly<Record<SortedOrder, string>> = {
  retrievabilityAscending: "(:studyDay - lastDay) / stability DESC",
  retrievabilityDescending: "(:studyDay - lastDay) / stability ASC",
  overdueness: "1.0 * (:studyDay - dueDay) / max(scheduledDays, 1) DESC",
  difficulty: "difficulty DESC",
  random: "(cardId * 2654435761 + :studyDay * 40503) % 2147483647",
};

import { selectForecast, selectTaken } from "../store/read/due-counts.js";
import type { Queue } from "../store/read/queue.js";
import type { Store } from "../store/open.js";
import { clockTime, counted } from "./words.js";

/** What to expect when nothing is due now: "Next card at 14:05.", "12 cards come back tomorrow, and new ones." */
export function comingBack(store: Store, learnerId: number, queue: Queue): string {
  const { decks, day, learning } = queue;
  const next = learning[0];
  if (next !== undefined) return `Next card at ${clockTime(next.dueAt, day.zone)}.`;
  const ids = decks.map(({ deck }) => deck.deckId);
  const [tomorrow = 0, ...later] = selectForecast(store, learnerId, ids, { firstDay: day.studyDay + 1, days: 30 });
  const hasNew = hasNewTomorrow(store, learnerId, queue);
  if (tomorrow > 0)
    return `${counted(tomorrow, "card")} ${tomorrow === 1 ? "comes" : "come"} back tomorrow${hasNew ? ", and new ones" : ""}.`;
  if (hasNew) return "New cards come tomorrow.";
  const days = later.findIndex((count) => count > 0);
  return days < 0 ? "Nothing is scheduled for the next 30 days." : `The next cards come back in ${days + 2} days.`;
}

function hasNewTomorrow(store: Store, learnerId: number, { decks, day }: Queue): boolean {
  const ids = decks.map(({ deck }) => deck.deckId);
  const taken = selectTaken(store, learnerId, ids, day.studyDay + 1);
  return decks.some(({ deck }) => deck.settings.newPerDay > 0 && deck.liveCards > (taken.get(deck.deckId) ?? 0));
}

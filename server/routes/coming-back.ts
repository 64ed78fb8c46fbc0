import { selectForecast, selectTaken } from "../store/read/due-counts.js";
import type { Today } from "../store/read/today.js";
import type { Store } from "../store/open.js";
import { clockTime, counted } from "./words.js";

/** What to expect when nothing is due now: "Next card at 14:05.", "12 cards come back tomorrow, and new ones." */
export function comingBack(store: Store, learnerId: number, today: Today): string {
  const { day, nextLearningAt, forecast } = today;
  if (nextLearningAt !== null) return `Next card at ${clockTime(nextLearningAt, day.zone)}.`;
  const [tomorrow = 0] = forecast;
  const hasNew = hasNewTomorrow(store, learnerId, today);
  if (tomorrow > 0)
    return `${counted(tomorrow, "card")} ${tomorrow === 1 ? "comes" : "come"} back tomorrow${hasNew ? ", and new ones" : ""}.`;
  if (hasNew) return "New cards come tomorrow.";
  const days = firstDayWithCards(store, learnerId, today);
  return days === null ? "Nothing is scheduled for the next 30 days." : `The next cards come back in ${days} days.`;
}

/** Days until anything comes back; null when it takes more than thirty. */
function firstDayWithCards(store: Store, learnerId: number, { decks, day }: Today): number | null {
  const ids = decks.map(({ deck }) => deck.deckId);
  const index = selectForecast(store, learnerId, ids, { firstDay: day.studyDay + 1, days: 30 }).findIndex((count) => count > 0);
  return index < 0 ? null : index + 1;
}

function hasNewTomorrow(store: Store, learnerId: number, { decks, day }: Today): boolean {
  const ids = decks.map(({ deck }) => deck.deckId);
  const taken = selectTaken(store, learnerId, ids, day.studyDay + 1);
  return decks.some(({ deck }) => deck.settings.newPerDay > 0 && deck.liveCards > (taken.get(deck.deckId) ?? 0));
}

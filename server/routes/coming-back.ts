import { selectForecast } from "../store/read/due-counts.js";
import type { Queue } from "../store/read/queue.js";
import type { Store } from "../store/open.js";
import { clockTime, counted } from "./words.js";

/** What to expect when nothing is due now: "Next card at 14:05." or "12 cards come back tomorrow." */
export function comingBack(store: Store, learnerId: number, { decks, day, learning }: Queue): string {
  const next = learning[0];
  if (next !== undefined) return `Next card at ${clockTime(next.dueAt, day.zone)}.`;
  const ids = decks.map(({ deck }) => deck.deckId);
  const [tomorrow = 0, ...later] = selectForecast(store, learnerId, ids, { firstDay: day.studyDay + 1, days: 30 });
  if (tomorrow > 0) return `${counted(tomorrow, "card")} ${tomorrow === 1 ? "comes" : "come"} back tomorrow.`;
  const days = later.findIndex((count) => count > 0);
  return days < 0 ? "Nothing is scheduled for the next 30 days." : `The next cards come back in ${days + 2} days.`;
}

import { Router } from "express";
import type { TodayDeck, TodayPage, Week } from "../../views/models.js";
import { requireLearner } from "../security/require-learner.js";
import { learnerOf } from "../security/session.js";
import { meanAnswerMs, selectStreak } from "../store/read/day-stats.js";
import { selectDueGroups, selectForecast } from "../store/read/due-counts.js";
import { progressOf } from "../store/read/progress.js";
import { answersOf, selectQueue, type DeckToday, type Queue } from "../store/read/queue.js";
import type { Store } from "../store/open.js";
import { deckAddress, quizAddress } from "./addresses.js";
import type { Web } from "./context.js";
import { comingBack } from "./coming-back.js";
import { countsOf, deckTitle, totalOf } from "./deck-words.js";
import { counted, duration, longDay, number, shortDay } from "./words.js";

const weekDays = 7;

/** `GET /`: what is for today, and one button. */
export function todayRoutes(web: Web): Router {
  const router = Router();
  router.get("/", requireLearner, (request, response) => {
    const { learnerId } = learnerOf(request);
    const queue = selectQueue(web.store, learnerId, web.now(), null);
    const today = queue.day.studyDay;
    const streak = selectStreak(web.store, learnerId, today);
    const model: TodayPage = {
      title: "Today",
      date: longDay(today),
      today: whatNow(web.store, learnerId, queue),
      decks: deckBars(queue.decks),
      week: weekAhead(web.store, learnerId, queue),
      streak: streak < 2 ? null : `Kept ${number(streak)} days in a row.`,
      isFirstDay: streak === 0 && queue.decks.length > 0,
    };
    response.send(web.renderPage(request, "today/page", model));
  });
  return router;
}

function whatNow(store: Store, learnerId: number, queue: Queue): TodayPage["today"] {
  const { decks, day } = queue;
  const total = decks.reduce((sum, deck) => sum + totalOf(deck), 0);
  const isBegun = answersOf(queue.done) > 0;
  if (total > 0) {
    return {
      view: "today/due",
      headline: `${counted(total, "card")}, about ${duration(progressOf(queue, meanAnswerMs(store, learnerId, day.studyDay)).remainingMs)}`,
      start: { label: isBegun ? "Go on" : "Start", url: quizAddress(null) },
      counts: countsOf(decks),
      backlog: backlogOf(store, learnerId, queue),
    };
  }
  if (decks.some(({ deck }) => deck.liveCards > 0)) {
    return {
      view: "today/clear",
      headline: isBegun ? "Done for today." : "Nothing due.",
      text: comingBack(store, learnerId, queue),
    };
  }
  const action = { label: "See the decks", url: "/decks" };
  return decks.length > 0
    ? {
        view: "today/empty",
        headline: "No cards yet.",
        text: "Your decks have no cards. They appear here as soon as their notes make some.",
        action,
      }
    : { view: "today/empty", headline: "No deck to study.", text: "Join a deck, and its cards come here day by day.", action };
}

/** More is due than a day's limit lets through: said plainly, with how long it takes. */
function backlogOf(store: Store, learnerId: number, { decks, day, counts }: Queue): string | null {
  const ids = decks.map(({ deck }) => deck.deckId);
  const waiting = selectDueGroups(store, learnerId, ids, day.studyDay).reduce((sum, { cards }) => sum + cards, 0);
  const shown = counts.reviewsLeft + counts.reviewsDone;
  if (waiting <= counts.reviewsLeft || shown === 0) return null;
  const days = Math.ceil(waiting / shown);
  return `${counted(waiting, "card")} are waiting. At ${number(shown)} a day they are done in about ${counted(days, "day")}; nothing is lost meanwhile.`;
}

function deckBars(decks: readonly DeckToday[]): TodayDeck[] {
  const largest = Math.max(1, ...decks.map(totalOf));
  return [...decks]
    .sort((a, b) => Number(totalOf(b) > 0) - Number(totalOf(a) > 0))
    .map(({ deck, ...today }): TodayDeck => {
      const total = totalOf(today);
      const parts = [
        [today.new, "new"],
        [today.learning, "learning"],
        [today.due, "due"],
      ] as const;
      const detail = parts.filter(([count]) => count > 0).map(([count, word]) => `${number(count)} ${word}`);
      return {
        name: deckTitle(deck.name),
        url: deckAddress(deck.deckId),
        startUrl: total > 0 ? quizAddress(deck.deckId) : null,
        total: number(total),
        detail: detail.length > 0 ? detail.join(" · ") : "nothing today",
        share: Math.round((total / largest) * 100),
      };
    });
}

/** The next seven days, from tomorrow on; null while nothing has been scheduled. */
function weekAhead(store: Store, learnerId: number, { decks, day }: Queue): Week | null {
  const ids = decks.map(({ deck }) => deck.deckId);
  const counts = selectForecast(store, learnerId, ids, { firstDay: day.studyDay + 1, days: weekDays });
  const sum = counts.reduce((total, count) => total + count, 0);
  if (sum === 0) return null;
  const most = Math.max(...counts);
  const fullest = longDay(day.studyDay + 1 + counts.indexOf(most)).split(" ")[0] ?? "";
  return {
    sentence: `${counted(sum, "card")} ${sum === 1 ? "comes" : "come"} back in the next 7 days, most on ${fullest}.`,
    days: counts.map((count, index) => ({
      short: shortDay(day.studyDay + 1 + index),
      name: longDay(day.studyDay + 1 + index),
      count: number(count),
      share: Math.round((count / most) * 100),
    })),
  };
}

import { Router } from "express";
import type { TodayPage, Week } from "../../views/models.js";
import { requireLearner } from "../security/require-learner.js";
import { learnerOf } from "../security/session.js";
import { selectDueGroups } from "../store/read/due-counts.js";
import { selectToday, type Today } from "../store/read/today.js";
import { selectVisibleDecks } from "../store/read/visible-decks.js";
import type { Store } from "../store/open.js";
import { quizAddress } from "./addresses.js";
import type { Web } from "./context.js";
import { comingBack } from "./coming-back.js";
import { secondsLeft } from "./day-end.js";
import { countsOf } from "./deck-words.js";
import { deckBars } from "./deck-bars.js";
import { counted, duration, longDay, number, shortDay } from "./words.js";

/** `GET /`: what is for today, and one button. */
export function todayRoutes(web: Web): Router {
  const router = Router();
  router.get("/", requireLearner, (request, response) => {
    const { learnerId } = learnerOf(request);
    const today = selectToday(web.store, learnerId, web.now());
    const model: TodayPage = {
      title: "Today",
      date: longDay(today.day.studyDay),
      today: whatNow(web.store, learnerId, today),
      decks: deckBars(today.decks),
      week: weekAhead(today),
      dayEndsInSeconds: secondsLeft(today.day),
      streak: today.streak < 2 ? null : `Kept ${number(today.streak)} days in a row.`,
      isFirstDay: !today.hasAnswered && today.decks.length > 0,
    };
    response.send(web.renderPage(request, "today/page", model));
  });
  return router;
}

function whatNow(store: Store, learnerId: number, today: Today): TodayPage["today"] {
  const { decks, progress } = today;
  const total = progress.new + progress.learning + progress.due;
  const isBegun = progress.answered > 0;
  if (total > 0) {
    return {
      view: "today/due",
      headline: `${counted(total, "card")}, about ${duration(progress.remainingMs)}`,
      start: { label: isBegun ? "Go on" : "Start", url: quizAddress(null) },
      counts: countsOf(decks),
      backlog: backlogOf(store, learnerId, today),
    };
  }
  if (decks.some(({ deck }) => deck.liveCards > 0)) {
    return {
      view: "today/clear",
      headline: today.nextLearningAt !== null ? "Nothing to do just now." : isBegun ? "Done for today." : "Nothing due.",
      text: comingBack(store, learnerId, today),
    };
  }
  if (selectVisibleDecks(store, learnerId).length === 0) {
    return {
      view: "today/empty",
      headline: "No decks yet.",
      text: "A folder of Markdown notes becomes a deck as soon as it lies in the notes folder. Its cards come here day by day.",
      action: null,
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
function backlogOf(store: Store, learnerId: number, { decks, day, progress }: Today): string | null {
  const ids = decks.map(({ deck }) => deck.deckId);
  const waiting = selectDueGroups(store, learnerId, ids, day.studyDay).reduce((sum, { cards }) => sum + cards, 0);
  if (waiting <= progress.due || progress.due === 0) return null;
  const days = counted(Math.ceil(waiting / progress.due), "day");
  return `${counted(waiting, "card")} are waiting. At ${number(progress.due)} a day they are done in about ${days}; nothing is lost meanwhile.`;
}

/** The days from tomorrow on; null while nothing has been scheduled. */
function weekAhead({ forecast, day }: Today): Week | null {
  const sum = forecast.reduce((total, count) => total + count, 0);
  if (sum === 0) return null;
  const most = Math.max(...forecast);
  const fullest = longDay(day.studyDay + 1 + forecast.indexOf(most)).split(" ")[0] ?? "";
  return {
    sentence: `${counted(sum, "card")} ${sum === 1 ? "comes" : "come"} back in the next 7 days, most on ${fullest}.`,
    days: forecast.map((count, index) => ({
      short: shortDay(day.studyDay + 1 + index),
      name: longDay(day.studyDay + 1 + index),
      count: number(count),
      share: Math.round((count / most) * 100),
    })),
  };
}

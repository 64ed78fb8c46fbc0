import { startOfStudyDay } from "../../domain/day.js";
import { meanAnswerMs, selectStreak } from "./day-stats.js";
import { selectSummary, type DaySummary } from "./day-summary.js";
import { selectForecast } from "./due-counts.js";
import { startOfTomorrow, type LearnerDay } from "./learner-day.js";
import { nextLearningInstant, progressOf, type Progress } from "./progress.js";
import { selectQueue, type DeckToday, type Queue } from "./queue.js";
import type { Store } from "../open.js";

/** Days after today that the forecast shows. */
const forecastDays = 7;

/** A learner's day at a glance. */
export interface Today {
  readonly day: LearnerDay;
  /** Every deck that they study, each without its sub-decks; a deck's total is its own and theirs. */
  readonly decks: readonly DeckToday[];
  readonly progress: Progress;
  readonly summary: DaySummary;
  /** Cards that come due on each of the next days, from tomorrow on; new ones and today's backlog are not among them. */
  readonly forecast: readonly number[];
  /** Days in a row with at least one answer. */
  readonly streak: number;
  /** Instant at which a learning card is shown that has to wait now but comes today; null when none does. */
  readonly nextLearningAt: number | null;
  /** Whether they have ever answered a card. */
  readonly hasAnswered: boolean;
}

/** What a learner has to do today and did, over all their decks. */
export function selectToday(store: Store, learnerId: number, now: number): Today {
  return store.db.snapshot(() => todayOf(store, learnerId, selectQueue(store, learnerId, now, null)));
}

/** The same over one deck and its sub-decks. @throws NotFoundError if they study no such deck */
export function selectDeckToday(store: Store, learnerId: number, { deckId, now }: { deckId: number; now: number }): Today {
  return store.db.snapshot(() => todayOf(store, learnerId, selectQueue(store, learnerId, now, deckId)));
}

function todayOf(store: Store, learnerId: number, queue: Queue): Today {
  const { day, decks } = queue;
  const next = nextLearningInstant(queue);
  return {
    day,
    decks,
    progress: progressOf(queue, meanAnswerMs(store, learnerId, day.studyDay)),
    summary: selectSummary(store, learnerId, queue),
    forecast: forecastOf(store, learnerId, queue),
    streak: selectStreak(store, learnerId, day.studyDay),
    nextLearningAt: next !== null && next > day.at && next < startOfTomorrow(day) ? next : null,
    hasAnswered: store.db.prepare("SELECT 1 FROM DayStat WHERE learnerId = ? LIMIT 1").get(learnerId) !== undefined,
  };
}

function forecastOf(store: Store, learnerId: number, { day, decks, learning }: Queue): readonly number[] {
  const deckIds = decks.map(({ deck }) => deck.deckId);
  const byDay = selectForecast(store, learnerId, deckIds, { firstDay: day.studyDay + 1, days: forecastDays });
  const tomorrow = learning.length === 0 ? 0 : startOfTomorrow(day);
  const dayAfter = learning.length === 0 ? 0 : startOfStudyDay(day.studyDay + 2, day.zone, day.dayStartMinutes);
  const learntTomorrow = learning.filter(({ dueAt }) => dueAt >= tomorrow && dueAt < dayAfter).length;
  return byDay.map((cards, index) => (index === 0 ? cards + learntTomorrow : cards));
}

import { selectCardContent, type CardContent } from "./card-content.js";
import { selectDueGroups } from "./due-counts.js";
import { answersOf, isReview, type Queue } from "./queue.js";
import { startOfStudyDay } from "../../domain/day.js";
import type { Store } from "../open.js";

/** A learner's day so far, in the decks of a queue. */
export interface DaySummary {
  /** Answers. */
  readonly answered: number;
  /** Answers that were not Again. */
  readonly recalled: number;
  /** Answers to cards that were known: those that retention counts. */
  readonly reviewed: number;
  /** The recalled among them. */
  readonly reviewedRecalled: number;
  readonly durationMs: number;
  /** Cards, other than new ones, that will be there tomorrow, backlog included. */
  readonly dueTomorrow: number;
}

/** The same at the end of a session. */
export interface SessionSummary extends DaySummary {
  /** Cards forgotten today, each once, the last forgotten first; at most ten. */
  readonly forgotten: readonly CardContent[];
}

/** Sums up today, and says what is there tomorrow. */
export function selectSummary(store: Store, learnerId: number, queue: Queue): DaySummary {
  const reviews = queue.done.filter(isReview);
  const recalled = (done: Queue["done"]) => done.reduce((sum, count) => sum + count.recalled, 0);
  return {
    answered: answersOf(queue.done),
    recalled: recalled(queue.done),
    reviewed: answersOf(reviews),
    reviewedRecalled: recalled(reviews),
    durationMs: queue.done.reduce((sum, count) => sum + count.durationMs, 0),
    dueTomorrow: countDueTomorrow(store, learnerId, queue),
  };
}

/** The same, with the cards that are worth another look. */
export function selectSessionSummary(store: Store, learnerId: number, queue: Queue): SessionSummary {
  return { ...selectSummary(store, learnerId, queue), forgotten: selectForgotten(store, learnerId, queue) };
}

function countDueTomorrow(store: Store, learnerId: number, { day, decks, learning }: Queue): number {
  const deckIds = decks.map(({ deck }) => deck.deckId);
  const groups = selectDueGroups(store, learnerId, deckIds, day.studyDay + 1);
  const end = learning.length === 0 ? 0 : startOfStudyDay(day.studyDay + 2, day.zone, day.dayStartMinutes);
  return groups.reduce((sum, { cards }) => sum + cards, 0) + learning.filter(({ dueAt }) => dueAt < end).length;
}

function selectForgotten(store: Store, learnerId: number, { day, decks }: Queue): readonly CardContent[] {
  return store.db
    .prepare<{ cardId: number }>(
      `SELECT r.cardId FROM Review r JOIN Card c ON c.id = r.cardId AND c.status = 'active'
       WHERE r.learnerId = :learnerId AND r.at >= :since AND r.studyDay = :studyDay AND r.kind = 'answer' AND r.rating = 1
         AND r.undoneAt IS NULL AND r.deckId IN (SELECT value FROM json_each(:decks))
       GROUP BY r.cardId ORDER BY max(r.at) DESC LIMIT 10`,
    )
    .all({
      learnerId,
      since: startOfStudyDay(day.studyDay, day.zone, day.dayStartMinutes),
      studyDay: day.studyDay,
      decks: JSON.stringify(decks.map(({ deck }) => deck.deckId)),
    })
    .map(({ cardId }) => selectCardContent(store, cardId));
}

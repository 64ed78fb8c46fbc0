import { startOfTomorrow } from "./learner-day.js";
import { aheadMs, answersOf, isNew, isReview, type Queue } from "./queue.js";

/** How far a learner is today, in the decks of a queue. */
export interface Progress {
  /** Today's answers. */
  readonly answered: number;
  /** Answers that are still to be given, as far as can be foreseen. */
  readonly answersLeft: number;
  /** Cards first answered today; those among them that are being learnt count as still to be shown, too. */
  readonly begun: number;
  /** Cards still to be shown. */
  readonly new: number;
  readonly learning: number;
  readonly due: number;
  /** Learning cards that come later today, when nobody need wait for them now. */
  readonly waiting: number;
  /** What they will take. */
  readonly remainingMs: number;
}

/** What is done and left of a queue, when an answer takes `answerMs`; a new card is answered once for each learning step. */
export function progressOf(queue: Queue, answerMs: number): Progress {
  const { counts, decks, done, day } = queue;
  const learning = counts.learningDue + counts.learningAhead;
  const tomorrow = queue.learning.length === 0 ? 0 : startOfTomorrow(day);
  const waiting = queue.learning.filter(({ dueAt }) => dueAt < tomorrow).length - learning;
  const answersToNew = decks.reduce((sum, each) => sum + each.new * Math.max(1, each.deck.settings.learningSteps.length), 0);
  const answersLeft = answersToNew + learning + waiting + counts.reviewsLeft;
  return {
    answered: answersOf(done),
    answersLeft,
    begun: answersOf(done, isNew) + answersOf(done, isReview),
    new: counts.newLeft,
    learning,
    due: counts.reviewsLeft,
    waiting,
    remainingMs: Math.round(answersLeft * answerMs),
  };
}

/** The instant at which the next learning card can be shown, in the past if it can be now; null when there is none. */
export function nextLearningInstant({ learning, decks }: Queue): number | null {
  const instants = learning.map((card) => {
    const found = decks.find(({ deck }) => deck.deckId === card.deckId);
    return card.dueAt - (found ? aheadMs(found.deck) : 0);
  });
  return instants.length === 0 ? null : Math.min(...instants);
}

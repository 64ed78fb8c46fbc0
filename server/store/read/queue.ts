import { State } from "../../domain/card-schedule.js";
import { shareOut, type QueueCounts } from "../../domain/queue.js";
import { selectDone, type DoneCount } from "./day-stats.js";
import type { DueGroup } from "./due-counts.js";
import { selectLearnerDay, type LearnerDay } from "./learner-day.js";
import { selectLearningCards, type LearningCard } from "./learning-cards.js";
import { selectStudiedDecks, withSubDecks, type StudiedDeck } from "./studied-decks.js";
import type { Store } from "../open.js";

/** What a deck itself, without its sub-decks, has for today, limits considered. */
export interface DeckToday {
  readonly deck: StudiedDeck;
  readonly new: number;
  /** Learning cards due by now or within the learn-ahead limit. */
  readonly learning: number;
  readonly due: number;
}

/** Everything that decides what a learner is shown next. */
export interface Queue {
  readonly day: LearnerDay;
  readonly decks: readonly DeckToday[];
  readonly counts: QueueCounts;
  /** Decks and states that have cards due by study day, within the limits. */
  readonly dueGroups: readonly DueGroup[];
  /** Every learning card of these decks, the earliest first. */
  readonly learning: readonly LearningCard[];
  /** Today's answers in these decks. */
  readonly done: readonly DoneCount[];
}

/** The learner's queue over all their decks, or over one with its sub-decks. @throws NotFoundError if they study no such deck */
export function selectQueue(store: Store, learnerId: number, now: number, deckId: number | null): Queue {
  const day = selectLearnerDay(store, learnerId, now);
  const studied = selectStudiedDecks(store, learnerId, day.studyDay);
  const scope = deckId === null ? studied : withSubDecks(studied, deckId);
  const deckIds = scope.map((deck) => deck.deckId);
  const doneEverywhere = selectDone(store, learnerId, day.studyDay);
  const isInScope = ({ deckId: id }: { readonly deckId: number }) => deckIds.includes(id);
  const learning = selectLearningCards(store, learnerId, day.studyDay).filter(isInScope);
  const shares = shareLimits(studied, scope, doneEverywhere);
  const decks = scope.map((deck) => ({
    deck,
    new: shares.get(deck)?.new ?? 0,
    learning: learning.filter((card) => card.deckId === deck.deckId && card.dueAt <= now + aheadMs(deck)).length,
    due: shares.get(deck)?.due ?? 0,
  }));
  const done = doneEverywhere.filter(isInScope);
  return {
    day,
    decks,
    counts: countAll(decks, learning, done, now),
    dueGroups: decks.flatMap(({ deck, due }) => (due > 0 ? dueGroupsOf(deck) : [])),
    learning,
    done,
  };
}

/** How long before its instant a learning card of a deck may be shown. */
export function aheadMs(deck: StudiedDeck): number {
  return deck.settings.learnAheadMinutes * 60_000;
}

/** What each deck may give today: a preset's limits, less what was done today in all its decks, shared out in the order of the decks. */
function shareLimits(
  studied: readonly StudiedDeck[],
  scope: readonly StudiedDeck[],
  done: readonly DoneCount[],
): ReadonlyMap<StudiedDeck, { new: number; due: number }> {
  const shares = new Map<StudiedDeck, { new: number; due: number }>();
  for (const presetId of new Set(scope.map((deck) => deck.presetId))) {
    const decks = scope.filter((deck) => deck.presetId === presetId);
    const sharing = new Set(studied.filter((deck) => deck.presetId === presetId).map((deck) => deck.deckId));
    const doneHere = done.filter(({ deckId }) => sharing.has(deckId));
    const { newPerDay = 0, reviewsPerDay = 0 } = decks[0]?.settings ?? {};
    const available = decks.map((deck) => Math.max(0, deck.liveCards - deck.taken));
    const waiting = decks.map((deck) => dueGroupsOf(deck).reduce((sum, { cards }) => sum + cards, 0));
    const fresh = shareOut(newPerDay - answersOf(doneHere, isNew), available);
    const due = shareOut(reviewsPerDay - answersOf(doneHere, isReview), waiting);
    decks.forEach((deck, index) => shares.set(deck, { new: fresh[index] ?? 0, due: due[index] ?? 0 }));
  }
  return shares;
}

const dueStates = [State.Learning, State.Review, State.Relearning] as const;

function dueGroupsOf({ deckId, due }: StudiedDeck): readonly DueGroup[] {
  return dueStates.filter((state) => due[state] > 0).map((state) => ({ deckId, state, cards: due[state] }));
}

function countAll(
  decks: readonly DeckToday[],
  learning: readonly LearningCard[],
  done: readonly DoneCount[],
  now: number,
): QueueCounts {
  const sum = (of: (deck: DeckToday) => number) => decks.reduce((total, deck) => total + of(deck), 0);
  const learningDue = learning.filter((card) => card.dueAt <= now).length;
  return {
    learningDue,
    learningAhead: sum((deck) => deck.learning) - learningDue,
    reviewsLeft: sum((deck) => deck.due),
    reviewsDone: answersOf(done, isReview),
    newLeft: sum((deck) => deck.new),
    newDone: answersOf(done, isNew),
  };
}

/** Whether an answer counts against the limit of new cards, or of reviews. */
export const isNew = ({ stage }: DoneCount): boolean => stage === "new";
export const isReview = ({ stage }: DoneCount): boolean => stage === "young" || stage === "mature";

/** Sum of the answers that satisfy `which`. */
export function answersOf(done: readonly DoneCount[], which: (count: DoneCount) => boolean = () => true): number {
  return done.filter(which).reduce((sum, { answers }) => sum + answers, 0);
}

/** Whether a state of a card can be shown today: new or due, and neither suspended nor buried. */
export function isShowable(
  state: { state: State; dueAt: number | null; dueDay: number | null; suspendedAt: number | null; buriedUntilDay: number | null },
  { day, decks }: Queue,
  deckId: number,
): boolean {
  if (state.suspendedAt !== null || (state.buriedUntilDay ?? 0) > day.studyDay) return false;
  if (state.dueAt === null) return state.dueDay === null || state.dueDay <= day.studyDay;
  const found = decks.find(({ deck }) => deck.deckId === deckId);
  return found !== undefined && state.dueAt <= day.at + aheadMs(found.deck);
}

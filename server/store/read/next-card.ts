import { State, type Due, type Rating } from "../../domain/card-schedule.js";
import { nextGroup, type Group, type QueueCounts } from "../../domain/queue.js";
import { preview } from "../../domain/schedule.js";
import { scheduleOf, selectOptionalCardState, untouchedState } from "./card-states.js";
import { selectCardContent, type CardContent } from "./card-content.js";
import { meanAnswerMs } from "./day-stats.js";
import { selectSessionSummary, type SessionSummary } from "./day-summary.js";
import { selectOptionalDueCard } from "./due-cards.js";
import { startOfTomorrow, type LearnerDay } from "./learner-day.js";
import { selectOptionalNewCard } from "./new-cards.js";
import { nextLearningInstant, progressOf, type Progress } from "./progress.js";
import { isShowable, selectQueue, type Queue } from "./queue.js";
import { selectFirstAnswerAt } from "./reviews.js";
import { selectOptionalStudiedCard } from "./studied-card.js";
import { selectOptionalNewestStep, type NewestStep } from "./undo-steps.js";
import type { Store } from "../open.js";

/** What a session shows. */
export type Next = NextCard | NextWait | NextDone;

interface Session {
  readonly day: LearnerDay;
  readonly progress: Progress;
  /** The act that undo takes back. */
  readonly undo: NewestStep | null;
}

export interface NextCard extends Session {
  readonly kind: "card";
  /** Sent back with the answer: refused if the card has changed since. */
  readonly version: number;
  readonly state: State;
  readonly content: CardContent;
  /** What each rating would do. */
  readonly outcomes: Readonly<Record<Rating, Outcome>>;
  /** Set when the content has changed since the learner last answered: keep or start again? */
  readonly changed: Known | null;
}

interface Outcome {
  readonly due: Due;
  /** Days; 0 for steps shorter than a day. */
  readonly scheduledDays: number;
}

/** How long a changed card has been known. */
interface Known {
  readonly firstAnswerAt: number;
  /** Days for which it was scheduled at its last answer. */
  readonly scheduledDays: number;
}

/** Nothing now, but a learning card later today. */
export interface NextWait extends Session {
  readonly kind: "wait";
  /** Instant from which the card is shown. */
  readonly until: number;
}

export interface NextDone extends Session {
  readonly kind: "done";
  readonly summary: SessionSummary;
}

export interface NextOptions {
  readonly now: number;
  /** One deck and its sub-decks; null for all. */
  readonly deckId: number | null;
  /** Shown rather than the next, if it can be shown today: the card of an act just taken back, or of a refused answer. */
  readonly cardId?: number | null;
}

/** The card that a learner is shown next, or why there is none. Reads only. @throws NotFoundError if they study no such deck */
export function readNext(store: Store, learnerId: number, options: NextOptions): Next {
  return store.db.snapshot(() => readNow(store, learnerId, options));
}

function readNow(store: Store, learnerId: number, { now, deckId, cardId = null }: NextOptions): Next {
  const queue = selectQueue(store, learnerId, now, deckId);
  const session: Session = {
    day: queue.day,
    progress: progressOf(queue, meanAnswerMs(store, learnerId, queue.day.studyDay)),
    undo: selectOptionalNewestStep(store, learnerId),
  };
  const card = preferred(store, learnerId, cardId, queue) ?? chosen(store, learnerId, queue);
  if (card) return { kind: "card", ...session, ...card };
  const until = nextLearningInstant(queue);
  if (until !== null && until < startOfTomorrow(queue.day)) return { kind: "wait", ...session, until };
  return { kind: "done", ...session, summary: selectSessionSummary(store, learnerId, queue) };
}

type Shown = Omit<NextCard, "kind" | keyof Session>;

function preferred(store: Store, learnerId: number, cardId: number | null, queue: Queue): Shown | null {
  if (cardId === null) return null;
  const card = selectOptionalStudiedCard(store, learnerId, cardId);
  if (!card?.isStudied || !isShowable(card.state, queue, card.state.deckId)) return null;
  return show(store, learnerId, cardId, queue);
}

/** A group whose count promised a card that is not there is passed over. */
function chosen(store: Store, learnerId: number, queue: Queue): Shown | null {
  const mix = queue.decks[0]?.deck.settings.newMix ?? "mixed";
  let counts = queue.counts;
  for (let group = nextGroup(counts, mix); group !== null; group = nextGroup(counts, mix)) {
    const cardId = firstOf(store, learnerId, group, queue);
    const card = cardId === null ? null : show(store, learnerId, cardId, queue);
    if (card) return card;
    counts = { ...counts, ...emptied[group] };
  }
  return null;
}

const emptied: Readonly<Record<Group, Partial<QueueCounts>>> = {
  learning: { learningDue: 0 },
  ahead: { learningAhead: 0 },
  review: { reviewsLeft: 0 },
  new: { newLeft: 0 },
};

function firstOf(store: Store, learnerId: number, group: Group, queue: Queue): number | null {
  const { studyDay } = queue.day;
  switch (group) {
    case "learning":
      return queue.learning[0]?.cardId ?? null;
    case "ahead":
      return queue.learning.find((card) => isShowable({ ...shown, dueAt: card.dueAt }, queue, card.deckId))?.cardId ?? null;
    case "review": {
      const order = queue.decks[0]?.deck.settings.reviewOrder ?? "due";
      return selectOptionalDueCard(store, { learnerId, studyDay, groups: queue.dueGroups }, order);
    }
    case "new":
      return firstNew(store, learnerId, queue);
  }
}

const shown = { state: 1, dueDay: null, suspendedAt: null, buriedUntilDay: null } as const;

/** As written: from the first deck that has one. At random: the first of all decks' shuffled cards. */
function firstNew(store: Store, learnerId: number, queue: Queue): number | null {
  let first: { readonly cardId: number; readonly place: number } | null = null;
  for (const { deck, new: share } of queue.decks) {
    if (share === 0) continue;
    const card = selectOptionalNewCard(store, learnerId, deck, queue.day.studyDay);
    if (card && deck.settings.newOrder === "written") return card.cardId;
    if (card && (!first || card.place < first.place)) first = card;
  }
  return first?.cardId ?? null;
}

/** Null for a card that is in none of the queue's decks. */
function show(store: Store, learnerId: number, cardId: number, { decks, day }: Queue): Shown | null {
  const content = selectCardContent(store, cardId);
  const deck = decks.find((each) => each.deck.deckId === content.deckId)?.deck;
  if (deck === undefined) return null;
  const state = selectOptionalCardState(store, learnerId, cardId) ?? untouchedState(content);
  const outcomes = preview(deck.scheduler, cardId, scheduleOf(state), day);
  const isChanged = state.state !== State.New && state.contentVersion < content.contentVersion;
  return {
    version: state.version,
    state: state.state,
    content,
    outcomes,
    changed: isChanged
      ? { firstAnswerAt: selectFirstAnswerAt(store, learnerId, cardId) ?? day.at, scheduledDays: state.scheduledDays }
      : null,
  };
}

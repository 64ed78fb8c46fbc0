import type { AnswerInput } from "../domain/answer-input.js";
import { State, type Due, type Rating } from "../domain/card-schedule.js";
import { ConflictError } from "../domain/errors.js";
import { isLeech } from "../domain/leech.js";
import { answer } from "../domain/schedule.js";
import type { Statement } from "../store/db.js";
import { onceMore } from "../store/once-more.js";
import { columnsOf, dueOf, scheduleOf, type CardStateRow } from "../store/read/card-states.js";
import type { LearnerDay } from "../store/read/learner-day.js";
import { countDone } from "../store/read/day-stats.js";
import { selectOptionalAnswer } from "../store/read/reviews.js";
import { selectSiblings } from "../store/read/siblings.js";
import type { StudiedCard } from "../store/read/studied-card.js";
import { stateUndoChange } from "../store/undo-change.js";
import { writeCardStates, type StateChange } from "../store/write/card-states.js";
import { advanceCursor, requireNewLeft } from "../store/write/enrolments.js";
import { insertReview } from "../store/write/reviews.js";
import { insertUndoStep } from "../store/write/undo-steps.js";
import type { Act } from "./act.js";
import { requireShownCard } from "./shown-card/require-shown-card.js";

export interface AnswerResult {
  /** `repeated`: it had been given already, and nothing changed; `undone`: given, and taken back since. */
  readonly outcome: "applied" | "repeated" | "undone";
  readonly cardId: number;
  readonly rating: Rating;
  /** When the card comes back; null unless applied. */
  readonly due: Due | null;
  /** Days; 0 for steps shorter than a day. */
  readonly scheduledDays: number;
  /** The card became a leech by this answer, and may be suspended by it. */
  readonly isLeech: boolean;
  readonly isSuspended: boolean;
}

/** What undo calls an answer. */
export const ratingNames: Readonly<Record<Rating, string>> = { 1: "Forgot", 2: "Hard", 3: "Good", 4: "Easy" };

/**
 * Applies an answer once: schedules the card, buries its siblings, marks a leech, and remembers how to take all of that back. Throws
 * NotFoundError for a card that is not the learner's to answer, ConflictError for one that changed since it was shown.
 */
export function answerCard(act: Act, input: AnswerInput): Promise<AnswerResult> {
  return onceMore(async () => {
    const answerId = Buffer.from(input.answerId, "hex");
    const given = selectOptionalAnswer(act.store, act.learnerId, answerId);
    if (given)
      return {
        ...notApplied,
        cardId: given.cardId,
        rating: given.rating,
        outcome: given.undoneAt === null ? "repeated" : "undone",
      };
    const { card, day } = requireShownCard(act, input);
    refuseUnanswerable(card, input);
    refuseBeyondLimits(act, card, day);
    const answered = scheduleAnswer(card, input.rating, day);
    const changes = [answered, ...burySiblings(act, card, day)];
    await act.store.db.batch([
      ...countNewCard(act.learnerId, card, day),
      ...writeCardStates(act.learnerId, changes),
      ...insertReview(act.learnerId, { kind: "answer", ...input, ...day, ...answered, answerId }),
      ...passNewCard(act.learnerId, card),
      ...insertUndoStep(act.learnerId, {
        label: ratingNames[input.rating],
        at: act.now,
        changes: [
          stateUndoChange(answered),
          { table: "Review", cardId: input.cardId, seq: answered.after.seq },
          ...changes.slice(1).map(stateUndoChange),
        ],
      }),
    ]);
    const { before, after } = answered;
    return {
      outcome: "applied",
      cardId: input.cardId,
      rating: input.rating,
      due: dueOf(after),
      scheduledDays: after.scheduledDays,
      isLeech: after.leechAt !== before.leechAt,
      isSuspended: after.suspendedAt !== null,
    };
  });
}

const notApplied = { due: null, scheduledDays: 0, isLeech: false, isSuspended: false };

function refuseUnanswerable(card: StudiedCard, input: AnswerInput): void {
  if (card.state.suspendedAt !== null)
    throw new ConflictError("This card is suspended. Resume it on the page of its deck to answer it.");
  if (input.contentVersion !== undefined && input.contentVersion !== card.contentVersion)
    throw new ConflictError(
      "The text of this card has changed since it was shown. Your answer was not counted; here is the new text.",
    );
}

/** The queue shows no more than a day's limits; two windows, or an address kept from before, could go beyond them. */
function refuseBeyondLimits(
  { store, learnerId }: Act,
  { state, presetId, settings }: StudiedCard,
  { studyDay }: LearnerDay,
): void {
  const { newPerDay, reviewsPerDay } = settings;
  if (state.state === State.New && countDone(store, learnerId, { presetId, studyDay, of: "new" }) >= newPerDay)
    throw new ConflictError(
      `Today's limit of new cards (${newPerDay}) is reached. Nothing was counted; this card comes another day.`,
    );
  if (state.state === State.Review && countDone(store, learnerId, { presetId, studyDay, of: "reviews" }) >= reviewsPerDay)
    throw new ConflictError(
      `Today's limit of reviews (${reviewsPerDay}) is reached. Nothing was counted; this card comes tomorrow.`,
    );
}

function scheduleAnswer(
  { state, scheduler, settings, contentVersion }: StudiedCard,
  rating: Rating,
  day: LearnerDay,
): StateChange {
  const schedule = answer(scheduler, state.cardId, scheduleOf(state), rating, day);
  const hasLapsed = schedule.lapses > state.lapses;
  const becomesLeech = hasLapsed && isLeech(schedule.lapses, settings.leechThreshold);
  const after: CardStateRow = {
    ...state,
    ...columnsOf(schedule, day.at),
    buriedUntilDay: null,
    leechAt: becomesLeech ? day.at : state.leechAt,
    suspendedAt: becomesLeech && settings.leechAction === "suspend" ? day.at : state.suspendedAt,
    contentVersion,
    seq: state.seq + 1,
  };
  return { before: state, after };
}

/** Other cards of the same note would give each other away; they come back tomorrow. */
function burySiblings(
  { store, learnerId }: Act,
  { noteId, settings, state }: StudiedCard,
  day: LearnerDay,
): readonly StateChange[] {
  const { buryNewSiblings, buryReviewSiblings } = settings;
  if (!buryNewSiblings && !buryReviewSiblings) return [];
  return selectSiblings(store, learnerId, { noteId, cardId: state.cardId, studyDay: day.studyDay })
    .filter((sibling) => (sibling.state === State.New ? buryNewSiblings : buryReviewSiblings))
    .map((before) => ({ before, after: { ...before, buriedUntilDay: day.studyDay + 1 } }));
}

function countNewCard(learnerId: number, { state, settings }: StudiedCard, { studyDay }: LearnerDay): readonly Statement[] {
  if (state.state !== State.New) return [];
  return [requireNewLeft(learnerId, { deckId: state.deckId, studyDay, limit: settings.newPerDay })];
}

function passNewCard(learnerId: number, { state, place, settings }: StudiedCard): readonly Statement[] {
  if (state.state !== State.New) return [];
  return [advanceCursor(learnerId, { deckId: state.deckId, place, order: settings.newOrder })];
}

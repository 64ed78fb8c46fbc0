import { ConflictError } from "../domain/errors.js";
import { replay } from "../domain/replay.js";
import type { Statement } from "../store/db.js";
import { onceMore } from "../store/once-more.js";
import {
  columnsOf,
  scheduleColumnNames,
  selectOptionalCardState,
  type CardStateRow,
  type ScheduleColumns,
} from "../store/read/card-states.js";
import { selectPresetOfDeck } from "../store/read/presets.js";
import { selectLiveReviews, selectOptionalReview } from "../store/read/reviews.js";
import { selectOptionalNoteCard } from "../store/read/card-standings.js";
import { selectOptionalNewestUndo } from "../store/read/undo-steps.js";
import type { UndoChange } from "../store/undo-change.js";
import { writeCardStates, type StateChange } from "../store/write/card-states.js";
import { undoReview } from "../store/write/reviews.js";
import { deleteNewestUndoStep } from "../store/write/undo-steps.js";
import type { Act } from "./act.js";
import { requireOwnership } from "./guards/ownership.js";
import { choiceStatements } from "./owner-choice/choice-statements.js";

export interface UndoneAct {
  /** Names the act that was taken back: "Good", "Bury". */
  readonly label: string;
  /** The card that it was about: to be shown again. */
  readonly cardId: number;
}

/**
 * Takes back the learner's newest act, which must be `stepId`. Throws ConflictError if it is not, NotFoundError if it was an owner's and
 * they are one no longer, and changes nothing then.
 */
export function undoAct(act: Act, { stepId }: { readonly stepId: number }): Promise<UndoneAct> {
  return onceMore(async () => {
    const step = selectOptionalNewestUndo(act.store, act.learnerId);
    if (step === null) throw new ConflictError("There is nothing left to undo.");
    if (step.stepId !== stepId)
      throw new ConflictError("Something else has been done since. Nothing was undone; look at what undo offers now.");
    const { store, learnerId } = act;
    const undone = reviewsOf(step.changes);
    const states = step.changes.flatMap((change) => (change.table === "CardState" ? takeBack(act, change, undone) : []));
    const choices = step.changes.flatMap((change) => (change.table === "Card" ? takeBackChoice(act, change) : []));
    await store.db.batch([
      deleteNewestUndoStep(learnerId, stepId),
      ...writeCardStates(learnerId, states),
      ...undone.flatMap((review) => undoStatements(act, review)),
      ...choices,
    ]);
    return { label: step.label, cardId: step.changes[0]?.cardId ?? 0 };
  });
}

type StateUndo = Extract<UndoChange, { table: "CardState" }>;
type ReviewUndo = Extract<UndoChange, { table: "Review" }>;
type ChoiceUndo = Extract<UndoChange, { table: "Card" }>;

function reviewsOf(changes: readonly UndoChange[]): readonly ReviewUndo[] {
  return changes.filter((change) => change.table === "Review");
}

function undoStatements({ store, learnerId, now }: Act, { cardId, seq }: ReviewUndo): readonly Statement[] {
  const review = selectOptionalReview(store, learnerId, cardId, seq);
  return review ? undoReview(learnerId, review, now) : [];
}

/** A choice goes back to what it was, unless somebody has decided otherwise since; what it makes of the card is computed as ever. */
function takeBackChoice(act: Act, { cardId, ownerChoice: [before, after] }: ChoiceUndo): readonly Statement[] {
  requireOwnership(act);
  const card = selectOptionalNoteCard(act.store, cardId);
  return card?.ownerChoice === after ? choiceStatements(card, before) : [];
}

/** A column goes back to what it was if it still is what the act made it; somebody else's later change stays. */
function takeBack(act: Act, change: StateUndo, undone: readonly ReviewUndo[]): readonly StateChange[] {
  const before = selectOptionalCardState(act.store, act.learnerId, change.cardId);
  if (before === null) return [];
  const names = Object.keys(change.columns) as (keyof CardStateRow)[]; // written by stateUndoChange from such a row
  const restored = Object.fromEntries(
    names.filter((name) => before[name] === change.columns[name]?.[1]).map((name) => [name, change.columns[name]?.[0]]),
  );
  const isScheduleIntact = scheduleColumnNames.every((name) => !(name in change.columns) || name in restored);
  const schedule = isScheduleIntact ? {} : replayed(act, before, undone);
  return [{ before, after: { ...before, ...restored, ...schedule } }];
}

/** Something outside the undo stack, such as new parameters, has rewritten the schedule: the snapshot is out of date, the reviews are not. */
function replayed({ store, learnerId }: Act, { cardId, deckId }: CardStateRow, undone: readonly ReviewUndo[]): ScheduleColumns {
  // Also of a deck that they may not see any more: the review is taken back all the same, and the state must follow.
  const { scheduler } = selectPresetOfDeck(store, learnerId, deckId);
  const isUndone = (seq: number) => undone.some((review) => review.cardId === cardId && review.seq === seq);
  const reviews = selectLiveReviews(store, learnerId, cardId).filter(({ seq }) => !isUndone(seq));
  const lastAnswer = reviews.findLast(({ kind }) => kind === "answer");
  return columnsOf(replay(scheduler, reviews), lastAnswer?.at ?? null);
}

import { onceMore } from "../../store/once-more.js";
import type { CardStateRow } from "../../store/read/card-states.js";
import type { LearnerDay } from "../../store/read/learner-day.js";
import type { StudiedCard } from "../../store/read/studied-card.js";
import { stateUndoChange } from "../../store/undo-change.js";
import { writeCardStates } from "../../store/write/card-states.js";
import { insertUndoStep } from "../../store/write/undo-steps.js";
import type { Act } from "../act.js";
import { requireShownCard, type ShownCard } from "./require-shown-card.js";

/** The columns that an act gives a state. */
export type ChosenColumns = Partial<Pick<CardStateRow, "suspendedAt" | "buriedUntilDay" | "flag" | "contentVersion">>;

/**
 * Changes the learner's state of a card that they were shown, as an act that can be undone under the name `label`. Does nothing where
 * nothing would change. Throws as requireShownCard does.
 */
export function changeShownCard(
  act: Act,
  shown: ShownCard,
  { label, choose }: { readonly label: string; readonly choose: (card: StudiedCard, day: LearnerDay) => ChosenColumns },
): Promise<void> {
  return onceMore(async () => {
    const { card, day } = requireShownCard(act, shown);
    const change = { before: card.state, after: { ...card.state, ...choose(card, day) } };
    const undo = stateUndoChange(change);
    if (undo.table === "CardState" && Object.keys(undo.columns).length === 0) return;
    await act.store.db.batch([
      ...writeCardStates(act.learnerId, [change]),
      ...insertUndoStep(act.learnerId, { label, at: act.now, changes: [undo] }),
    ]);
  });
}

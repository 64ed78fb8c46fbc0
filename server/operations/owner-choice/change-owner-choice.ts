import { ConflictError, NotFoundError } from "../../domain/errors.js";
import { seenOf, type OwnerChoice } from "../../domain/identity/card-status.js";
import { onceMore } from "../../store/once-more.js";
import { selectOptionalNoteCard, type CardStanding } from "../../store/read/card-standings.js";
import { insertUndoStep } from "../../store/write/undo-steps.js";
import type { Act } from "../act.js";
import { requireOwnership } from "../guards/ownership.js";
import { choiceStatements } from "./choice-statements.js";

/** A card as it was shown to an owner. */
export interface SeenCard {
  readonly cardId: number;
  /** What `seenOf` said of it then. */
  readonly seen: string;
}

interface Decision {
  /** Names the act for undo. */
  readonly label: string;
  /** Whether the decision can be made about such a card. */
  readonly fits: (card: CardStanding) => boolean;
  readonly choose: (card: CardStanding) => OwnerChoice;
}

/**
 * Changes what an owner decided about a card of the notes, for everybody, as an act that they can undo under the name `label`. Throws
 * NotFoundError for anybody who is not an owner and for a card that is not made from the notes, ConflictError for one that is not what
 * they saw.
 */
export function changeOwnerChoice(act: Act, { cardId, seen }: SeenCard, { label, fits, choose }: Decision): Promise<void> {
  return onceMore(async () => {
    requireOwnership(act);
    const card = selectOptionalNoteCard(act.store, cardId);
    if (card === null) throw new NotFoundError("No note makes such a card. It may have been removed.");
    if (!fits(card) || seenOf(card) !== seen) throw new ConflictError(changedWords);
    const ownerChoice = choose(card);
    await act.store.db.batch([
      ...choiceStatements(card, ownerChoice),
      ...insertUndoStep(act.learnerId, {
        label,
        at: act.now,
        changes: [{ table: "Card", cardId, ownerChoice: [card.ownerChoice, ownerChoice] }],
      }),
    ]);
  });
}

const changedWords =
  "This card has changed since it was shown: its note was edited, or somebody else decided. Nothing was changed; look at it again.";

import { ConflictError, NotFoundError } from "../../domain/errors.js";
import { learnerDay, type LearnerDay } from "../../store/read/learner-day.js";
import { selectOptionalStudiedCard, type StudiedCard } from "../../store/read/studied-card.js";
import type { Act } from "../act.js";

/** A card as it was shown to the learner. */
export interface ShownCard {
  readonly cardId: number;
  /** Of the learner's state of it; 0 before their first act on it. */
  readonly version: number;
}

/**
 * The card that an act is about, and the learner's day. Throws NotFoundError if it is not among what the learner may see, ConflictError if
 * it has left their decks or changed since it was shown.
 */
export function requireShownCard({ store, learnerId, now }: Act, shown: ShownCard): { card: StudiedCard; day: LearnerDay } {
  const card = selectOptionalStudiedCard(store, learnerId, shown.cardId);
  if (card === null) throw new NotFoundError("There is no such card in your decks.");
  if (!card.isStudied)
    throw new ConflictError("This card has left your decks since it was shown. Nothing was changed; go on with the next.");
  if (card.state.version !== shown.version)
    throw new ConflictError(
      "This card has changed since it was shown, perhaps in another window. Nothing was changed; go on from here.",
    );
  return { card, day: learnerDay(card, now) };
}

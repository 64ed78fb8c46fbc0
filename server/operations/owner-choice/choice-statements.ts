import { cardStatus, type OwnerChoice } from "../../domain/identity/card-status.js";
import type { Statement } from "../../store/db.js";
import type { CardStanding } from "../../store/read/card-standings.js";
import { followCardChanges } from "../../store/write/card-lives.js";
import { updateOwnerChoice } from "../../store/write/generated-cards.js";

/** Writes an owner's choice about a card, with all that hangs on its status; the batch fails if the card is no longer what was read. */
export function choiceStatements(before: CardStanding, ownerChoice: OwnerChoice): Statement[] {
  const status = cardStatus({ ownerChoice, gate: before.gate, noteLives: before.status !== "archived" });
  const lives = followCardChanges([{ before, after: { ...before, status } }]);
  return [...lives.before, updateOwnerChoice(before, { ownerChoice, status }), ...lives.after];
}

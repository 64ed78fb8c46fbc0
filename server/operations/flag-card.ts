import { ValidationError } from "../domain/errors.js";
import type { Act } from "./act.js";
import { changeShownCard } from "./shown-card/change-shown-card.js";
import type { ShownCard } from "./shown-card/require-shown-card.js";

/**
 * Gives a card one of seven colours for the learner alone, or with 0 none. Throws ValidationError for any other number, NotFoundError or
 * ConflictError as every act on a shown card does.
 */
export async function flagCard(act: Act, { flag, ...shown }: ShownCard & { readonly flag: number }): Promise<void> {
  if (!Number.isInteger(flag) || flag < 0 || flag > 7) throw new ValidationError("Choose one of the seven colours, or none.");
  await changeShownCard(act, shown, { label: flag === 0 ? "Remove flag" : "Flag", choose: () => ({ flag }) });
}

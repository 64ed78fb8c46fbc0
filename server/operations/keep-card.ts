import type { Act } from "./act.js";
import { changeShownCard } from "./shown-card/change-shown-card.js";
import type { ShownCard } from "./shown-card/require-shown-card.js";

/** Goes on with what was learnt of a card whose text has changed. Throws NotFoundError or ConflictError as every act on a shown card does. */
export function keepCard(act: Act, shown: ShownCard): Promise<void> {
  return changeShownCard(act, shown, { label: "Keep", choose: ({ contentVersion }) => ({ contentVersion }) });
}

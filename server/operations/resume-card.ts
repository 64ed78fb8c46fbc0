import type { Act } from "./act.js";
import { changeShownCard } from "./shown-card/change-shown-card.js";
import type { ShownCard } from "./shown-card/require-shown-card.js";

/** Ends a card's suspension, and its burial. Throws NotFoundError or ConflictError as every act on a shown card does. */
export function resumeCard(act: Act, shown: ShownCard): Promise<void> {
  return changeShownCard(act, shown, { label: "Resume", choose: () => ({ suspendedAt: null, buriedUntilDay: null }) });
}

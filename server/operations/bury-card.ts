import type { Act } from "./act.js";
import { changeShownCard } from "./shown-card/change-shown-card.js";
import type { ShownCard } from "./shown-card/require-shown-card.js";

/** Hides a card until tomorrow. Throws NotFoundError or ConflictError as every act on a shown card does. */
export function buryCard(act: Act, shown: ShownCard): Promise<void> {
  return changeShownCard(act, shown, { label: "Bury", choose: (_card, { studyDay }) => ({ buriedUntilDay: studyDay + 1 }) });
}

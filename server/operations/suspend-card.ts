import type { Act } from "./act.js";
import { changeShownCard } from "./shown-card/change-shown-card.js";
import type { ShownCard } from "./shown-card/require-shown-card.js";

/** Hides a card until the learner resumes it. Throws NotFoundError or ConflictError as every act on a shown card does. */
export function suspendCard(act: Act, shown: ShownCard): Promise<void> {
  return changeShownCard(act, shown, {
    label: "Suspend",
    choose: ({ state }, { at }) => ({ suspendedAt: state.suspendedAt ?? at }),
  });
}

import type { Act } from "./act.js";
import { changeOwnerChoice, type SeenCard } from "./owner-choice/change-owner-choice.js";

/** Asks a hidden card again, each learner from where they were, whatever its gate says. Throws as every choice of an owner does. */
export function showCard(act: Act, seen: SeenCard): Promise<void> {
  return changeOwnerChoice(act, seen, {
    label: "Show again",
    fits: ({ status }) => status === "hidden",
    choose: ({ gate }) => (gate === null ? null : "accepted"),
  });
}

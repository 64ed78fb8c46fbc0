import type { Act } from "./act.js";
import { changeOwnerChoice, type SeenCard } from "./owner-choice/change-owner-choice.js";

/** Takes an acceptance back: the gates decide again. Throws as every choice of an owner does. */
export function unacceptCard(act: Act, seen: SeenCard): Promise<void> {
  return changeOwnerChoice(act, seen, {
    label: "Back to suggested",
    fits: ({ status, ownerChoice }) => status === "active" && ownerChoice === "accepted",
    choose: () => null,
  });
}

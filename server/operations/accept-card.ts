import type { Act } from "./act.js";
import { changeOwnerChoice, type SeenCard } from "./owner-choice/change-owner-choice.js";

/** Lets a card be asked that a gate holds back, also after edits of its note. Throws as every choice of an owner does. */
export function acceptCard(act: Act, seen: SeenCard): Promise<void> {
  return changeOwnerChoice(act, seen, {
    label: "Accept",
    fits: ({ status }) => status === "withheld",
    choose: () => "accepted",
  });
}

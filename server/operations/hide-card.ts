import type { Act } from "./act.js";
import { changeOwnerChoice, type SeenCard } from "./owner-choice/change-owner-choice.js";

/** Takes a card out of everybody's queue; their schedules and reviews stay. Throws as every choice of an owner does. */
export function hideCard(act: Act, seen: SeenCard): Promise<void> {
  return changeOwnerChoice(act, seen, {
    label: "Hide for everyone",
    fits: ({ status }) => status === "active",
    choose: () => "hidden",
  });
}

import { describe, expect, it } from "@jest/globals";
import { cardStatus } from "../../../server/domain/identity/card-status.js";

describe("cardStatus", () => {
  it.each([
    [null, null, true, "active"],
    [null, "G-leak", true, "withheld"],
    ["accepted", "G-leak", true, "active"],
    ["accepted", null, true, "active"],
    ["hidden", null, true, "hidden"],
    ["hidden", "G-leak", true, "hidden"],
    ["deleted", null, true, "archived"],
    ["deleted", "G-leak", true, "archived"],
    [null, null, false, "archived"],
    [null, "G-leak", false, "archived"],
    ["hidden", null, false, "archived"],
    ["accepted", null, false, "archived"],
    ["deleted", null, false, "archived"],
  ] as const)(
    "follows the owner first, when the choice is %s, the gate %s and the note lives: %s, it is %s",
    (ownerChoice, gate, noteLives, status) => {
      expect(cardStatus({ ownerChoice, gate, noteLives })).toBe(status);
    },
  );
});

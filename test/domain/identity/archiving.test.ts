import { describe, expect, it } from "@jest/globals";
import { refuseArchiving } from "../../../server/domain/identity/archiving.js";

const given = { isNeeded: true, cards: 1, activeCards: 1_000, isOtherFolder: false, unattended: true };

describe("refuseArchiving", () => {
  it.each([
    [20, 20, null],
    [21, 100, "tooMany"],
    [20, 100, null],
    [200, 1_000, null],
    [201, 1_000, "tooMany"],
  ] as const)("lets 20 cards or a fifth go, when nobody asked: %i of %i are %s", (cards, activeCards, refusal) => {
    expect(refuseArchiving({ ...given, cards, activeCards })).toBe(refusal);
  });

  it("lets any number go, when somebody asked", () => {
    expect(refuseArchiving({ ...given, cards: 1_000, unattended: false })).toBeNull();
  });

  it("lets none go, when the folder is another one, whoever asked", () => {
    for (const unattended of [true, false]) {
      expect(refuseArchiving({ ...given, cards: 0, isOtherFolder: true, unattended })).toBe("otherFolder");
    }
  });

  it("refuses nothing, when nothing would be archived", () => {
    expect(refuseArchiving({ ...given, isNeeded: false, cards: 0, isOtherFolder: true })).toBeNull();
  });
});

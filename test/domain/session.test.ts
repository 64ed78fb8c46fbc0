import { describe, expect, it } from "@jest/globals";
import { invitationState } from "../../server/domain/invitation.js";
import { isSessionAlive, isSessionUseNews } from "../../server/domain/session.js";

const dayMs = 86_400_000;

describe("isSessionAlive", () => {
  it("ends 90 days after the last use, to the millisecond", () => {
    expect(isSessionAlive(0, 90 * dayMs - 1)).toBe(true);
    expect(isSessionAlive(0, 90 * dayMs)).toBe(false);
  });
});

describe("isSessionUseNews", () => {
  it("is true once a day has gone by since it was written down", () => {
    expect(isSessionUseNews(0, dayMs - 1)).toBe(false);
    expect(isSessionUseNews(0, dayMs)).toBe(true);
  });
});

describe("invitationState", () => {
  it.each([
    ["valid", { expiresAt: 10, usedAt: null }, 9],
    ["expired", { expiresAt: 10, usedAt: null }, 10],
    ["used", { expiresAt: 10, usedAt: 5 }, 9],
    ["used", { expiresAt: 10, usedAt: 5 }, 11],
  ] as const)("is %s, when it is %j at %d", (state, invitation, now) => {
    expect(invitationState(invitation, now)).toBe(state);
  });
});

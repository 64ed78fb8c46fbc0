import { describe, expect, it } from "@jest/globals";
import { isLeech } from "../../server/domain/leech.js";

describe("a leech", () => {
  it("is marked at the threshold and after each further half of it, when the threshold is 8", () => {
    const marked = Array.from({ length: 21 }, (_, lapses) => lapses).filter((lapses) => isLeech(lapses, 8));

    expect(marked).toEqual([8, 12, 16, 20]);
  });

  it("rounds the half up, when the threshold is odd", () => {
    expect([5, 6, 7, 8, 11].filter((lapses) => isLeech(lapses, 5))).toEqual([5, 8, 11]);
  });

  it("is marked at every lapse, when the threshold is 1", () => {
    expect([1, 2, 3].every((lapses) => isLeech(lapses, 1))).toBe(true);
  });

  it("is never marked, when the threshold is 0", () => {
    expect([0, 1, 8].some((lapses) => isLeech(lapses, 0))).toBe(false);
  });
});

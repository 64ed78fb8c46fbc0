import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { trigramDice } from "../../../server/domain/identity/similarity.js";
import { runs } from "../../support/runs.js";

describe("trigramDice", () => {
  it("is twice the shared trigrams over all, when texts overlap", () => {
    // " ab", "abc", "bc " against " ab", "abd", "bd ": one of three.
    expect(trigramDice("abc", "abd")).toBeCloseTo(1 / 3);
  });

  it("counts a trigram as often as both have it, when it repeats", () => {
    // " aa", 2 × "aaa", "aa " against " aa", "aaa", "aa ".
    expect(trigramDice("aaaa", "aaa")).toBeCloseTo(6 / 7);
  });

  it("is symmetric, within 0..1, and 1 for equal texts, when the texts are any", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const similarity = trigramDice(a, b);

        expect(similarity).toBe(trigramDice(b, a));
        expect(similarity).toBeGreaterThanOrEqual(0);
        expect(similarity).toBeLessThanOrEqual(1);
        expect(trigramDice(a, a)).toBe(1);
      }),
      { numRuns: runs(100, 10_000) },
    );
  });
});

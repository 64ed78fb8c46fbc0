import { expect, it } from "@jest/globals";
import fc from "fast-check";
import { comparePaths } from "../../../server/domain/markdown/compare-paths.js";
import { runs } from "../../support/runs.js";

it("paths, when they hold numbers, stand in the order of their values; a folder's files stand together", () => {
  const ordered = ["1-a.md", "2-b.md", "02-c.md", "10-a.md", "a/2.md", "a/10.md", "a1/b2.md", "a1/b10.md", "a2.md", "a-b.md"];

  expect([...ordered].reverse().sort(comparePaths)).toEqual(ordered);
});

it("the order of paths, when any three are compared, is a total one", () => {
  const path = fc.stringMatching(/^[a0-9/.-]{0,8}$/);
  fc.assert(
    fc.property(path, path, path, (a, b, c) => {
      const sign = (one: string, other: string): number => Math.sign(comparePaths(one, other));
      expect(sign(a, b)).toBe(-sign(b, a) || 0);
      expect(sign(a, b) === 0).toBe(a === b);
      if (sign(a, b) <= 0 && sign(b, c) <= 0) expect(sign(a, c)).toBeLessThanOrEqual(0);
    }),
    { numRuns: runs(500, 50_000) },
  );
});

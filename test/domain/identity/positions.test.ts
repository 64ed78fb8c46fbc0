import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { assignPositions } from "../../../server/domain/identity/positions.js";
import { runs } from "../../support/runs.js";

describe("assignPositions", () => {
  it("leaves gaps of 1,024, when no card has a position yet", () => {
    expect(assignPositions([null, null, null])).toEqual([1_024, 2_048, 3_072]);
  });

  it("keeps every position, when the order is as it was", () => {
    expect(assignPositions([1_024, 2_048, 3_000])).toEqual([1_024, 2_048, 3_000]);
  });

  it("puts a new card half-way, when it stands between two", () => {
    expect(assignPositions([1_024, null, 2_048])).toEqual([1_024, 1_536, 2_048]);
  });

  it("moves one card only, when the last becomes the first", () => {
    expect(assignPositions([3_072, 1_024, 2_048])).toEqual([512, 1_024, 2_048]);
  });

  it("parts two cards, when they have the same position", () => {
    expect(assignPositions([1_024, 1_024, 2_048])).toEqual([512, 1_024, 2_048]);
  });

  it("numbers all anew, when there is no room left", () => {
    expect(assignPositions([1, null, 2])).toEqual([1_024, 2_048, 3_072]);
  });

  it("ascends strictly from above 0 and keeps what is in order, when the input is any", () => {
    const position = fc.option(fc.integer({ min: -5, max: 5_000 }));
    fc.assert(
      fc.property(fc.array(position, { maxLength: 30 }), (present) => {
        const positions = assignPositions(present);

        expect(positions).toHaveLength(present.length);
        positions.forEach((value, index) => expect(value).toBeGreaterThan(positions[index - 1] ?? 0));
        expect(assignPositions(positions)).toEqual(positions);
      }),
      { numRuns: runs(200, 10_000) },
    );
  });
});

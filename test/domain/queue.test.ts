import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { NewMix } from "../../server/domain/preset.js";
import { nextGroup, shareOut } from "../../server/domain/queue.js";
import type { QueueCounts } from "../../server/domain/queue.js";
import { runs } from "../support/runs.js";

const nothing: QueueCounts = { learningDue: 0, learningAhead: 0, reviewsLeft: 0, reviewsDone: 0, newLeft: 0, newDone: 0 };

/** The day as a learner lives it, one letter for each card: r review, n new. */
function day(reviews: number, fresh: number, mix: NewMix): string {
  let counts: QueueCounts = { ...nothing, reviewsLeft: reviews, newLeft: fresh };
  let shown = "";
  for (let group = nextGroup(counts, mix); group; group = nextGroup(counts, mix)) {
    shown += group === "new" ? "n" : "r";
    counts =
      group === "new"
        ? { ...counts, newLeft: counts.newLeft - 1, newDone: counts.newDone + 1 }
        : { ...counts, reviewsLeft: counts.reviewsLeft - 1, reviewsDone: counts.reviewsDone + 1 };
  }
  return shown;
}

describe("the queue", () => {
  it("shows a learning card first, when its instant has come", () => {
    expect(nextGroup({ ...nothing, learningDue: 1, reviewsLeft: 5, newLeft: 5 }, "before")).toBe("learning");
  });

  it("shows a learning card ahead of its time rather than end, when only such cards are left", () => {
    expect(nextGroup({ ...nothing, learningAhead: 1 }, "mixed")).toBe("ahead");
    expect(nextGroup({ ...nothing, learningAhead: 1, reviewsLeft: 1 }, "mixed")).toBe("review");
    expect(nextGroup({ ...nothing, learningAhead: 1, newLeft: 1 }, "mixed")).toBe("new");
  });

  it("ends, when nothing is left", () => {
    expect(nextGroup({ ...nothing, reviewsDone: 9, newDone: 9 }, "mixed")).toBeNull();
  });

  it("shows new cards first or last, when they are set before or after reviews", () => {
    expect(day(3, 2, "before")).toBe("nnrrr");
    expect(day(3, 2, "after")).toBe("rrrnn");
  });

  it("spreads new cards evenly among reviews, when they are mixed", () => {
    expect(day(8, 2, "mixed")).toBe("rrrnrrrnrr");
    expect(day(2, 8, "mixed")).toBe("nnrnnnrnnn");
  });

  it("shows every card once, when any number of each is mixed", () => {
    fc.assert(
      fc.property(fc.nat(60), fc.nat(60), (reviews, fresh) => {
        const shown = day(reviews, fresh, "mixed");

        expect(shown).toHaveLength(reviews + fresh);
        expect(shown.replaceAll("r", "")).toHaveLength(fresh);
      }),
      { numRuns: runs(50, 2000) },
    );
  });
});

describe("a limit", () => {
  it("is given to decks in their order, when several share it", () => {
    expect(shareOut(10, [4, 0, 9, 3])).toEqual([4, 0, 6, 0]);
    expect(shareOut(-2, [4])).toEqual([0]);
  });
});

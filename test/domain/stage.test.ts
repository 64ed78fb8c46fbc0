import { describe, expect, it } from "@jest/globals";
import { State } from "../../server/domain/card-schedule.js";
import { stageOf } from "../../server/domain/stage.js";

describe("the stage of an answered card", () => {
  it.each([
    [State.New, 0, "new"],
    [State.Learning, 0, "learning"],
    [State.Learning, 1, "young"],
    [State.Relearning, 0, "relearning"],
    [State.Review, 1, "young"],
    [State.Review, 20, "young"],
    [State.Review, 21, "mature"],
    [State.Relearning, 30, "mature"],
  ] as const)("goes by state %p and the interval of %p days before: %p", (state, days, stage) => {
    expect(stageOf(state, days)).toBe(stage);
  });
});

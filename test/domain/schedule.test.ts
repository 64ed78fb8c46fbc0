import { describe, expect, it } from "@jest/globals";
import { newSchedule, Rating, ratings, State } from "../../server/domain/card-schedule.js";
import type { StartedSchedule } from "../../server/domain/card-schedule.js";
import { answer, defaultParameters, makeScheduler, nextMemory, preview } from "../../server/domain/schedule.js";
import type { SchedulerSettings } from "../../server/domain/schedule.js";
import { now, plainSettings, today } from "../support/schedule-cases.js";

const scheduler = (changed: Partial<SchedulerSettings> = {}) => makeScheduler({ ...plainSettings, ...changed });
const inMinutes = (minutes: number) => ({ dueAt: now.at + minutes * 60_000 });
const inDays = (days: number) => ({ dueDay: today + days });

const mature: StartedSchedule = {
  state: State.Review,
  stability: 60,
  difficulty: 5,
  due: { dueDay: today },
  step: 0,
  scheduledDays: 60,
  reps: 6,
  lapses: 1,
  lastDay: today - 60,
};

describe("a new card", () => {
  it("takes the first step, half way, the second step or leaves, when the steps are 1m 10m", () => {
    const outcomes = preview(scheduler(), 1, newSchedule, now);

    expect(ratings.map((rating) => outcomes[rating].due)).toEqual([inMinutes(1), inMinutes(5.5), inMinutes(10), inDays(8)]);
    expect(ratings.map((rating) => outcomes[rating].step)).toEqual([0, 0, 1, 0]);
    expect(outcomes[Rating.Good]).toMatchObject({ state: State.Learning, reps: 1, lapses: 0, scheduledDays: 0, lastDay: today });
    expect(outcomes[Rating.Easy]).toMatchObject({ state: State.Review, scheduledDays: 8 });
  });

  it("goes to Review for at least a day, when there are no steps", () => {
    const outcomes = preview(scheduler({ learningSteps: [] }), 1, newSchedule, now);

    expect(ratings.map((rating) => outcomes[rating].due)).toEqual([inDays(1), inDays(1), inDays(2), inDays(8)]);
    expect(outcomes[Rating.Again].state).toBe(State.Review);
  });

  it("has its first stability from the parameters, when that is below 0.1", () => {
    const parameters = [0.03, ...defaultParameters.slice(1)];

    expect(answer(scheduler({ parameters }), 1, newSchedule, Rating.Again, now).stability).toBe(0.03);
  });
});

describe("a card in learning", () => {
  const learning: StartedSchedule = {
    ...mature,
    state: State.Learning,
    stability: 2.3,
    step: 1,
    scheduledDays: 0,
    lastDay: today,
    due: inMinutes(0),
  };

  it("graduates, when the answer to the last step is Good, and Easy is a day more", () => {
    const outcomes = preview(scheduler(), 1, learning, now);

    expect(outcomes[Rating.Good]).toMatchObject({ state: State.Review, step: 0, due: inDays(2) });
    expect(outcomes[Rating.Easy]).toMatchObject({ state: State.Review, due: inDays(4) });
    expect(outcomes[Rating.Again]).toMatchObject({ state: State.Learning, step: 0, due: inMinutes(1), lapses: 1 });
  });

  it("waits whole study days and goes on to the next step, when a step is a day or longer", () => {
    const settings = { learningSteps: [1, 1440, 4320] };

    const first = answer(scheduler(settings), 1, newSchedule, Rating.Good, now);
    const second = answer(scheduler(settings), 1, first, Rating.Good, { at: now.at + 86_400_000, studyDay: today + 1 });

    expect(first).toMatchObject({ state: State.Learning, step: 1, due: inDays(1), scheduledDays: 1 });
    expect(second).toMatchObject({ state: State.Learning, step: 2, due: inDays(4), scheduledDays: 3 });
  });

  it("waits the whole days that have passed, when a step is a day and a half", () => {
    const first = answer(scheduler({ learningSteps: [1, 2160] }), 1, newSchedule, Rating.Good, now);

    expect(first).toMatchObject({ step: 1, due: inDays(1), scheduledDays: 1 });
  });

  it("never has a better rating come sooner, when a step is longer than what FSRS would give", () => {
    const outcomes = preview(scheduler({ learningSteps: [1, 4320], desiredRetention: 0.97 }), 1, { ...newSchedule }, now);

    expect(outcomes[Rating.Good].due).toEqual(inDays(3));
    expect(outcomes[Rating.Easy].due).toEqual(inDays(4));
  });
});

describe("a card in review", () => {
  it("lapses into the relearning step, when the answer is Again", () => {
    const after = answer(scheduler(), 1, mature, Rating.Again, now);

    expect(after).toMatchObject({ state: State.Relearning, step: 0, due: inMinutes(10), lapses: 2, reps: 7, scheduledDays: 0 });
    expect(after.stability).toBeLessThan(mature.stability);
  });

  it("stays in Review and counts the lapse, when there are no relearning steps", () => {
    const after = answer(scheduler({ relearningSteps: [] }), 1, mature, Rating.Again, now);

    expect(after).toMatchObject({ state: State.Review, lapses: 2 });
    expect("dueDay" in after.due).toBe(true);
  });

  it("comes back no sooner after Hard than after Again, when the relearning step is 3 days", () => {
    const weak = { ...mature, stability: 1, lastDay: today };

    const outcomes = preview(scheduler({ relearningSteps: [4320] }), 1, weak, now);

    expect(outcomes[Rating.Again].due).toEqual(inDays(3));
    expect(outcomes[Rating.Hard].due).toEqual(inDays(3));
    expect(outcomes[Rating.Good].due).toEqual(inDays(4));
    expect(outcomes[Rating.Easy].due).toEqual(inDays(5));
  });

  it("keeps the parameters as they are, when there are several relearning steps", () => {
    const parameters = defaultParameters.map((w, index) => (index === 17 ? 1.9 : index === 18 ? 1.8 : w));
    const [one, two] = [[10], [10, 20]].map((relearningSteps) => scheduler({ parameters, relearningSteps }));
    const memory = { stability: 4, difficulty: 5 };

    expect(one && two && nextMemory(two, memory, 0, Rating.Good)).toEqual(one && nextMemory(one, memory, 0, Rating.Good));
    expect(two?.algorithm.parameters.w.slice(17, 19)).toEqual([1.9, 1.8]);
  });

  it("counts no day, when two answers fall on one study day though UTC has changed the date", () => {
    const first = answer(scheduler(), 1, newSchedule, Rating.Good, { at: Date.parse("2026-11-21T23:50Z"), studyDay: 20_778 });

    const second = answer(scheduler(), 1, first, Rating.Good, { at: Date.parse("2026-11-22T00:10Z"), studyDay: 20_778 });

    expect(second.stability).toBe(nextMemory(scheduler(), first, 0, Rating.Good).stability);
  });

  it("counts no day instead of failing, when travel has turned the study day back", () => {
    const ahead = { ...mature, lastDay: today + 1 };

    const after = answer(scheduler(), 1, ahead, Rating.Good, now);

    expect(after.stability).toBe(nextMemory(scheduler(), ahead, 0, Rating.Good).stability);
    expect(after.lastDay).toBe(today);
  });

  it("is never later than the maximum interval, when Easy would be a day more than Good", () => {
    const outcomes = preview(scheduler({ maximumIntervalDays: 30 }), 1, mature, now);

    expect(ratings.map((rating) => outcomes[rating].scheduledDays)).toEqual([0, 30, 30, 30]);
  });
});

describe("fuzz", () => {
  const fuzzy = scheduler({ fuzz: true });
  const dayFor = (cardId: number, reps: number) => answer(fuzzy, cardId, { ...mature, reps }, Rating.Good, now).scheduledDays;

  it("spreads cards that were learnt together, when their ids differ", () => {
    const days = new Set(Array.from({ length: 50 }, (_, id) => dayFor(id + 1, 6)));

    expect(days.size).toBeGreaterThan(3);
  });

  it("differs from one answer of a card to the next, when its repetitions go up", () => {
    const days = new Set(Array.from({ length: 50 }, (_, reps) => dayFor(7, reps + 1)));

    expect(days.size).toBeGreaterThan(3);
  });

  it("is the same at any time of day, when card and repetitions are the same", () => {
    const later = answer(fuzzy, 7, mature, Rating.Good, { ...now, at: now.at + 3_600_000 }).scheduledDays;

    expect(dayFor(7, 6)).toBe(later);
  });

  it("stays within a twentieth and a few days of the exact interval, when the interval is long", () => {
    const exact = answer(scheduler(), 1, mature, Rating.Good, now).scheduledDays;

    for (let id = 1; id <= 200; id++) expect(Math.abs(dayFor(id, 6) - exact)).toBeLessThanOrEqual(exact * 0.05 + 3);
  });
});

describe("a scheduler", () => {
  it.each([
    ["20 of them", defaultParameters.slice(1)],
    ["not numbers", defaultParameters.map(() => Number.NaN)],
  ])("is not made, when the parameters are %s", (_, parameters) => {
    expect(() => scheduler({ parameters })).toThrow("21 finite parameters");
  });
});

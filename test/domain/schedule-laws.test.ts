import { BindingMemoryState, FSRSBinding } from "@open-spaced-repetition/binding";
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { newSchedule, ratings, State } from "../../server/domain/card-schedule.js";
import type { CardSchedule, Due, Memory, Rating } from "../../server/domain/card-schedule.js";
import { replay } from "../../server/domain/replay.js";
import type { ReplayedReview } from "../../server/domain/replay.js";
import { answer, makeScheduler, nextMemory, preview, retrievability } from "../../server/domain/schedule.js";
import { runs } from "../support/runs.js";
import {
  anyCard,
  anyParameters,
  anyFittedParameters,
  anyRating,
  anySettings,
  now,
  plainSettings,
} from "../support/schedule-cases.js";

const many = { numRuns: runs(300, 5000) };
const anyId = fc.integer({ min: 1, max: 1_000_000 });

/** Minutes until it comes back: days count from the same moment, as the learner sees them. */
const delay = (due: Due) => ("dueAt" in due ? (due.dueAt - now.at) / 60_000 : (due.dueDay - now.studyDay) * 1440);

describe("law 1", () => {
  it("recall is 90 % after as many days as the stability, when the decay is any", () => {
    fc.assert(
      fc.property(anyParameters, fc.double({ min: 0.01, max: 30_000, noNaN: true }), (parameters, stability) => {
        const scheduler = makeScheduler({ ...plainSettings, parameters });

        expect(retrievability(scheduler, { stability, difficulty: 5 }, stability)).toBeCloseTo(0.9, 6);
      }),
      many,
    );
  });

  it("recall falls, when days pass", () => {
    fc.assert(
      fc.property(
        anyParameters,
        fc.double({ min: 0.1, max: 3000, noNaN: true }),
        fc.integer({ min: 0, max: 3000 }),
        (parameters, stability, days) => {
          const scheduler = makeScheduler({ ...plainSettings, parameters });
          const recall = (elapsed: number) => retrievability(scheduler, { stability, difficulty: 5 }, elapsed);

          expect(recall(0)).toBe(1);
          expect(recall(days + 1)).toBeLessThan(recall(days));
        },
      ),
      many,
    );
  });

  it("no interval is longer, when the desired retention is higher", () => {
    fc.assert(
      fc.property(
        anySettings,
        anyCard,
        anyId,
        fc.double({ min: 0.7, max: 0.99, noNaN: true }),
        (settings, card, id, retention) => {
          const low = Math.min(retention, settings.desiredRetention);
          const high = Math.max(retention, settings.desiredRetention);
          const sooner = preview(makeScheduler({ ...settings, desiredRetention: high }), id, card, now);
          const later = preview(makeScheduler({ ...settings, desiredRetention: low }), id, card, now);

          for (const rating of ratings) expect(delay(sooner[rating].due)).toBeLessThanOrEqual(delay(later[rating].due));
        },
      ),
      many,
    );
  });
});

describe("law 2", () => {
  it("Again ≤ Hard ≤ Good ≤ Easy, when steps, parameters, limits and fuzz are any", () => {
    fc.assert(
      fc.property(anySettings, anyCard, anyId, (settings, card, id) => {
        const outcomes = preview(makeScheduler(settings), id, card, now);

        const delays = ratings.map((rating) => delay(outcomes[rating].due));
        expect(delays).toEqual([...delays].sort((a, b) => a - b));
        expect(Math.max(...ratings.map((rating) => outcomes[rating].scheduledDays))).toBeLessThanOrEqual(
          settings.maximumIntervalDays,
        );
        expect(Math.min(...delays)).toBeGreaterThan(0);
      }),
      many,
    );
  });
});

describe("law 3", () => {
  it("an answer schedules what its button promised, when the card and the moment are the same", () => {
    fc.assert(
      fc.property(anySettings, anyCard, anyId, anyRating, (settings, card, id, rating) => {
        const promised = preview(makeScheduler(settings), id, card, now)[rating];

        expect(answer(makeScheduler(settings), id, card, rating, now)).toEqual(promised);
      }),
      many,
    );
  });
});

describe("law 4", () => {
  const anyEvent = fc.record({
    kind: fc.oneof(
      { weight: 12, arbitrary: fc.constant("answer") },
      fc.constant("reset"),
      fc.constant("practice"),
      fc.constant("undo"),
    ),
    rating: anyRating,
    days: fc.integer({ min: -1, max: 40 }),
    settings: fc.integer({ min: 0, max: 2 }),
  });

  it("replaying the rows that were not undone gives memory, reps, lapses and due, when acts and steps are any", () => {
    fc.assert(
      fc.property(
        fc.array(anyEvent, { maxLength: 30 }),
        fc.array(anySettings, { minLength: 3, maxLength: 3 }),
        anyId,
        (events, presets, id) => {
          const schedulers = presets.map((each) => makeScheduler({ ...each, parameters: plainSettings.parameters }));
          const rows: ReplayedReview[] = [];
          const snapshots: CardSchedule[] = [];
          let card: CardSchedule = newSchedule;
          let studyDay = 20_000;
          for (const { kind, rating, days, settings } of events) {
            studyDay += days;
            if (kind === "undo") {
              card = snapshots.pop() ?? card;
              rows.pop();
              continue;
            }
            snapshots.push(card);
            const before = card;
            const scheduler = schedulers[settings];
            if (kind === "reset") card = newSchedule;
            if (kind === "answer" && scheduler)
              card = answer(scheduler, id, card, rating, { at: studyDay * 86_400_000, studyDay });
            rows.push(row(kind, rating, studyDay, before, card));
          }

          expect(replay(makeScheduler(plainSettings), rows)).toEqual(card);
        },
      ),
      { numRuns: runs(200, 5000) },
    );
  });

  it("replaying under new parameters gives their memory and keeps the due date, when parameters were fitted", () => {
    const fitted = makeScheduler({
      ...plainSettings,
      parameters: plainSettings.parameters.map((w, index) => (index < 4 ? w * 2 : w)),
    });
    const first = answer(makeScheduler(plainSettings), 1, newSchedule, 4, now);
    const rows = [row("answer", 4, now.studyDay, newSchedule, first)];

    const replayed = replay(fitted, rows);

    expect(replayed).toEqual({ ...first, ...nextMemory(fitted, null, 0, 4) });
  });

  it("replaying takes nothing from practice, when a row of it holds an earlier due date", () => {
    const first = answer(makeScheduler(plainSettings), 1, newSchedule, 4, now);
    const stale = { ...first, due: { dueDay: now.studyDay + 1 } };
    const rows = [row("answer", 4, now.studyDay, newSchedule, first), row("practice", 3, now.studyDay, first, stale)];

    expect(replay(makeScheduler(plainSettings), rows)).toEqual(first);
  });

  function row(kind: string, rating: Rating, studyDay: number, before: CardSchedule, after: CardSchedule): ReplayedReview {
    const started = after.state === State.New ? null : after;
    return {
      kind,
      rating,
      studyDay,
      stateBefore: before.state,
      state: after.state,
      due: started?.due ?? null,
      step: started?.step ?? 0,
      interval: started?.scheduledDays ?? 0,
    };
  }
});

describe("law 5", () => {
  const anyHistory = fc.array(fc.record({ rating: anyRating, elapsed: fc.integer({ min: 0, max: 400 }) }), {
    minLength: 1,
    maxLength: 12,
  });

  it("stability and difficulty equal those of the official Rust implementation, when parameters are fitted and the history is any", () => {
    fc.assert(
      fc.property(fc.oneof(fc.constant(plainSettings.parameters), anyFittedParameters), anyHistory, (parameters, history) => {
        const official = new FSRSBinding([...parameters]);
        const ours = makeScheduler({ ...plainSettings, parameters, relearningSteps: [5, 10, 20] });
        let memory: Memory | null = null;
        for (const { rating, elapsed } of history) {
          const days = memory ? elapsed : 0;
          const expected = officialMemory(official, memory, days, rating);
          memory = nextMemory(ours, memory, days, rating);

          expect(Math.abs(memory.stability / expected.stability - 1)).toBeLessThan(1e-4);
          expect(Math.abs(memory.difficulty / expected.difficulty - 1)).toBeLessThan(1e-4);
        }
      }),
      { numRuns: runs(300, 5000) },
    );
  });

  it("both agree on the first stability, when it is below 0.1", () => {
    const parameters = [0.03, ...plainSettings.parameters.slice(1)];

    const memory = nextMemory(makeScheduler({ ...plainSettings, parameters }), null, 0, 1);

    expect(memory.stability).toBe(0.03);
    expect(officialMemory(new FSRSBinding(parameters), null, 0, 1).stability).toBeCloseTo(0.03, 6);
  });

  function officialMemory(official: FSRSBinding, memory: Memory | null, elapsed: number, rating: Rating): Memory {
    const previous = memory && new BindingMemoryState(memory.stability, memory.difficulty);
    const next = official.nextStates(previous, 0.9, elapsed);
    return [next.again, next.hard, next.good, next.easy][rating - 1]?.memory ?? { stability: Number.NaN, difficulty: Number.NaN };
  }
});

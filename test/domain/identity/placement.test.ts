import { describe, expect, it } from "@jest/globals";
import { toIncomingNote } from "../../../server/domain/identity/notes.js";
import type { StoredNote } from "../../../server/domain/identity/notes.js";
import { placeCards } from "../../../server/domain/identity/placement.js";
import { planSync } from "../../../server/domain/identity/plan.js";
import type { Fact } from "../../../server/domain/markdown/model.js";
import { applyPlan, buildFact, buildGenerated, generatorVersion } from "../../support/build-fact.js";

const planOf = (stored: readonly StoredNote[], facts: readonly Fact[]) =>
  planSync({ stored, incoming: facts.map(toIncomingNote), generatorVersion, unreadPaths: new Set() });

/** "answer" → place, for the cards of the facts. */
const placesOf = (stored: readonly StoredNote[], facts: readonly Fact[], decks: Readonly<Record<string, number>>) =>
  Object.fromEntries(
    [...placeCards(planOf(stored, facts), new Map(Object.entries(decks)))].map(([card, { deckId, position }]) => [
      card.answer,
      [deckId, position],
    ]),
  );

const fact = (body: string, path: string, line: number) => buildFact({ term: body, body, path, line });

describe("placeCards", () => {
  it("follows documents, lines and the note's own order, when all is new", () => {
    const two = buildFact({
      path: "d/a.md",
      line: 9,
      cards: [buildGenerated({ answer: "x" }), buildGenerated({ facet: "reverse", answer: "y" })],
    });

    expect(placesOf([], [fact("late", "d/b.md", 1), two, fact("early", "d/a.md", 2)], { d: 5 })).toEqual({
      early: [5, 1_024],
      x: [5, 2_048],
      y: [5, 3_072],
      late: [5, 4_096],
    });
  });

  it("counts each folder for itself, when there are several", () => {
    expect(
      placesOf([], [fact("one", "a/1.md", 1), fact("two", "b/1.md", 1), fact("top", "0.md", 1)], { "": 3, a: 1, b: 2 }),
    ).toEqual({
      one: [1, 1_024],
      two: [2, 1_024],
      top: [3, 1_024],
    });
  });

  it("leaves stored cards where they are and puts new ones between, when a passage is added", () => {
    const before = [fact("one", "d/1.md", 1), fact("three", "d/1.md", 3)];
    const stored = applyPlan([], planOf([], before));

    expect(placesOf(stored, [before[0]!, fact("two", "d/1.md", 2), before[1]!], { d: 1 })).toEqual({
      one: [1, 1_024],
      two: [1, 1_536],
      three: [1, 2_048],
    });
  });

  it("gives a card a new place, when it comes from another deck", () => {
    const stored = applyPlan([], planOf([], [fact("one", "d/1.md", 1), fact("two", "d/1.md", 2)]));

    expect(placesOf(stored, [fact("two", "e/1.md", 2)], { d: 1, e: 9 })).toEqual({ two: [9, 1_024] });
  });
});

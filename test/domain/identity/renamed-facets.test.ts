import { expect, it } from "@jest/globals";
import fc from "fast-check";
import { planSync } from "../../../server/domain/identity/plan.js";
import { toIncomingNote, type StoredNote } from "../../../server/domain/identity/notes.js";
import type { Fact } from "../../../server/domain/markdown/model.js";
import { applyPlan, buildFact, buildGenerated, generatorVersion } from "../../support/build-fact.js";
import { runs } from "../../support/runs.js";

/** A note of which each of `answers` is asked for, under facets of this kind. */
const listOf = (answers: readonly string[], kind = "step"): Fact =>
  buildFact({
    family: "steps",
    term: "Publishing",
    body: answers.map((answer) => `1. ${answer}`).join("\n"),
    cards: answers.map((answer) =>
      buildGenerated({ facet: `${kind}:${answer.toLowerCase()}`, prompt: `What comes before “${answer}”?`, answer }),
    ),
  });
const sync = (stored: readonly StoredNote[], fact: Fact) =>
  applyPlan(stored, planSync({ stored, incoming: [toIncomingNote(fact)], generatorVersion, unreadPaths: new Set() }));
/** "id answer" of each living card. */
const living = (stored: readonly StoredNote[]): string[] =>
  stored
    .flatMap(({ cards }) => cards.filter(({ status }) => status === "active").map(({ id, answer }) => `${id} ${answer}`))
    .sort();

const before = ["Build the image", "Tag it with its full name", "Push each of its tags"];

it.each([
  ["none", before, ["1 Build the image", "2 Tag it with its full name", "3 Push each of its tags"]],
  [
    "one inserted in the middle",
    [before[0], "Test it on this machine", before[1], before[2]],
    ["1 Build the image", "2 Tag it with its full name", "3 Push each of its tags", "4 Test it on this machine"],
  ],
  ["one taken out", [before[0], before[2]], ["1 Build the image", "3 Push each of its tags"]],
  [
    "their order turned round",
    [...before].reverse(),
    ["1 Build the image", "2 Tag it with its full name", "3 Push each of its tags"],
  ],
  [
    "a word of one corrected",
    [before[0], "Tag it with its complete name", before[2]],
    ["1 Build the image", "2 Tag it with its complete name", "3 Push each of its tags"],
  ],
  [
    "one written anew in its place",
    [before[0], "Sign in first of all", before[2]],
    ["1 Build the image", "2 Sign in first of all", "3 Push each of its tags"],
  ],
])("steps, when a list has %s, keep their cards by what they say", (_, after, expected) => {
  expect(living(sync(sync([], listOf(before)), listOf(after.filter((step) => step !== undefined))))).toEqual(expected);
});

it("a gap, when another term is hidden, is another card, and the first comes back with its term", () => {
  const first = sync([], listOf(["docker ps", "docker exec"], "cloze"));
  const second = sync(first, listOf(["docker ps", "kubectl get"], "cloze"));

  expect(living(second)).toEqual(["1 docker ps", "3 kubectl get"]);
  expect(living(sync(second, listOf(["docker ps", "docker exec"], "cloze")))).toEqual(["1 docker ps", "2 docker exec"]);
});

it("facets, when a list is edited in any way, are matched one to one, and what is said as before keeps its card", () => {
  const answer = fc.constantFrom("alpha one", "alpha two", "beta one", "gamma", "delta seven", "epsilon");
  const list = fc.uniqueArray(answer, { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(list, list, (one, other) => {
      const stored = sync([], listOf(one));
      const again = sync(stored, listOf(other));

      expect(
        living(again)
          .map((card) => card.replace(/^\d+ /, ""))
          .sort(),
      ).toEqual([...other].sort());
      for (const same of one.filter((each) => other.includes(each)))
        expect(living(again)).toContain(living(stored).find((card) => card.endsWith(` ${same}`)));
    }),
    { numRuns: runs(200, 20_000) },
  );
});

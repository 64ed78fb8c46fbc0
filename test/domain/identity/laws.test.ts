import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { toIncomingNote } from "../../../server/domain/identity/notes.js";
import type { StoredNote } from "../../../server/domain/identity/notes.js";
import { planSync } from "../../../server/domain/identity/plan.js";
import type { SyncPlan } from "../../../server/domain/identity/plan.js";
import type { Fact } from "../../../server/domain/markdown/model.js";
import { applyPlan, buildFact, buildGenerated, generatorVersion } from "../../support/build-fact.js";
import { runs } from "../../support/runs.js";

const word = fc.constantFrom("image", "layer", "cache", "volume", "port", "8080", "not", "-v", "starts", "shares");

/** Few words and places, so that copies, repeated terms and repeated ids are common. */
const anyFact: fc.Arbitrary<Fact> = fc
  .record({
    term: word,
    body: fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(" ")),
    headingPath: fc.constantFrom(["One"], ["Two"], ["One", "Deep"]),
    path: fc.constantFrom("a.md", "b.md", "dir/c.md"),
    line: fc.integer({ min: 1, max: 40 }),
    explicitId: fc.option(fc.constantFrom("x", "y"), { freq: 6 }),
    hasReverse: fc.boolean(),
    gate: fc.option(fc.constant("G-leak" as const), { freq: 5 }),
  })
  .map(({ hasReverse, gate, ...fact }) => {
    const forward = buildGenerated({ prompt: `What is ${fact.term}?`, answer: fact.body, gate });
    const reverse = buildGenerated({ facet: "reverse", kind: "typed", prompt: fact.body, answer: fact.term });
    return buildFact({ ...fact, cards: hasReverse ? [forward, reverse] : [forward] });
  });

const folder = fc.array(anyFact, { maxLength: 12 });

const sync = (stored: readonly StoredNote[], facts: readonly Fact[]): SyncPlan =>
  planSync({ stored, incoming: facts.map(toIncomingNote), generatorVersion, unreadPaths: new Set() });

const step = (stored: readonly StoredNote[], facts: readonly Fact[]): StoredNote[] => applyPlan(stored, sync(stored, facts));

/** What was stored after a few versions of the folder, one after another. */
const anyStored = fc.array(folder, { minLength: 1, maxLength: 3 }).map((versions) => versions.reduce<StoredNote[]>(step, []));

const options = { numRuns: runs(25, 2_000) };

/** The plan, with stored notes and cards as their ids. */
const outline = ({ kept, fresh, vanished }: SyncPlan): unknown => ({
  kept: kept.map(({ stored, incoming, outcome, cards }) => [
    stored.id,
    incoming.path,
    incoming.line,
    incoming.contentHash,
    outcome,
    cards.map((change) => [change.act, change.act === "insert" ? change.card.facet : change.stored.id]),
  ]),
  fresh: fresh.map(({ incoming }) => [incoming.path, incoming.line, incoming.contentHash, incoming.explicitId]),
  vanished: vanished.map((note) => note.id),
});

/** Each fact with the id that its note has, and its cards' ids and statuses. */
const identities = (stored: readonly StoredNote[], facts: readonly Fact[]): string[] =>
  step(stored, facts)
    .filter((note) => !note.archived)
    .map(({ id, term, body, path, cards }) => JSON.stringify([id, term, body, path, cards.map((card) => [card.id, card.status])]))
    .sort();

describe("synchronising", () => {
  it("changes nothing, when the same notes are read again", () => {
    fc.assert(
      fc.property(anyStored, folder, (before, facts) => {
        const stored = step(before, facts);
        const plan = sync(stored, facts);

        expect(plan.fresh).toEqual([]);
        expect(plan.vanished).toEqual([]);
        expect(
          plan.kept.filter((note) => note.outcome !== "exact" || note.rewrite || note.cards.some((card) => card.act !== "keep")),
        ).toEqual([]);
      }),
      options,
    );
  });

  it("matches nobody twice and accounts for every note, when anything is compared with anything", () => {
    fc.assert(
      fc.property(anyStored, folder, (stored, facts) => {
        const plan = sync(stored, facts);
        const old = [...plan.kept.map((note) => note.stored), ...plan.vanished];

        expect(new Set(old).size).toBe(old.length);
        expect(plan.kept.length + plan.fresh.length).toBe(facts.length);
        expect(stored.filter((note) => !note.archived && !old.includes(note))).toEqual([]);
      }),
      options,
    );
  });

  it("gives the same plan, when documents and passages are read in another order", () => {
    fc.assert(
      fc.property(
        anyStored,
        folder.chain((facts) => fc.tuple(fc.constant(facts), fc.shuffledSubarray(facts, { minLength: facts.length }))),
        (stored, [facts, shuffled]) => {
          const placed = (list: readonly Fact[]) => list.map((fact) => ({ ...fact, line: 1 + facts.indexOf(fact) }));

          expect(outline(sync([...stored].reverse(), placed(shuffled)))).toEqual(outline(sync(stored, placed(facts))));
        },
      ),
      options,
    );
  });

  it("keeps every id, when passages change their order within their document and each is there once", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anyFact, { selector: (fact) => `${fact.term}\n${fact.body}`, maxLength: 12 }),
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 12, maxLength: 12 }),
        (facts, lines) => {
          const unnamed = facts.map((fact) => ({ ...fact, explicitId: null }));
          const reordered = unnamed.map((fact, index) => ({ ...fact, line: lines[index] ?? 1 }));

          expect(identities(step([], unnamed), reordered)).toEqual(identities(step([], unnamed), unnamed));
        },
      ),
      options,
    );
  });

  it("gives back the ids, cards and statuses, when the folder was emptied and is restored", () => {
    fc.assert(
      fc.property(folder, (facts) => {
        const stored = step([], facts);

        expect(step(step(stored, []), facts)).toEqual(stored);
      }),
      options,
    );
  });

  it("changes no card, when only line ends, white space and bullets differ", () => {
    fc.assert(
      fc.property(folder, (facts) => {
        const listed = facts.map((fact) => ({ ...fact, body: `- ${fact.body}\n- and more` }));
        const rewritten = listed.map((fact) => ({ ...fact, body: `* ${fact.body.slice(2).replace("\n- ", "  \r\n*   ")}  ` }));
        const plan = sync(step([], listed), rewritten);

        expect(plan.kept.map((note) => note.outcome)).toEqual(facts.map(() => "exact"));
        expect(
          plan.kept
            .flatMap((note) => note.cards)
            .filter((card) => !["keep", "update"].includes(card.act) || ("changed" in card && card.changed)),
        ).toEqual([]);
      }),
      options,
    );
  });

  it("never loses a card that is stored, when anything follows", () => {
    fc.assert(
      fc.property(anyStored, folder, (stored, facts) => {
        const ids = (notes: readonly StoredNote[]) => notes.flatMap((note) => note.cards.map((card) => card.id));

        expect(ids(step(stored, facts))).toEqual(expect.arrayContaining(ids(stored)));
      }),
      options,
    );
  });
});

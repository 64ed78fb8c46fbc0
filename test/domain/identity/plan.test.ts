import { describe, expect, it } from "@jest/globals";
import { toIncomingNote } from "../../../server/domain/identity/notes.js";
import type { StoredNote } from "../../../server/domain/identity/notes.js";
import { countArchived, planSync, withoutArchiving } from "../../../server/domain/identity/plan.js";
import type { Fact } from "../../../server/domain/markdown/model.js";
import { applyPlan, buildFact, buildGenerated, generatorVersion } from "../../support/build-fact.js";

const sync = (stored: readonly StoredNote[], facts: readonly Fact[], unreadPaths: ReadonlySet<string> = new Set()) =>
  planSync({ stored, incoming: facts.map(toIncomingNote), generatorVersion, unreadPaths });

const storedFrom = (...facts: readonly Fact[]): StoredNote[] => applyPlan([], sync([], facts));

const outcomes = (stored: readonly StoredNote[], ...facts: readonly Fact[]) =>
  sync(stored, facts).kept.map((note) => [note.stored.id, note.outcome]);

const body = "A read-only template from which any number of containers is started";
const image = buildFact({ body });
const layer = buildFact({ term: "Layer", body: "One step of an image, shared between images", line: 5 });

describe("planSync", () => {
  it("is new, when nothing is stored", () => {
    const plan = sync([], [image, layer]);

    expect(plan.fresh.map((note) => note.incoming.term)).toEqual(["Image", "Layer"]);
    expect(plan).toMatchObject({ kept: [], vanished: [], problems: [] });
  });

  it("changes nothing, when the notes are as they were", () => {
    const plan = sync(storedFrom(image, layer), [image, layer]);

    expect(plan.kept.map(({ outcome, rewrite, cards }) => [outcome, rewrite, cards.map((change) => change.act)])).toEqual([
      ["exact", false, ["keep"]],
      ["exact", false, ["keep"]],
    ]);
    expect(plan).toMatchObject({ fresh: [], vanished: [], problems: [] });
  });

  it.each([
    ["exact", buildFact({ body: "A *read-only* template  from which\nany number of containers is started." })],
    ["exact", buildFact({ body, line: 40 })],
    ["moved", buildFact({ body, path: "docker/other.md" })],
    ["moved", buildFact({ body, headingPath: ["Podman"] })],
    ["edited", buildFact({ body: `${body} by anybody` })],
    ["changed", buildFact({ body: "Ships in the harbour at dawn, unloaded by the tide" })],
    ["changed", buildFact({ body: body.replace("is started", "is not started") })],
  ])("calls a note %s, when that is what happened to it", (outcome, fact) => {
    expect(outcomes(storedFrom(image), fact)).toEqual([[1, outcome]]);
  });

  it("archives, when a note is gone, and restores it with its cards' ids, when it comes back", () => {
    const stored = storedFrom(image, layer);
    const afterwards = applyPlan(stored, sync(stored, [layer]));

    expect(afterwards[0]).toMatchObject({ archived: true, cards: [{ id: 1, status: "archived" }] });
    expect(outcomes(afterwards, image, layer)).toEqual([
      [1, "restored"],
      [2, "exact"],
    ]);
    expect(applyPlan(afterwards, sync(afterwards, [image, layer]))).toEqual(stored);
  });

  it("archives nothing twice, when a note stays away", () => {
    const stored = storedFrom(image);
    const afterwards = applyPlan(stored, sync(stored, []));

    expect(sync(afterwards, [])).toMatchObject({ kept: [], fresh: [], vanished: [] });
  });

  it("leaves the notes of a document alone, when it could not be read", () => {
    const plan = sync(storedFrom(image), [], new Set([image.path]));

    expect(plan).toMatchObject({ kept: [], fresh: [], vanished: [] });
  });

  it("gives the id to the unchanged copy and warns, when an explicit id is there twice", () => {
    const original = buildFact({ body, explicitId: "img", line: 30 });
    const copy = buildFact({ body: "Something that only looks like it", explicitId: "img", line: 3 });

    const plan = sync(storedFrom(original), [copy, original]);

    expect(plan.kept.map((note) => note.incoming.line)).toEqual([30]);
    expect(plan.fresh.map((note) => [note.incoming.line, note.incoming.explicitId])).toEqual([[3, null]]);
    expect(plan.problems).toEqual([
      { path: copy.path, line: 3, message: expect.stringContaining('"img" is already used in docker/basics.md, line 30') },
    ]);
  });

  it("gives the id to the first in path order, when an explicit id is there twice and neither is stored", () => {
    const plan = sync([], [buildFact({ explicitId: "img", path: "b.md" }), buildFact({ explicitId: "img", path: "a.md" })]);

    expect(plan.fresh.map((note) => [note.incoming.path, note.incoming.explicitId])).toEqual([
      ["a.md", "img"],
      ["b.md", null],
    ]);
  });

  it("renders the cards again without calling them changed, when the generator is another version", () => {
    const plan = planSync({
      stored: storedFrom(image),
      incoming: [toIncomingNote({ ...image, cards: [buildGenerated({ prompt: "Image?", answer: "Not the same 7 words" })] })],
      generatorVersion: generatorVersion + 1,
      unreadPaths: new Set(),
    });

    expect(plan.kept).toMatchObject([{ outcome: "exact", rewrite: true, cards: [{ act: "update", changed: false }] }]);
  });
});

describe("cards of a note", () => {
  const forward = buildGenerated({ prompt: "What is an image?", answer: body });
  const reverse = buildGenerated({ facet: "reverse", kind: "typed", prompt: `Which one? ${body}`, answer: "Image" });
  const both = buildFact({ body, cards: [forward, reverse] });
  const only = (...cards: Fact["cards"]) => ({ ...both, cards });
  const statuses = (notes: readonly StoredNote[]) =>
    notes.flatMap((note) => note.cards.map((card) => [card.id, card.facet, card.status]));
  const step = (stored: readonly StoredNote[], ...facts: Fact[]) => applyPlan(stored, sync(stored, facts));

  it("are inserted or archived alone, when a facet appears or vanishes, and come back with their id", () => {
    const one = storedFrom(only(forward));
    const two = step(one, both);
    const again = step(step(two, only(forward)), both);

    expect(statuses(two)).toEqual([
      [1, "forward", "active"],
      [2, "reverse", "active"],
    ]);
    expect(statuses(step(two, only(forward)))[1]).toEqual([2, "reverse", "archived"]);
    expect(again).toEqual(two);
  });

  it("are withheld by a gate and active again, when they pass it again", () => {
    const gated = step(storedFrom(both), only({ ...forward, gate: "G-near" }, reverse));

    expect(statuses(gated)[0]).toEqual([1, "forward", "withheld"]);
    expect(statuses(step(gated, both))[0]).toEqual([1, "forward", "active"]);
  });

  it("stay hidden, when they vanish and come back", () => {
    const stored = storedFrom(both).map((note) => ({
      ...note,
      cards: note.cards.map((card) => ({ ...card, ownerChoice: "hidden" as const, status: "hidden" as const })),
    }));
    const gone = step(stored, only(forward));

    expect(statuses(gone).map(([, , status]) => status)).toEqual(["hidden", "archived"]);
    expect(sync(gone, [both]).kept[0]?.cards).toMatchObject([
      { act: "keep" },
      { act: "update", stored: { facet: "reverse" }, status: "hidden" },
    ]);
  });

  it("are changed one by one, when an edit matters to some of them", () => {
    const other = "Ships in the harbour at dawn, unloaded by the tide";
    const edited = {
      ...buildFact({ body: other }),
      cards: [
        { ...forward, answer: other },
        { ...reverse, prompt: `Which one? ${other}` },
      ],
    };

    expect(sync(storedFrom(both), [edited]).kept[0]?.cards).toMatchObject([
      { act: "update", card: { facet: "forward" }, changed: true },
      { act: "update", card: { facet: "reverse" }, changed: false },
    ]);
  });

  it("of which each facet counts once, when a generator repeats one", () => {
    expect(statuses(storedFrom(only(forward, { ...forward, prompt: "Again?" })))).toEqual([[1, "forward", "active"]]);
  });

  describe("to type a term", () => {
    const named = (term: string) => ({
      ...buildFact({ body, term, explicitId: "img" }),
      cards: [forward, { ...reverse, answer: term }],
    });

    it("are new cards, when another term is the answer, and the old card is archived", () => {
      expect(statuses(step(storedFrom(named("Image")), named("Snapshot")))).toEqual([
        [1, "forward", "active"],
        [2, "reverse~2", "archived"],
        [3, "reverse", "active"],
      ]);
    });

    it("come back, when the old term does", () => {
      const renamed = step(storedFrom(named("Image")), named("Snapshot"));

      expect(statuses(step(renamed, named("Image")))).toEqual([
        [1, "forward", "active"],
        [2, "reverse", "active"],
        [3, "reverse~3", "archived"],
      ]);
    });

    it.each([
      ["bind mount", "bind point", 2],
      ["bridge network", "overlay network", 3],
    ])("are other cards below a similarity of 0.5, when '%s' becomes '%s'", (before, after, cards) => {
      expect(statuses(step(storedFrom(named(before)), named(after)))).toHaveLength(cards);
    });

    it("stay the same cards, when the note says what it said and a generator asks for another part of it", () => {
      const before = named("Image");
      const after = { ...before, cards: [forward, { ...reverse, answer: "Snapshot" }] };

      expect(statuses(step(storedFrom(before), after))).toEqual([
        [1, "forward", "active"],
        [2, "reverse", "active"],
      ]);
    });

    it("stay the same cards, when the term is only spelt otherwise", () => {
      expect(statuses(step(storedFrom(named("Image")), named("Images")))).toEqual([
        [1, "forward", "active"],
        [2, "reverse", "active"],
      ]);
    });
  });
});

describe("withoutArchiving", () => {
  it("archives neither notes nor cards and does the rest, when applied to a plan", () => {
    const two = buildFact({ body, cards: [buildGenerated(), buildGenerated({ facet: "reverse" })] });
    const stored = storedFrom(two, layer);
    const fewer = { ...two, cards: [buildGenerated({ answer: "Another one" })] };
    const plan = sync(stored, [fewer, buildFact({ term: "Volume", path: "docker/new.md" })]);

    expect(countArchived(plan)).toBe(2);
    const kept = withoutArchiving(plan);
    expect(countArchived(kept)).toBe(0);
    expect(applyPlan(stored, kept).flatMap((note) => note.cards.map((card) => [card.id, card.status]))).toEqual([
      [1, "active"],
      [2, "active"],
      [3, "active"],
      [4, "active"],
    ]);
    expect(kept.kept[0]?.cards).toMatchObject([{ act: "update" }]);
  });

  it("counts only active cards, when withheld ones vanish too", () => {
    const gated = buildFact({ body, cards: [buildGenerated(), buildGenerated({ facet: "reverse", gate: "G-leak" })] });

    expect(countArchived(sync(storedFrom(gated), []))).toBe(1);
  });
});

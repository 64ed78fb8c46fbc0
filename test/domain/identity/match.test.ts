import { describe, expect, it } from "@jest/globals";
import { matchNotes } from "../../../server/domain/identity/match.js";
import { toIncomingNote } from "../../../server/domain/identity/notes.js";
import type { IncomingNote, StoredNote } from "../../../server/domain/identity/notes.js";
import type { Fact } from "../../../server/domain/markdown/model.js";
import { buildFact, buildIncoming, generatorVersion } from "../../support/build-fact.js";

let made = 0;

const stored = (fact: Partial<Fact> = {}, archived = false): StoredNote => ({
  ...toIncomingNote(buildFact(fact)),
  id: (made += 1),
  guid: `guid-${made}`,
  archived,
  generatorVersion,
  cards: [],
});

/** Which stored note each incoming one is, by id, with the tier. */
const pairsOf = (old: readonly StoredNote[], incoming: readonly IncomingNote[]) =>
  matchNotes(old, incoming).matches.map((match) => [match.tier, match.stored.id, incoming.indexOf(match.incoming)]);

const body = "A read-only template from which any number of containers is started";
const similar = "A read-only template from which any number of containers can start";
const other = "Ships in the harbour at dawn, unloaded by the tide of the river";

describe("explicit ids", () => {
  it("match, when everything else differs", () => {
    const old = stored({ explicitId: "img" });

    expect(pairsOf([old], [buildIncoming({ explicitId: "img", family: "steps", term: "X", body: "y", path: "z.md" })])).toEqual([
      ["explicitId", old.id, 0],
    ]);
  });

  it("bring an archived note back, when no living one has the id", () => {
    const old = stored({ explicitId: "img", body: other }, true);

    expect(pairsOf([old], [buildIncoming({ explicitId: "img" })])).toEqual([["explicitId", old.id, 0]]);
  });

  it("match the living note, when an archived one has the id too", () => {
    const gone = stored({ explicitId: "img" }, true);
    const living = stored({ explicitId: "img", body: other });

    expect(pairsOf([gone, living], [buildIncoming({ explicitId: "img" })])).toEqual([["explicitId", living.id, 0]]);
  });

  it("are stronger than the text, when the text is now under another id", () => {
    const old = stored({ explicitId: "a", body: other });
    const edited = buildIncoming({ explicitId: "a", body });
    const sameText = buildIncoming({ explicitId: null, body: other, line: 9 });

    expect(pairsOf([old], [sameText, edited])).toEqual([["explicitId", old.id, 1]]);
  });
});

describe("equal content", () => {
  it("matches, when the passage moved to another document and heading", () => {
    const old = stored({ path: "a.md", headingPath: ["One"] });

    expect(pairsOf([old], [buildIncoming({ path: "b.md", headingPath: ["Two"] })])).toEqual([["hash", old.id, 0]]);
  });

  it("matches the same place first, then the same document, then in document order, when a text is there several times", () => {
    const here = stored({ path: "b.md", headingPath: ["Here"], line: 50 });
    const sameDocument = stored({ path: "c.md", headingPath: ["Old"], line: 1 });
    const anywhere = stored({ path: "z.md" });
    const incoming = [
      buildIncoming({ path: "a.md" }),
      buildIncoming({ path: "b.md", headingPath: ["Here"], line: 2 }),
      buildIncoming({ path: "c.md", headingPath: ["New"], line: 1 }),
    ];

    expect(pairsOf([anywhere, sameDocument, here], incoming)).toEqual([
      ["hash", here.id, 1],
      ["hash", sameDocument.id, 2],
      ["hash", anywhere.id, 0],
    ]);
  });

  it("pairs by line, when copies stand under one heading", () => {
    const second = stored({ line: 20 });
    const first = stored({ line: 10 });

    expect(pairsOf([second, first], [buildIncoming({ line: 40 }), buildIncoming({ line: 30 })])).toEqual([
      ["hash", first.id, 1],
      ["hash", second.id, 0],
    ]);
  });

  it("pairs by id at last, when path and line are equal", () => {
    const [first, second] = [stored(), stored()];

    expect(pairsOf([second, first], [buildIncoming()])).toEqual([["hash", first.id, 0]]);
  });

  it("brings an archived note back, when no living one says the same", () => {
    const gone = stored({}, true);

    expect(pairsOf([gone], [buildIncoming({ path: "b.md" })])).toEqual([["hash", gone.id, 0]]);
  });

  it("matches the living note, when an archived one is nearer", () => {
    const gone = stored({ path: "a.md" }, true);
    const living = stored({ path: "z.md" });

    expect(pairsOf([gone, living], [buildIncoming({ path: "a.md" })])).toEqual([["hash", living.id, 0]]);
  });
});

describe("position", () => {
  it("matches, when only the body was rewritten", () => {
    const old = stored({ body: other });

    expect(pairsOf([old], [buildIncoming({ body, line: 40 })])).toEqual([["position", old.id, 0]]);
  });

  it.each([
    ["family", { family: "steps" as const }],
    ["term", { term: "Volume" }],
    ["heading", { headingPath: ["Podman"] }],
  ])("does not match, when the %s differs too", (_, part) => {
    expect(pairsOf([stored({ body: other })], [buildIncoming({ body, ...part })])).toEqual([]);
  });

  it("does not match, when two incoming notes stand there", () => {
    expect(pairsOf([stored({ body: other })], [buildIncoming({ body }), buildIncoming({ body: similar, line: 9 })])).toEqual([]);
  });

  it("does not match, when two stored notes stood there", () => {
    expect(pairsOf([stored({ body: other }), stored({ body: similar })], [buildIncoming({ body })])).toEqual([]);
  });

  it("does not bring an archived note back, when only the place is the same", () => {
    expect(pairsOf([stored({ body: other }, true)], [buildIncoming({ body })])).toEqual([]);
  });

  it("takes no note that an equal text has taken, when the terms of two were exchanged", () => {
    const [image, layer] = [stored({ term: "Image", body }), stored({ term: "Layer", body: other, line: 9 })];
    const exchanged = [buildIncoming({ term: "Image", body: other }), buildIncoming({ term: "Layer", body, line: 9 })];

    expect(pairsOf([image, layer], exchanged)).toEqual([
      ["position", image.id, 0],
      ["position", layer.id, 1],
    ]);
  });
});

describe("position in another document", () => {
  const rest = { term: "Layer", body: other, line: 9 };

  it("matches a rewritten note, when half of its document's notes went to the new one", () => {
    const [rewritten, moved] = [stored({ path: "old.md", body: other }), stored({ ...rest, path: "old.md" })];
    const incoming = [buildIncoming({ path: "new.md", body }), buildIncoming({ ...rest, path: "new.md" })];

    expect(pairsOf([rewritten, moved], incoming)).toEqual([
      ["hash", moved.id, 1],
      ["position", rewritten.id, 0],
    ]);
  });

  it("does not match a rewritten note, when fewer than half of its document's notes went there", () => {
    const old = [
      stored({ path: "old.md", body: other }),
      stored({ ...rest, path: "old.md" }),
      stored({ path: "old.md", term: "Gone", body: "Nothing is left of this" }),
    ];
    const incoming = [buildIncoming({ path: "new.md", body }), buildIncoming({ ...rest, path: "new.md" })];

    expect(pairsOf(old, incoming)).toEqual([["hash", old[1]?.id, 1]]);
  });

  it("does not match a rewritten note, when all that came to the new document were archived notes", () => {
    const old = [stored({ path: "old.md", body: other }), stored({ ...rest, path: "old.md" }, true)];
    const incoming = [buildIncoming({ path: "new.md", body }), buildIncoming({ ...rest, path: "new.md" })];

    expect(pairsOf(old, incoming)).toEqual([["hash", old[1]?.id, 1]]);
  });

  it("matches a slightly edited note, when it moved to any other document", () => {
    const old = stored({ path: "old.md", body });

    expect(pairsOf([old], [buildIncoming({ path: "new.md", body: similar })])).toEqual([["position", old.id, 0]]);
  });

  it.each([
    ["layers kept between builds on disk", 1],
    ["layers shared between pods in memory", 0],
  ])("matches from a similarity of 0.6 on, when the text is now '%s'", (after, matches) => {
    const old = stored({ path: "old.md", body: "layers shared between images on disk" });

    expect(pairsOf([old], [buildIncoming({ path: "new.md", body: after })])).toHaveLength(matches);
  });

  it("does not match, when the term is the same and the text is another one", () => {
    expect(pairsOf([stored({ path: "old.md", body: other })], [buildIncoming({ path: "new.md", body })])).toEqual([]);
  });

  it("does not match, when two documents have such a note", () => {
    const incoming = [buildIncoming({ path: "new.md", body: similar }), buildIncoming({ path: "newer.md", body: similar })];

    expect(pairsOf([stored({ path: "old.md", body })], incoming)).toEqual([]);
  });
});

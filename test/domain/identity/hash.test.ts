import { describe, expect, it } from "@jest/globals";
import { contentHash } from "../../../server/domain/identity/hash.js";
import { buildFact } from "../../support/build-fact.js";

describe("contentHash", () => {
  it("is 64 hex digits, when made of a fact", () => {
    expect(contentHash(buildFact())).toMatch(/^[0-9a-f]{64}$/);
  });

  it("is the same, when rule, place, headings, id or cards differ, since they are not what is said", () => {
    const other = buildFact({ rule: "F6", path: "x/y.md", line: 99, headingPath: ["Else"], explicitId: "x", cards: [] });

    expect(contentHash(other)).toBe(contentHash(buildFact()));
  });

  it("differs, when the family, the term or the body differs", () => {
    const hashes = [{}, { family: "steps" as const }, { term: "Layer" }, { body: "Something else" }].map((part) =>
      contentHash(buildFact(part)),
    );

    expect(new Set(hashes).size).toBe(4);
  });

  it("differs, when a word goes from the term to the body, since the border counts", () => {
    expect(contentHash(buildFact({ term: "a b", body: "c" }))).not.toBe(contentHash(buildFact({ term: "a", body: "b c" })));
  });
});

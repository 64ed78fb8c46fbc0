import { describe, expect, it } from "@jest/globals";
import { reasonOf } from "../../../server/domain/markdown/gates/reasons.js";
import type { GateCode } from "../../../server/domain/markdown/model.js";

/** A record, so that a new code cannot be forgotten here. */
const codes: Readonly<Record<GateCode, true>> = {
  ...{ "G-long": true, "G-empty": true, "G-cut": true, "G-pronoun": true, "G-leak": true, "G-new": true, "G-dup": true },
  ...{ "G-near": true, "G-list": true, "G-nav": true, "G-vague": true, "G-time": true, "G-bool": true, "G-syntax": true },
  "G-cap": true,
};

describe("the reason for which a card is held back", () => {
  it("is one short sentence of its own in plain words, whichever gate it was", () => {
    const reasons = Object.keys(codes).map(reasonOf);

    expect(new Set(reasons).size).toBe(reasons.length);
    for (const reason of reasons) expect(reason).toMatch(/^[A-Z][^.!?]{15,100}\.$/);
    expect(reasons.filter((reason) => /G-|gate|stem/i.test(reason))).toEqual([]);
  });

  it("names the code, when the gate is one of another version", () => {
    expect(reasonOf("G-odd")).toBe("A rule of the generator holds it back (G-odd).");
    expect(reasonOf("toString")).toContain("(toString)");
  });
});

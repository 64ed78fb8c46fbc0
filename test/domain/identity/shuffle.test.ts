import { describe, expect, it } from "@jest/globals";
import { shuffleOf } from "../../../server/domain/identity/shuffle.js";

describe("shuffleOf", () => {
  it("is a whole number of 31 bits, the same each time, when made of a guid and a facet", () => {
    const all = Array.from({ length: 500 }, (_, index) => shuffleOf(`guid-${index}`, "forward"));

    expect(all.every((place) => Number.isInteger(place) && place >= 0 && place < 2 ** 31)).toBe(true);
    expect(new Set(all).size).toBe(500);
    expect(Math.max(...all)).toBeGreaterThan(2 ** 30);
    expect(shuffleOf("guid-7", "forward")).toBe(all[7]);
  });

  it("differs for the cards of one note, when their facets differ", () => {
    expect(shuffleOf("guid", "forward")).not.toBe(shuffleOf("guid", "reverse"));
  });
});

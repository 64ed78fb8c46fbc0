import { createHash } from "node:crypto";

/** A card's place in random order, 0 to 2^31 − 1: the same for everybody and for ever. */
export function shuffleOf(guid: string, facet: string): number {
  return createHash("sha256").update(`${guid}\0${facet}`).digest().readUInt32BE(0) >>> 1;
}

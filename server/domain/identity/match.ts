import { matchExplicitIds } from "./match-explicit-id.js";
import { matchHashes } from "./match-hash.js";
import { matchPositions, matchPositionsElsewhere } from "./match-position.js";
import { byPlace, compareText } from "./notes.js";
import type { IncomingNote, StoredNote } from "./notes.js";
import type { Match, Unmatched } from "./pair.js";

export interface Matching extends Unmatched {
  readonly matches: readonly Match[];
}

/** One way of recognising notes; it takes from what is unmatched, and never the same note twice. */
type TierRule = (unmatched: Unmatched, matched: readonly Match[]) => readonly Match[];

/** In the order of trust. Recognition by similarity, splits and merges would follow here. */
const tiers: readonly TierRule[] = [matchExplicitIds, matchHashes, matchPositions, matchPositionsElsewhere];

/** Pairs each stored note with at most one incoming note, and the other way round; the order of the arguments' elements does not matter. */
export function matchNotes(stored: readonly StoredNote[], incoming: readonly IncomingNote[]): Matching {
  const matches: Match[] = [];
  let unmatched: Unmatched = { stored: [...stored].sort(byPlace), incoming: [...incoming].sort(inDocumentOrder) };
  for (const tier of tiers) {
    const found = tier(unmatched, matches);
    matches.push(...found);
    unmatched = without(unmatched, found);
  }
  return { matches, ...unmatched };
}

function inDocumentOrder(a: IncomingNote, b: IncomingNote): number {
  return byPlace(a, b) || compareText(a.contentHash, b.contentHash);
}

function without({ stored, incoming }: Unmatched, found: readonly Match[]): Unmatched {
  const oldOnes = new Set(found.map((match) => match.stored));
  const newOnes = new Set(found.map((match) => match.incoming));
  return { stored: stored.filter((note) => !oldOnes.has(note)), incoming: incoming.filter((note) => !newOnes.has(note)) };
}

import type { Match, Unmatched } from "./pair.js";
import { pairInOrder } from "./pair.js";
import type { PairKey } from "./pair.js";

type Keyed = Readonly<{ contentHash: string; path: string; headingPath: readonly string[] }>;

/** Among notes that say the same: those in the same place first, then those in the same document, then in document order. */
const keys: readonly PairKey[] = [
  ({ contentHash, path, headingPath }: Keyed) => [contentHash, path, ...headingPath].join("\n"),
  ({ contentHash, path }: Keyed) => [contentHash, path].join("\n"),
  ({ contentHash }: Keyed) => contentHash,
].map((keyOf) => ({ tier: "hash", ofStored: keyOf, ofIncoming: keyOf }));

/** Tier 2: notes that say exactly the same, wherever they are; archived ones come back only for what no living one accounts for. */
export function matchHashes({ stored, incoming }: Unmatched): readonly Match[] {
  const matches: Match[] = [];
  const takenNew = new Set<object>();
  for (const archived of [false, true]) {
    const takenOld = new Set<object>();
    for (const key of keys) {
      const found = pairInOrder(
        {
          stored: stored.filter((note) => note.archived === archived && !takenOld.has(note)),
          incoming: incoming.filter((note) => !takenNew.has(note)),
        },
        key,
      );
      for (const match of found) {
        takenOld.add(match.stored);
        takenNew.add(match.incoming);
        matches.push(match);
      }
    }
  }
  return matches;
}

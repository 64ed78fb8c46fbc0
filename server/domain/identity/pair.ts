import type { IncomingNote, StoredNote } from "./notes.js";

/** How a stored note was recognised. */
type Tier = "explicitId" | "hash" | "position";

export interface Match {
  readonly tier: Tier;
  readonly stored: StoredNote;
  readonly incoming: IncomingNote;
}

/** What no tier has matched yet, both sides in the order of ties. */
export interface Unmatched {
  readonly stored: readonly StoredNote[];
  readonly incoming: readonly IncomingNote[];
}

/** What two notes must have in common to be paired; `null`: not by this key. */
export interface PairKey {
  readonly tier: Tier;
  readonly ofStored: (note: StoredNote) => string | null;
  readonly ofIncoming: (note: IncomingNote) => string | null;
}

/** Pairs notes with equal keys, first with first, second with second, in the order given. */
export function pairInOrder(unmatched: Unmatched, key: PairKey): Match[] {
  return pairGroups(unmatched, key, (stored, incoming) => Math.min(stored.length, incoming.length));
}

/** Pairs notes with equal keys where the key occurs once on each side. */
export function pairUnique(unmatched: Unmatched, key: PairKey): Match[] {
  return pairGroups(unmatched, key, (stored, incoming) => (stored.length === 1 && incoming.length === 1 ? 1 : 0));
}

type PairCount = (stored: readonly StoredNote[], incoming: readonly IncomingNote[]) => number;

function pairGroups({ stored, incoming }: Unmatched, key: PairKey, howMany: PairCount): Match[] {
  const storedByKey = groupBy(stored, key.ofStored);
  const matches: Match[] = [];
  for (const [value, newOnes] of groupBy(incoming, key.ofIncoming)) {
    const oldOnes = storedByKey.get(value) ?? [];
    const pairs = howMany(oldOnes, newOnes);
    newOnes.slice(0, pairs).forEach((note, index) => {
      const old = oldOnes[index];
      if (old) matches.push({ tier: key.tier, stored: old, incoming: note });
    });
  }
  return matches;
}

function groupBy<Note>(notes: readonly Note[], keyOf: (note: Note) => string | null): Map<string, Note[]> {
  const groups = new Map<string, Note[]>();
  for (const note of notes) {
    const key = keyOf(note);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(note);
    else groups.set(key, [note]);
  }
  return groups;
}

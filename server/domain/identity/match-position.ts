import type { Match, Unmatched } from "./pair.js";
import { norm } from "./normalise.js";
import { pairUnique } from "./pair.js";
import { positionKeyIn } from "./position-key.js";
import { trigramDice } from "./similarity.js";

/** Tier 3: the only note about this term under these headings, before and after: its wording was edited. */
export function matchPositions(unmatched: Unmatched): readonly Match[] {
  return pairUnique(living(unmatched), {
    tier: "position",
    ofStored: (note) => note.positionKey,
    ofIncoming: (note) => note.positionKey,
  });
}

/**
 * Tier 3 in another document: one that the old document was renamed to, where at least half of its notes went; else anywhere, if the
 * texts are alike too, since the same term alone proves nothing.
 */
export function matchPositionsElsewhere(unmatched: Unmatched, matched: readonly Match[]): readonly Match[] {
  const renamedTo = renamedDocuments(unmatched, matched);
  const followed = pairUnique(living(unmatched), {
    tier: "position",
    ofStored: (note) => {
      const path = renamedTo.get(note.path);
      return path === undefined ? null : positionKeyIn(path, note.positionKey);
    },
    ofIncoming: (note) => note.positionKey,
  });
  const taken = new Set<object>(followed.flatMap(({ stored, incoming }) => [stored, incoming]));
  const free = {
    stored: living(unmatched).stored.filter((note) => !taken.has(note)),
    incoming: unmatched.incoming.filter((note) => !taken.has(note)),
  };
  const elsewhere = pairUnique(free, {
    tier: "position",
    ofStored: (note) => positionKeyIn("", note.positionKey),
    ofIncoming: (note) => positionKeyIn("", note.positionKey),
  });
  return [...followed, ...elsewhere.filter(bodiesAreAlike)];
}

/** Similarity of the bodies, as trigram Dice, from which a note that also moved is the same; measured together with the tiers. */
const sameBodyFrom = 0.6;

function bodiesAreAlike({ stored, incoming }: Match): boolean {
  return trigramDice(norm(stored.body), norm(incoming.body)) >= sameBodyFrom;
}

function living({ stored, incoming }: Unmatched): Unmatched {
  return { stored: stored.filter((note) => !note.archived), incoming };
}

/** Old path → new path, where at least half of the old document's living notes were recognised in one other document. */
function renamedDocuments({ stored }: Unmatched, matched: readonly Match[]): Map<string, string> {
  const sizes = new Map<string, number>();
  const arrivals = new Map<string, Map<string, number>>();
  for (const note of [...stored, ...matched.map((match) => match.stored)]) {
    if (!note.archived) sizes.set(note.path, (sizes.get(note.path) ?? 0) + 1);
  }
  for (const { stored: old, incoming } of matched) {
    if (old.archived || old.path === incoming.path) continue;
    const counts = arrivals.get(old.path) ?? new Map<string, number>();
    arrivals.set(old.path, counts.set(incoming.path, (counts.get(incoming.path) ?? 0) + 1));
  }
  const renamed = new Map<string, string>();
  for (const [path, counts] of arrivals) {
    // Two halves in two documents: neither has the majority's claim; the first in path order decides, the same everywhere.
    const [best] = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
    if (best && best[1] * 2 >= (sizes.get(path) ?? 0)) renamed.set(path, best[0]);
  }
  return renamed;
}

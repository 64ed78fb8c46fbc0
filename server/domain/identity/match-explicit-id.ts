import type { Problem } from "../markdown/model.js";
import type { Match, Unmatched } from "./pair.js";
import { byPlace } from "./notes.js";
import type { IncomingNote, StoredNote } from "./notes.js";
import { pairInOrder } from "./pair.js";

/** Tier 1: the id that the author wrote. Where an id is stored twice, the note that is not archived has it. */
export function matchExplicitIds({ stored, incoming }: Unmatched): readonly Match[] {
  const livingFirst = [...stored].sort((a, b) => Number(a.archived) - Number(b.archived) || byPlace(a, b));
  return pairInOrder(
    { stored: livingFirst, incoming },
    { tier: "explicitId", ofStored: (note) => note.explicitId, ofIncoming: (note) => note.explicitId },
  );
}

export interface UniqueIds {
  /** The notes, of each id at most one with it; the others have none. */
  readonly incoming: readonly IncomingNote[];
  /** A warning for each note that lost its id. */
  readonly problems: readonly Problem[];
}

/** Leaves a repeated explicit id to one note: the one that says what is stored under the id, else the first in path order. */
export function dropRepeatedIds(incoming: readonly IncomingNote[], stored: readonly StoredNote[]): UniqueIds {
  const keepers = new Map<string, IncomingNote>();
  const hashes = new Set(stored.map((note) => `${note.explicitId ?? ""}\n${note.contentHash}`));
  const isAsStored = (note: IncomingNote): boolean => hashes.has(`${note.explicitId ?? ""}\n${note.contentHash}`);
  const inOrder = [...incoming].sort((a, b) => Number(isAsStored(b)) - Number(isAsStored(a)) || byPlace(a, b));
  for (const note of inOrder) {
    if (note.explicitId !== null && !keepers.has(note.explicitId)) keepers.set(note.explicitId, note);
  }
  const problems: Problem[] = [];
  const unique = incoming.map((note) => {
    const keeper = note.explicitId === null ? note : keepers.get(note.explicitId);
    if (keeper === undefined || keeper === note) return note;
    problems.push({ path: note.path, line: note.line, message: repeatedId(note.explicitId ?? "", keeper) });
    return { ...note, explicitId: null };
  });
  return { incoming: unique, problems };
}

function repeatedId(id: string, keeper: IncomingNote): string {
  return `The id "${id}" is already used in ${keeper.path}, line ${keeper.line}; this passage is treated as if it had none. Give it an id of its own.`;
}

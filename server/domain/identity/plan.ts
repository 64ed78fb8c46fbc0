import type { GeneratedCard, Problem } from "../markdown/model.js";
import { changeCards, statusOf, uniqueFacets } from "./card-changes.js";
import type { CardChange } from "./card-changes.js";
import type { CardStatus } from "./card-status.js";
import { dropRepeatedIds } from "./match-explicit-id.js";
import { matchNotes } from "./match.js";
import { byPlace, sameHeadings } from "./notes.js";
import type { IncomingNote, StoredNote } from "./notes.js";
import type { Match } from "./pair.js";

/** What became of a note that was recognised; `restored`: it was archived. */
export type Outcome = "exact" | "moved" | "edited" | "changed" | "restored";

export interface KeptNote {
  readonly stored: StoredNote;
  readonly incoming: IncomingNote;
  readonly outcome: Outcome;
  /** Something of its row differs. */
  readonly rewrite: boolean;
  readonly cards: readonly CardChange[];
}

export interface NewNote {
  readonly incoming: IncomingNote;
  readonly cards: readonly { readonly card: GeneratedCard; readonly status: CardStatus }[];
}

/** What a synchronisation would do; empty where nothing differs. */
export interface SyncPlan {
  /** Every note that was recognised, also those that need nothing; in document order. */
  readonly kept: readonly KeptNote[];
  readonly fresh: readonly NewNote[];
  /** Living notes that the folder no longer has. */
  readonly vanished: readonly StoredNote[];
  readonly problems: readonly Problem[];
}

export interface SyncInput {
  readonly stored: readonly StoredNote[];
  readonly incoming: readonly IncomingNote[];
  /** Version of the generator that made `incoming`. */
  readonly generatorVersion: number;
  /** Documents that could not be read: their stored notes stay as they are. */
  readonly unreadPaths: ReadonlySet<string>;
}

/** Compares what is stored with what was read; the order of the elements, and of the documents, changes nothing. */
export function planSync({ stored, incoming, generatorVersion, unreadPaths }: SyncInput): SyncPlan {
  const comparable = stored.filter((note) => !unreadPaths.has(note.path));
  const unique = dropRepeatedIds(incoming, comparable);
  const matching = matchNotes(comparable, unique.incoming);
  return {
    kept: [...matching.matches].sort((a, b) => byPlace(a.incoming, b.incoming)).map((match) => keep(match, generatorVersion)),
    fresh: matching.incoming.map((note) => ({
      incoming: note,
      cards: uniqueFacets(note.cards).map((card) => ({ card, status: statusOf(card, null) })),
    })),
    vanished: matching.stored.filter((note) => !note.archived),
    problems: unique.problems,
  };
}

/** The same plan, but that nothing is archived. */
export function withoutArchiving(plan: SyncPlan): SyncPlan {
  return {
    ...plan,
    vanished: [],
    kept: plan.kept.map((note) => ({ ...note, cards: note.cards.filter((change) => change.act !== "archive") })),
  };
}

/** How many active cards the plan archives, because the folder no longer has them. */
export function countArchived({ kept, vanished }: SyncPlan): number {
  const gone = kept.flatMap((note) => note.cards.flatMap((change) => (change.act === "archive" ? [change.stored] : [])));
  return [...gone, ...vanished.flatMap((note) => note.cards)].filter((card) => card.status === "active").length;
}

function keep({ stored, incoming }: Match, generatorVersion: number): KeptNote {
  const sameContent = stored.contentHash === incoming.contentHash;
  const stale =
    stored.term !== incoming.term ||
    stored.body !== incoming.body ||
    stored.extra !== incoming.extra ||
    stored.generatorVersion !== generatorVersion;
  const cards = changeCards({ stored: stored.cards, generated: incoming.cards, sameContent, stale });
  return { stored, incoming, cards, outcome: outcomeOf(stored, incoming, cards), rewrite: stale || rowDiffers(stored, incoming) };
}

function outcomeOf(stored: StoredNote, incoming: IncomingNote, cards: readonly CardChange[]): Outcome {
  if (stored.archived) return "restored";
  if (stored.contentHash !== incoming.contentHash) {
    return cards.some((change) => change.act === "retire" || (change.act === "update" && change.changed)) ? "changed" : "edited";
  }
  return stored.path === incoming.path && sameHeadings(stored, incoming) ? "exact" : "moved";
}

function rowDiffers(stored: StoredNote, incoming: IncomingNote): boolean {
  const isAsStored =
    !stored.archived &&
    stored.path === incoming.path &&
    stored.line === incoming.line &&
    stored.explicitId === incoming.explicitId &&
    stored.contentHash === incoming.contentHash &&
    stored.positionKey === incoming.positionKey &&
    sameHeadings(stored, incoming);
  return !isAsStored;
}

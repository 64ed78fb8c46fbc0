import type { CardKind, Fact, Family, GeneratedCard } from "../markdown/model.js";
import type { CardStatus, OwnerChoice } from "./card-status.js";
import { contentHash } from "./hash.js";
import { positionKey } from "./position-key.js";

/** A card as it is stored. */
export interface StoredCard {
  readonly id: number;
  readonly deckId: number;
  readonly position: number;
  readonly facet: string;
  readonly status: CardStatus;
  readonly ownerChoice: OwnerChoice;
  readonly gate: string | null;
  readonly kind: CardKind;
  readonly prompt: string;
  readonly answer: string;
  readonly alternatives: readonly string[];
  readonly context: readonly string[];
  readonly contentVersion: number;
}

/** A note (one fact of a document) as it is stored, with all its cards. */
export interface StoredNote {
  readonly id: number;
  readonly guid: string;
  readonly family: Family;
  readonly explicitId: string | null;
  readonly contentHash: string;
  readonly positionKey: string;
  readonly headingPath: readonly string[];
  readonly term: string;
  readonly body: string;
  /** What its cards show after the answer. */
  readonly extra: string;
  readonly path: string;
  readonly line: number;
  readonly archived: boolean;
  /** Version of the generator that made the cards. */
  readonly generatorVersion: number;
  readonly cards: readonly StoredCard[];
}

/** A fact read from a document, with what identifies it. */
export interface IncomingNote extends Fact {
  readonly contentHash: string;
  readonly positionKey: string;
  /** What its cards show after the answer; it may stand outside the fact. */
  readonly extra: string;
}

/** Computes what identifies a fact. */
export function toIncomingNote(fact: Fact): IncomingNote {
  return { ...fact, contentHash: contentHash(fact), positionKey: positionKey(fact), extra: extraOf(fact.cards) };
}

function extraOf(cards: readonly GeneratedCard[]): string {
  return [...new Set(cards.flatMap(({ extra }) => extra ?? []))].join("\n\n");
}

interface Placed {
  readonly path: string;
  readonly line: number;
  readonly id?: number;
}

/** The order in which ties are broken: path, line, then id; the same on every machine. */
export function byPlace(a: Placed, b: Placed): number {
  return compareText(a.path, b.path) || a.line - b.line || (a.id ?? 0) - (b.id ?? 0);
}

/** Order by UTF-16 code units: no locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Whether two facts stand under the same headings, as written. */
export function sameHeadings(a: Pick<Fact, "headingPath">, b: Pick<Fact, "headingPath">): boolean {
  return (
    a.headingPath.length === b.headingPath.length && a.headingPath.every((heading, level) => heading === b.headingPath[level])
  );
}

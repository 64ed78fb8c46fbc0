import type { GeneratedCard } from "../markdown/model.js";
import { cardStatus } from "./card-status.js";
import type { CardStatus } from "./card-status.js";
import { answerSimilarity, hasChanged } from "./change.js";
import type { StoredCard } from "./notes.js";
import { pairRenamedFacets } from "./renamed-facets.js";

/** What becomes of one card. */
export type CardChange =
  | { readonly act: "keep"; readonly stored: StoredCard; readonly card: GeneratedCard }
  | { readonly act: "insert"; readonly card: GeneratedCard; readonly status: CardStatus }
  | {
      readonly act: "update";
      readonly stored: StoredCard;
      readonly card: GeneratedCard;
      readonly status: CardStatus;
      /** Learners are asked whether to keep their progress. */
      readonly changed: boolean;
    }
  /** The note no longer gives the card. */
  | { readonly act: "archive"; readonly stored: StoredCard }
  /** Another answer took the card's facet; it is archived under `facet`, to come back with its answer. */
  | { readonly act: "retire"; readonly stored: StoredCard; readonly facet: string };

export interface CardsOfNote {
  readonly stored: readonly StoredCard[];
  readonly generated: readonly GeneratedCard[];
  /** The note says exactly what it said, so that no wording of its cards is a change to learners. */
  readonly sameContent: boolean;
  /** The stored rendering may be out of date although the wording is not. */
  readonly stale: boolean;
}

/** What becomes of the cards of a note that was recognised, facet by facet; nothing of those that are archived already and stay so. */
export function changeCards({ stored, generated, sameContent, stale }: CardsOfNote): CardChange[] {
  const changes: CardChange[] = [];
  const accounted = new Set<StoredCard>();
  const cards = uniqueFacets(generated);
  const renamed = pairRenamedFacets(stored, cards);
  for (const card of cards) {
    const current = stored.find((old) => old.facet === card.facet) ?? renamed.get(card) ?? null;
    const kept = current && (sameContent || !isAnotherAnswer(current, card)) ? current : findRetired(stored, card);
    if (current) accounted.add(current);
    if (current && current !== kept) changes.push({ act: "retire", stored: current, facet: retiredFacet(current) });
    if (kept) {
      accounted.add(kept);
      changes.push(updateOf(kept, card, { sameContent, stale }));
    } else changes.push({ act: "insert", card, status: statusOf(card, null) });
  }
  const gone = stored.filter((old) => !accounted.has(old) && old.status !== "archived");
  return [...changes, ...gone.map((old) => ({ act: "archive", stored: old }) as const)];
}

/** The status of a new card. */
export function statusOf(card: GeneratedCard, stored: StoredCard | null): CardStatus {
  return cardStatus({ ownerChoice: stored?.ownerChoice ?? null, gate: card.gate, noteLives: true });
}

/** The cards of a note, each facet once: the first in the generator's order. */
export function uniqueFacets(cards: readonly GeneratedCard[]): GeneratedCard[] {
  return [...new Map([...cards].reverse().map((card) => [card.facet, card])).values()].reverse();
}

function updateOf(stored: StoredCard, card: GeneratedCard, note: { sameContent: boolean; stale: boolean }): CardChange {
  const status = statusOf(card, stored);
  const isAsStored = stored.facet === card.facet && stored.status === status && sameWording(stored, card);
  if (isAsStored && !note.stale) return { act: "keep", stored, card };
  return { act: "update", stored, card, status, changed: !note.sameContent && hasChanged(stored, card) };
}

function sameWording(stored: StoredCard, card: GeneratedCard): boolean {
  const fields = ({ kind, prompt, answer, alternatives, context, gate }: StoredCard | GeneratedCard): string =>
    JSON.stringify([kind, prompt, answer, alternatives, context, gate]);
  return fields(stored) === fields(card);
}

/** A term to type that has less than this in common with the one before is another question's answer. */
const sameTermFrom = 0.5;

function isAnotherAnswer(stored: StoredCard, card: GeneratedCard): boolean {
  return stored.kind === "typed" && card.kind === "typed" && answerSimilarity(stored, card) < sameTermFrom;
}

const retiredMark = "~";

/** A facet's name after another answer took it; the card's id makes it unique within the note. */
function retiredFacet({ facet, id }: StoredCard): string {
  return `${facet}${retiredMark}${id}`;
}

function findRetired(stored: readonly StoredCard[], card: GeneratedCard): StoredCard | null {
  const isRetired = (old: StoredCard): boolean => old.facet === `${card.facet}${retiredMark}${old.id}`;
  return stored.find((old) => isRetired(old) && answerSimilarity(old, card) === 1) ?? null;
}

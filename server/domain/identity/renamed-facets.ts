import { answerSimilarity } from "./change.js";
import type { StoredCard } from "./notes.js";
import type { GeneratedCard } from "../markdown/model.js";

/** From here on the answers of two facets of one kind say the same, and the facet was only named anew; as for a whole note. */
const sameAnswerFrom = 0.6;

/**
 * Facets that are named by what they ask for (`cloze:…`, `step:…`, `cell:…`) change their name with its wording. Pairs the generated cards whose
 * facet is not stored with the living stored ones whose facet is gone: by their answers, the most alike first, then steps by their order.
 */
export function pairRenamedFacets(
  stored: readonly StoredCard[],
  generated: readonly GeneratedCard[],
): Map<GeneratedCard, StoredCard> {
  const before = new Set(stored.map(({ facet }) => facet));
  const after = new Set(generated.map(({ facet }) => facet));
  const gone = stored.filter(({ facet, status }) => status !== "archived" && !after.has(facet) && kindOf(facet) !== null);
  const fresh = generated.filter(({ facet }) => !before.has(facet) && kindOf(facet) !== null);
  const pairs = new Map<GeneratedCard, StoredCard>();
  const free = () => ({
    gone: gone.filter((card) => ![...pairs.values()].includes(card)),
    fresh: fresh.filter((card) => !pairs.has(card)),
  });
  for (const { card, old } of candidates(gone, fresh)) {
    if (!pairs.has(card) && ![...pairs.values()].includes(old)) pairs.set(card, old);
  }
  const steps = { gone: free().gone.filter(isStep), fresh: free().fresh.filter(isStep) };
  if (steps.gone.length === steps.fresh.length)
    steps.fresh.forEach((card, index) => {
      const old = [...steps.gone].sort((a, b) => a.position - b.position)[index];
      if (old) pairs.set(card, old);
    });
  return pairs;
}

/** "cloze" of `cloze:docker ps`; `null` for a facet that every note has once. */
function kindOf(facet: string): string | null {
  const colon = facet.indexOf(":");
  return colon < 0 || facet.includes("~") ? null : facet.slice(0, colon);
}

function isStep({ facet }: { readonly facet: string }): boolean {
  return kindOf(facet) === "step";
}

function candidates(gone: readonly StoredCard[], fresh: readonly GeneratedCard[]) {
  return fresh
    .flatMap((card, index) =>
      gone
        .filter((old) => kindOf(old.facet) === kindOf(card.facet))
        .map((old) => ({ card, old, index, similarity: answerSimilarity(old, card) })),
    )
    .filter(({ similarity }) => similarity >= sameAnswerFrom)
    .sort((a, b) => b.similarity - a.similarity || a.old.position - b.old.position || a.index - b.index);
}

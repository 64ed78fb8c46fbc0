import { contentStems, countWords } from "../language/words.js";
import { askBoth, askSide, sideBySide } from "../phrase/comparison.js";
import type { Sides } from "../phrase/compared.js";
import type { Inline } from "../tree/blocks.js";
import { textOf } from "../tree/inline.js";
import { forwardCard } from "./card.js";
import type { CardDraft } from "./draft.js";

/** What is said of each side, in their order. */
export type SaidOfSides = readonly [readonly Inline[], readonly Inline[]];

/** More than this cannot be checked against memory at once; in words. */
const longestAnswer = 40;
/** A side of fewer words with content is not asked for alone. */
const fewestClues = 2;

interface Aspect {
  readonly sides: Sides;
  readonly aspect: readonly Inline[];
  readonly isEnglish: boolean;
  /** Names the card of one side. */
  readonly facetOf: (side: readonly Inline[]) => string;
}

/** One card for each side where both have something to say, else one for both together; none where that is too much. */
export function cardsOfSides(said: SaidOfSides, about: Aspect): CardDraft[] {
  const { sides, aspect, isEnglish, facetOf } = about;
  const prompts = sides.map((side) => askSide(sides, side, { aspect, isEnglish }));
  const isAskedAlone = said.every((each, index) => bringsNews(each, prompts[index] ?? []));
  if (!isAskedAlone) return cardOfBoth(sideBySide(sides, said), about);
  return sides.map((side, index) => forwardCard(prompts[index] ?? [], said[index] ?? [], { facet: facetOf(side.name) }));
}

/** The card that asks for all that is said about an aspect; none where that is too much to remember. */
export function cardOfBoth(said: readonly Inline[], { sides, aspect, isEnglish }: Aspect): CardDraft[] {
  if (countWords(textOf(said)) > longestAnswer) return [];
  const prompt = askBoth(sides, aspect, isEnglish);
  return [{ facet: "forward", kind: "basic", prompt, answer: said, alternatives: [], extra: null }];
}

function bringsNews(said: readonly Inline[], prompt: readonly Inline[]): boolean {
  const asked = contentStems(textOf(prompt));
  return [...contentStems(textOf(said))].filter((stem) => !asked.has(stem)).length >= fewestClues;
}

import type { Casing } from "../language/casing.js";
import { contentStems, countWords } from "../language/words.js";
import { askBoth, askSide, sideBySide } from "../phrase/comparison.js";
import type { Sides } from "../phrase/compared.js";
import type { Inline } from "../tree/blocks.js";
import { textOf } from "../tree/inline.js";
import { forwardCard } from "./card.js";
import type { CardDraft, Surroundings } from "./draft.js";

/** What is said of each side, in their order. */
export type SaidOfSides = readonly [readonly Inline[], readonly Inline[]];

/** More than this cannot be checked against memory at once; in words. */
const longestAnswer = 40;
/** A side of fewer words with content is not asked for alone. */
const fewestClues = 2;

interface Aspect {
  readonly sides: Sides;
  readonly aspect: readonly Inline[];
  /** How words are written inside a sentence, if the note is in English. */
  readonly english: Casing | null;
  /** Names the card of one side. */
  readonly facetOf: (side: readonly Inline[]) => string;
}

/** What `Aspect` needs to know of a note's language. */
export function englishOf({ isEnglish, casing }: Surroundings): Casing | null {
  return isEnglish ? casing : null;
}

/** One card for each side where both have something to say, else one for both together; none where that is too much. */
export function cardsOfSides(said: SaidOfSides, about: Aspect): CardDraft[] {
  const { sides, aspect, english, facetOf } = about;
  const prompts = sides.map((side) => askSide(sides, side, { aspect, english }));
  const isAskedAlone = said.every((each, index) => bringsNews(each, prompts[index] ?? []));
  if (!isAskedAlone) return cardOfBoth(sideBySide(sides, said), about);
  return sides.map((side, index) => forwardCard(prompts[index] ?? [], said[index] ?? [], { facet: facetOf(side.name) }));
}

/** The card that asks for all that is said about an aspect; none where that is too much to remember. */
export function cardOfBoth(said: readonly Inline[], { sides, aspect, english }: Aspect): CardDraft[] {
  if (countWords(textOf(said)) > longestAnswer) return [];
  const prompt = askBoth(sides, aspect, english !== null);
  return [{ facet: "forward", kind: "basic", prompt, answer: said, alternatives: [], extra: null }];
}

function bringsNews(said: readonly Inline[], prompt: readonly Inline[]): boolean {
  const asked = contentStems(textOf(prompt));
  return [...contentStems(textOf(said))].filter((stem) => !asked.has(stem)).length >= fewestClues;
}

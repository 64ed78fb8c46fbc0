import type { Fact, GeneratedCard } from "../model.js";
import { plainText } from "../tree/plain-text.js";
import type { SurveyedSection } from "./survey.js";

/** A place in a note, with what stands there. */
export interface Found {
  readonly path: string;
  readonly line: number;
  readonly text: string;
}

/** How many of something, and which are missing. */
export interface Share<Missing> {
  readonly of: number;
  readonly share: number;
  readonly missing: readonly Missing[];
}

/** A section of one of the notes. */
export type PlacedSection = SurveyedSection & { readonly path: string };

/** A card that is asked, and its words without marks. */
export interface Asked {
  readonly fact: Fact;
  readonly card: GeneratedCard;
  readonly prompt: string;
  readonly answer: string;
}

/** A card with its words. */
export function toAsked({ fact, card }: { fact: Fact; card: GeneratedCard }): Asked {
  return { fact, card, prompt: plainText(card.prompt), answer: plainText(card.answer) };
}

/** Where a card comes from, and what it says. */
export function place({ fact, prompt, answer }: Asked): Found {
  return { path: fact.path, line: fact.line, text: `${prompt} → ${answer}` };
}

/** Of `all`, how many hold what `holds` says, and the names of the others. */
export function shareOf<Each>(all: readonly Each[], holds: (each: Each) => boolean, name: (each: Each) => Found): Share<Found> {
  const missing = all.filter((each) => !holds(each));
  return { of: all.length, share: all.length === 0 ? 1 : round(1 - missing.length / all.length), missing: missing.map(name) };
}

/** Three places behind the point. */
export function round(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}

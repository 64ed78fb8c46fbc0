import type { Casing } from "../language/casing.js";
import type { Inline } from "../tree/blocks.js";
import { textNode, textOf } from "../tree/inline.js";
import { comparisonOf } from "./compared.js";
import type { Side, Sides } from "./compared.js";
import { nounOf, withoutFullStop } from "./noun.js";

/** "Images vs. containers — Lifetime: how do they differ?"; without English words in another language. */
export function askBoth(sides: Sides, aspect: readonly Inline[], isEnglish: boolean): Inline[] {
  const asked = isEnglish ? [textNode(": how do they differ?")] : [];
  return [...comparisonOf(sides), textNode(" — "), ...aspect, ...asked];
}

/** "Images vs. containers — Lifetime: what about containers?"; without English words in another language. */
export function askSide(sides: Sides, { name }: Side, about: { aspect: readonly Inline[]; english: Casing | null }): Inline[] {
  const { aspect, english } = about;
  const asked = english ? [textNode(": what about "), ...nounOf(name, english).nodes, textNode("?")] : [textNode(" — "), ...name];
  return [...comparisonOf(sides), textNode(" — "), ...aspect, ...asked];
}

/** "Images: read-only; containers: writable" */
export function sideBySide([one, other]: Sides, said: readonly [readonly Inline[], readonly Inline[]]): Inline[] {
  return [...one.name, textNode(": "), ...half(said[0]), textNode("; "), ...other.name, textNode(": "), ...half(said[1])];
}

/** What is said of one side, without the full stop of a sentence. */
function half(said: readonly Inline[]): readonly Inline[] {
  return /\betc\.$/.test(textOf(said)) ? said : withoutFullStop(said);
}

import type { Inline } from "../tree/blocks.js";
import { textNode, textOf } from "../tree/inline.js";
import { comparisonOf } from "./compared.js";
import type { Side, Sides } from "./compared.js";
import { withoutFullStop } from "./noun.js";

/** "Images vs. containers — Lifetime: how do they differ?"; without English words in another language. */
export function askBoth(sides: Sides, aspect: readonly Inline[], isEnglish: boolean): Inline[] {
  const asked = isEnglish ? [textNode(": how do they differ?")] : [];
  return [...comparisonOf(sides), textNode(" — "), ...aspect, ...asked];
}

/** "Images vs. containers — Lifetime: what about containers?"; without English words in another language. */
export function askSide(sides: Sides, side: Side, about: { aspect: readonly Inline[]; isEnglish: boolean }): Inline[] {
  const { aspect, isEnglish } = about;
  const asked = isEnglish ? [textNode(": what about "), ...side.name, textNode("?")] : [textNode(" — "), ...side.name];
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

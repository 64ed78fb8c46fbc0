import type { GateCode } from "../model.js";
import { brokenSyntax, cutOff, empty, tooLong } from "./form.js";
import type { GatedCard } from "./gate.js";
import { ages, asksForList, leaks, navigates, pointsElsewhere, saysNothingNew, vague, yesOrNo } from "./meaning.js";

/** In this order a card is tried; the first that it fails is its reason. */
const gates = [
  yesOrNo,
  empty,
  brokenSyntax,
  cutOff,
  navigates,
  vague,
  ages,
  pointsElsewhere,
  tooLong,
  asksForList,
  leaks,
  saysNothingNew,
];

/** The first gate that a card fails by itself, or `null`; the gates over a whole deck come later. */
export function gateOf(card: GatedCard): GateCode | null {
  return gates.find((gate) => gate.fails(card))?.code ?? null;
}

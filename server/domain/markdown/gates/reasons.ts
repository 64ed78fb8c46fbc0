import type { GateCode } from "../model.js";

/** Why a gate holds a card back, a sentence each, for whoever decides whether to ask it all the same. */
const reasons: Readonly<Record<GateCode, string>> = {
  "G-long": "The question or its answer is too long to be held in mind.",
  "G-empty": "The answer says nothing.",
  "G-cut": "The answer stops in the middle.",
  "G-pronoun": "It leans on something that only the note shows, such as “this” or “the table above”.",
  "G-leak": "The question gives the answer away.",
  "G-new": "The answer says hardly more than the question does.",
  "G-dup": "Another card asks the same question.",
  "G-near": "Another card asks nearly the same question.",
  "G-list": "It asks for a list that is open, or too long to be recalled as one.",
  "G-nav": "The answer only invites to read on.",
  "G-vague": "The answer is too vague to be checked.",
  "G-time": "The answer is true for a time only.",
  "G-bool": "The answer is yes or no, so half the guesses are right.",
  "G-syntax": "Its markup is broken, or the answer is little more than an address.",
  "G-cap": "This passage, its section or the note has enough better cards.",
};

/** The reason that a gate's code stands for; of a gate that is not known (any more), its code. */
export function reasonOf(gate: string): string {
  return isKnown(gate) ? reasons[gate] : `A rule of the generator holds it back (${gate}).`;
}

function isKnown(gate: string): gate is GateCode {
  return Object.hasOwn(reasons, gate);
}

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

/** What an author can change in the passage, a sentence each; `null` where nothing is wrong with it. */
const advice: Readonly<Record<GateCode, string | null>> = {
  "G-long": "Put its point into a short first sentence, or split it.",
  "G-empty": "Say what the term means.",
  "G-cut": "Let the first sentence end where its thought does.",
  "G-pronoun": "Name the thing instead of pointing at it.",
  "G-leak": "Say something that the question does not hold.",
  "G-new": "Say more than the heading or the term does.",
  "G-dup": "Give the two passages different headings, or say it in one place.",
  "G-near": "Give the two passages different headings, or say it in one place.",
  "G-list": "Say how many there are, or give each a passage of its own.",
  "G-nav": "Answer the question in the first sentence.",
  "G-vague": "Name what is meant.",
  "G-time": "Name the version or the year.",
  "G-bool": "Let the heading ask how or why.",
  "G-syntax": "Close the mark or the shortcode, or leave it out.",
  "G-cap": null,
};

/** What an author can do about a card that a gate holds back, or `null`. */
export function adviceOn(gate: string): string | null {
  return isKnown(gate) ? advice[gate] : null;
}

/** The reason that a gate's code stands for; of a gate that is not known (any more), its code. */
export function reasonOf(gate: string): string {
  return isKnown(gate) ? reasons[gate] : `A rule of the generator holds it back (${gate}).`;
}

function isKnown(gate: string): gate is GateCode {
  return Object.hasOwn(reasons, gate);
}

import type { Inline } from "../tree/blocks.js";
import { codeNode, textNode } from "../tree/inline.js";
import type { Templates } from "./templates.js";

/** Wording without words, for languages that have no templates of their own: "Topic — Term". What needs a sentence makes no card. */
export const neutral: Templates = {
  whatIs: (term) => [...term],
  labelled: ({ topic, term }) => joined(topic, term),
  whichTerm: () => null,
  namedTerm: () => null,
  whatDoes: (code) => [codeNode(code)],
  whichCommand: () => null,
  whatDoesFlag: (command, { name }) => joined([codeNode(command)], [codeNode(name)]),
  whichFlag: () => null,
};

function joined(topic: readonly Inline[], term: readonly Inline[]): Inline[] {
  return [...topic, textNode(" — "), ...term];
}

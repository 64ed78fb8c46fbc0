import { contentStems, countWords } from "../language/words.js";
import { proseOf, textOf, withoutMarks } from "../tree/inline.js";
import type { Gate, GatedCard } from "./gate.js";

const mostAnswerWords = { basic: 40, typed: 8, cloze: 6 };
const mostPromptWords = 45;

/** More to say than anyone can check against memory. */
export const tooLong: Gate = {
  code: "G-long",
  fails: ({ kind, answer, prompt }) =>
    countWords(textOf(answer)) > mostAnswerWords[kind] || countWords(textOf(prompt)) > mostPromptWords,
};

/** Nothing is said. */
export const empty: Gate = {
  code: "G-empty",
  fails: ({ kind, answer }) =>
    kind === "basic" ? contentStems(textOf(answer)).size === 0 : !/[\p{L}\p{N}]/u.test(textOf(answer)),
};

/** The answer stops in the middle. */
export const cutOff: Gate = {
  code: "G-cut",
  fails: ({ answer }) => {
    const prose = proseOf(answer).trim();
    return /[:(,;—–]$|\b(?:and|or|but|because|that|which|the|a|an|of|to)$/i.test(prose) || !isBalanced(prose);
  },
};

/** Markup that did not resolve: shortcodes of site generators, broken emphasis, an address and little else. */
export const brokenSyntax: Gate = {
  code: "G-syntax",
  fails: ({ answer, prompt }) =>
    [...withoutMarks(answer), ...withoutMarks(prompt)].some(isBroken) || isMostlyAddress(textOf(answer)),
};

function isBroken(node: GatedCard["answer"][number]): boolean {
  return node.kind === "text" && (/\{\{[<%]?|[>%]?\}\}|\{%|%\}/.test(node.text) || /\*\*(?=\S)|(?<=\S)\*\*|`/.test(node.text));
}

function isMostlyAddress(text: string): boolean {
  const addresses = text.match(/\b(?:https?:\/\/|www\.)\S+/g)?.join("") ?? "";
  return addresses.length > 0.5 * text.trim().length;
}

function isBalanced(prose: string): boolean {
  const count = (pattern: RegExp): number => prose.match(pattern)?.length ?? 0;
  const open = count(/\(/g) === count(/\)/g) && count(/\[/g) === count(/\]/g);
  return open && count(/"/g) % 2 === 0 && count(/“/g) === count(/”/g);
}

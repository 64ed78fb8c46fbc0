import { commandAtStart } from "../language/command-words.js";
import { countWords } from "../language/words.js";
import type { Inline } from "../tree/blocks.js";
import { proseOf, sliceInlines, textOf, withoutMarks } from "../tree/inline.js";
import type { Surroundings } from "./draft.js";

/** A term in a sentence, and where it stands in its text. */
export interface KeyTerm {
  readonly term: readonly Inline[];
  readonly start: number;
  readonly end: number;
}

const longestTerm = 4;
/** What a sentence is about stands at its beginning; what it says of that comes after so much of it. */
const topicShare = 0.35;

/** Code that means something by itself: a flag, a variable or keyword in capitals, a path, a file's name. A name made up for an example does not. */
const tellingCode =
  /^(?:--?[A-Za-z][\w-]*|[A-Z][A-Z0-9_]{1,}|~?\/[\w./-]+|\.[\w.-]{3,}|[\w-]+\.(?:[a-z]{1,4}|[a-z]*ignore)|[\w.]+\(\))$/;
/** An amount with its unit, a share, a year. */
const amount =
  /(?<![\p{L}\p{N}.,:/-])(?:\d[\d.,]*\s?(?:%|°[CF]?|[kKMGT]i?B|bits?|bytes?|k?m|cm|mm|k?g|mg|ms|seconds?|minutes?|hours?|days?|weeks?|months?|years?|per cent)(?![\p{L}\p{N}])|(?:1[5-9]|20)\d\d(?![\p{L}\p{N}-]|[.,]\d))/gu;

/**
 * The term of a sentence that is most worth asking for: marked, code with a meaning of its own, a term of the note, or an amount; the last of the best kind, where it stands once and not at the sentence's beginning. `null` where there is none.
 */
export function keyTermIn(sentence: readonly Inline[], about: Surroundings): KeyTerm | null {
  const text = textOf(sentence);
  const kinds = [markedTerms(sentence, 0), codeTerms(sentence, about), documentTerms(sentence, about), amounts(sentence)];
  for (const terms of kinds) {
    const found = [...terms].reverse().find((term) => isAskable(term, text));
    if (found) return found;
  }
  return null;
}

function isAskable({ term, start }: KeyTerm, text: string): boolean {
  const said = textOf(term).toLowerCase();
  const lower = text.toLowerCase();
  const isEnumerated = /,\s+(?:(?:and|or)\s+)?(?:(?:an?|the)\s+)?$/i.test(text.slice(0, start));
  return !isEnumerated && start >= topicShare * text.length && lower.indexOf(said) === lower.lastIndexOf(said);
}

function markedTerms(nodes: readonly Inline[], offset: number): KeyTerm[] {
  let start = offset;
  return nodes.flatMap((node) => {
    const at = start;
    start += textOf([node]).length;
    if (node.kind === "strong" && countWords(textOf([node])) <= longestTerm && !/[.!?:]$/.test(textOf([node])))
      return [{ term: withoutMarks(node.children), start: at, end: start }];
    return node.kind === "emphasis" || node.kind === "link" ? markedTerms(node.children, at) : [];
  });
}

function codeTerms(nodes: readonly Inline[], { programs }: Surroundings): KeyTerm[] {
  let start = 0;
  return withoutMarks(nodes).flatMap((node) => {
    const at = start;
    start += textOf([node]).length;
    const isTelling =
      node.kind === "code" &&
      countWords(node.text) <= longestTerm &&
      (tellingCode.test(node.text) || commandAtStart(node.text, false) === node.text || programs.has(node.text));
    return isTelling ? [{ term: [node], start: at, end: start }] : [];
  });
}

/** Terms that the document sets apart elsewhere. */
function documentTerms(sentence: readonly Inline[], { terms }: Surroundings): KeyTerm[] {
  return terms
    .spansIn(proseOf(sentence))
    .map(({ start, end }) => ({ term: withoutMarks(sliceInlines(sentence, start, end)), start, end }));
}

function amounts(sentence: readonly Inline[]): KeyTerm[] {
  return [...proseOf(sentence).matchAll(amount)].map(({ 0: found, index }) => ({
    term: [{ kind: "text", text: found }],
    start: index,
    end: index + found.length,
  }));
}

import type { Heading, Inline } from "../tree/blocks.js";
import { proseOf, sliceInlines, textNode, textOf } from "../tree/inline.js";
import { isGeneric, subjectAbove, titleOf } from "./heading.js";
import { lowerFirst } from "./noun.js";
import { baseOf } from "./verb.js";

const asked = /^(what|why|how|when|where|which|who)\b/i;

/**
 * The question that a heading asks, or `null`: one that ends in a question mark as it is, "Why images are layered" and "How caching works" with
 * their words in the order of a question. A heading without a subject gets the one above it ("Compose: how does it work?").
 */
export function questionOf(headings: readonly Heading[], title: string, isEnglish: boolean): readonly Inline[] | null {
  const heading = headings.at(-1);
  if (!heading) return null;
  const words = titleOf(heading);
  const text = textOf(words);
  const question = /[?？]$/.test(text) ? words : isEnglish && asked.test(text) ? asQuestion(words) : null;
  if (!question) return null;
  if (!isGeneric(text)) return question;
  return [...subjectAbove(headings.slice(0, -1), title), textNode(": "), ...lowerFirst(question)];
}

/** "How caching works" as a question, its words in the order of one; `null` where that order is not clear. */
export function asQuestion(words: readonly Inline[]): Inline[] | null {
  const prose = proseOf(words);
  const asker = asked.exec(prose)?.[0] ?? "";
  const rest = prose.slice(asker.length);
  if (/^\s+(?:is|are|was|were|do|does|did|can|could|should|must|will|would|not)\b/i.test(rest)) return [...words, textNode("?")];
  if (/^how to\b/i.test(prose)) return [textNode("How do you"), ...sliceInlines(words, 6), textNode("?")];
  if (/^when to\b/i.test(prose)) return [textNode("When should you"), ...sliceInlines(words, 7), textNode("?")];
  if (/^where to\b/i.test(prose)) return [textNode("Where should you"), ...sliceInlines(words, 8), textNode("?")];
  if (/^why\s+(?:an?\s|use\b|not\b)/i.test(prose) && !/\s(?:is|are|can|must|should)\s/i.test(rest))
    return [...words, textNode("?")];
  return withAuxiliaryFirst(words, asker.length) ?? withDo(words, asker.length);
}

/** "Why images are layered" → "Why are images layered?" */
function withAuxiliaryFirst(words: readonly Inline[], askerLength: number): Inline[] | null {
  const match = /\s+(is|are|was|were|can|should|must|will)(?=\s|$)/i.exec(proseOf(words).slice(askerLength));
  if (!match || match.index === 0) return null;
  const start = askerLength + match.index;
  const before = sliceInlines(words, askerLength, start);
  return [
    ...sliceInlines(words, 0, askerLength),
    textNode(` ${(match[1] ?? "").toLowerCase()}`),
    ...before,
    ...sliceInlines(words, start + match[0].length),
    textNode("?"),
  ];
}

/** "How caching works" → "How does caching work?"; "Why layers matter" → "Why do layers matter?" */
function withDo(words: readonly Inline[], askerLength: number): Inline[] | null {
  const prose = proseOf(words);
  const match = /\s(\p{L}+)$/u.exec(prose);
  const verb = match?.[1] ?? "";
  if (!match || match.index <= askerLength) return null;
  const base = baseOf(verb);
  const isPluralVerb = /^(?:work|matter|help|fit|differ|happen|exist|start|stop|end|fail|grow|communicate)$/i.test(verb);
  if (!base && !isPluralVerb) return null;
  const subject = sliceInlines(words, askerLength, match.index);
  return [...sliceInlines(words, 0, askerLength), textNode(base ? " does" : " do"), ...subject, textNode(` ${base ?? verb}?`)];
}

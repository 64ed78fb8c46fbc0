import { leaks } from "../gates/meaning.js";
import { pointingWords } from "../language/english-words.js";
import { contentStems } from "../language/words.js";
import { noteParser } from "../syntax/parser.js";
import { inlinesOf } from "../tree/inlines-of.js";
import { plainText } from "../tree/plain-text.js";
import type { Asked, PlacedSection } from "./asked.js";

const deictic =
  /\b(?:this (?:section|chapter|note|page|guide|example|table|list|figure)|(?:see|shown|described|mentioned) (?:above|below)|the (?:above|following))\b/i;

/** Whether a card can be understood alone: nothing in it points outside, and its subject is in the question or the context. */
export function standsAlone({ fact, card, prompt, answer }: Asked): boolean {
  const first = /[\p{L}-]+/u.exec(answer)?.[0].toLowerCase() ?? "";
  if (card.kind === "basic" && pointingWords.has(first) && !/^it(?:['’]s| is)\b.* (?:to|that) /i.test(answer)) return false;
  if (deictic.test(prompt) || deictic.test(answer)) return false;
  const known = contentStems([prompt, ...card.context].join(" "));
  if (card.kind !== "basic") return known.size >= 2;
  const subject = contentStems(plainText(fact.term));
  return subject.size === 0 || [...subject].some((stem) => known.has(stem));
}

/** Whether the question and its context hold the answer. */
export function isLeak({ card }: Asked): boolean {
  const nodes = (markdown: string) => inlinesOf(noteParser.parseInline(markdown, {})[0]?.children ?? []);
  return leaks.fails({
    facet: card.facet,
    kind: card.kind,
    prompt: nodes(card.prompt),
    answer: nodes(card.answer),
    context: card.context,
  });
}

/** Whether two cards ask the same. */
export function isSameQuestion(one: Asked, other: Asked): boolean {
  return one.prompt.toLowerCase() === other.prompt.toLowerCase();
}

/** Code and numbers make look-alikes different questions. */
export function differInCode(one: Asked, other: Asked): boolean {
  const particulars = ({ card, prompt }: Asked): string =>
    [...(card.prompt.match(/`[^`]+`/g) ?? []), ...(prompt.match(/\d+/g) ?? [])].join(" ");
  return particulars(one) !== particulars(other);
}

/** Every word of the answer, endings aside, is in the passage, from its line to the end of its section. */
export function comesFromPassage({ fact, answer }: Asked, sections: readonly PlacedSection[]): boolean {
  const section = sections.find(({ path, line, endLine }) => path === fact.path && line <= fact.line && fact.line <= endLine);
  if (!section) return false;
  const passage = contentStems(plainText(section.text));
  return [...contentStems(answer)].every((stem) => passage.has(stem));
}

import { adverbs } from "../language/english-words.js";
import { contentStems } from "../language/words.js";
import type { Inline } from "../tree/blocks.js";
import { proseOf, sliceInlines, textNode, textOf } from "../tree/inline.js";
import { capitalised } from "./noun.js";
import { baseOfGerund, isVerb } from "./verb.js";

const openers =
  /^(?:in (?:this|the above|that) (?:case|example)|here|in (?:short|essence|other words|general)|simply put|basically|essentially|broadly speaking|as (?:its|the) name (?:says|suggests)),\s+/i;
const pronouns = /^(?:it|they|this|these)(?=\s|['’]s\s)/i;
const generic =
  /\b(?:commands?|instructions?|flags?|options?|settings?|examples?|lines?|forms?|calls?|types?|kinds?|sorts?|approach|method|one)\b/i;
const tools = /^(?:(?:given|specified|following|above|same) )?(?:command|instruction|flag|option|setting|example)s?$/i;
/** "It is easy to …": this "it" stands for nothing. */
export const expletive = /^it(?:['’]s|\s+(?:is|was|can be))\s+(?:\p{L}+ly\s+)?(?!an?\s|the\s)[\p{L}-]+\s+(?:to|that|for)\s/iu;
const purpose =
  /^(?:is|are|can be)\s+(?:mainly |mostly |often |typically |usually )?(?:used|meant|there|intended)\s+(?:to|for)\s+/i;
const nouns = /^an?\s+(?:command|instruction|flag|option)\s+(?:used\s+)?(?:to|for)\s+/i;

/**
 * Rewrites what is said about `term` so that it answers a question which names it: "It lists …", "The command is used to list …" and
 * "‹Term› lists …" all become "Lists …". What it cannot resolve stays as it is, for the gate on pronouns.
 */
export function resolveSubject(nodes: readonly Inline[], term: string): Inline[] {
  const opened = skip(nodes, openers);
  if (expletive.test(proseOf(opened))) return capitalised(opened);
  const predicate = skipSubject(opened, term);
  if (predicate) return capitalised(withoutCopula(predicate));
  return capitalised(nouns.test(proseOf(opened)) ? asBase(skip(opened, nouns), true) : opened);
}

/** Whether `resolveSubject` found that `nodes` speak of `term`, or of something that only they can name. */
export function speaksOf(nodes: readonly Inline[], term: string): boolean {
  return skipSubject(skip(nodes, openers), term) !== null;
}

function withoutCopula(predicate: readonly Inline[]): readonly Inline[] {
  const prose = proseOf(predicate);
  const length = purpose.exec(prose)?.[0].length;
  if (length !== undefined) return asBase(sliceInlines(predicate, length), true);
  const future = /^(?:will|would)\s+(?:also\s+|then\s+|thus\s+)?(\p{L}+)/iu.exec(prose);
  if (future && isVerb(future[1] ?? "", "")) return sliceInlines(predicate, future[0].length - (future[1] ?? "").length);
  return skip(skip(predicate, /^(?:(?:is|are)\s+|['’]s\s+)(?=an?\s|the\s|used\s)/i), nouns);
}

/** "running a command" after "used for" → "run a command", unless a second such word follows ("defining and running"). */
function asBase(nodes: readonly Inline[], isPurpose: boolean): Inline[] {
  const match = /^(\p{L}+ing)(?=\s)(?!\s+(?:and|or)\s+\p{L}+ing\b)/iu.exec(proseOf(nodes));
  const base = isPurpose && match ? baseOfGerund(match[1] ?? "") : null;
  return base === null ? [...nodes] : [textNode(base), ...sliceInlines(nodes, match?.[0].length ?? 0)];
}

/** What follows the subject when a verb does, else `null`. */
function skipSubject(nodes: readonly Inline[], term: string): readonly Inline[] | null {
  const prose = proseOf(nodes);
  const length = namedLength(prose, term) || (pronouns.exec(prose)?.[0].length ?? 0) || termLength(nodes, term);
  if (length === 0) return null;
  const rest = prose.slice(length);
  return verbAt(rest) === null ? null : sliceInlines(nodes, length + rest.length - rest.trimStart().length);
}

/** Length of "this command", "this kind of network", "the given command" … where those words can only mean `term`; 0 otherwise. */
function namedLength(prose: string, term: string): number {
  const words = prose.split(" ");
  const determiner = words[0]?.toLowerCase() ?? "";
  if (!/^(?:this|that|these|the)$/.test(determiner)) return 0;
  if (verbAt(prose.slice(determiner.length)) !== null) return 0;
  for (let count = 2; count <= 5; count++) {
    const length = words.slice(0, count).join(" ").length;
    if (verbAt(prose.slice(length)) === null) continue;
    const noun = words.slice(1, count).join(" ");
    const isOwn = determiner !== "the" && [...contentStems(noun)].some((stem) => contentStems(term).has(stem));
    return isOwn || (determiner === "the" ? tools : generic).test(noun) ? length : 0;
  }
  return 0;
}

/** Where the verb begins that `rest` has next, an adverb before it allowed; `null` when something else comes next. */
function verbAt(rest: string): number | null {
  const match = /^\s*(?:([a-z-]+)\s+)?/i.exec(rest);
  const adverb = match?.[1]?.toLowerCase() ?? "";
  const start =
    adverb !== "" && (adverbs.has(adverb) || adverb.endsWith("ly"))
      ? (match?.[0].length ?? 0)
      : rest.length - rest.trimStart().length;
  const word = /^(?:['’]s|\p{L}+)/u.exec(rest.slice(start))?.[0] ?? "";
  return isVerb(word, rest.slice(start + word.length)) ? start : null;
}

/** Length of "a ‹term›", "the ‹term›s" … at the start of `nodes`; 0 when they begin otherwise. */
function termLength(nodes: readonly Inline[], term: string): number {
  const text = textOf(nodes);
  const article = /^(?:an?|the)\s+/i.exec(text)?.[0].length ?? 0;
  const name = term.toLowerCase();
  const found = text.slice(article).toLowerCase();
  if (name === "" || !found.startsWith(name)) return 0;
  const plural = /^(?:e?s)?(?=\s)/.exec(found.slice(name.length));
  return plural ? article + name.length + plural[0].length : 0;
}

function skip(nodes: readonly Inline[], pattern: RegExp): readonly Inline[] {
  const length = pattern.exec(proseOf(nodes))?.[0].length ?? 0;
  return length === 0 ? [...nodes] : sliceInlines(nodes, length);
}

import { adverbs } from "../language/english-words.js";
import type { Inline } from "../tree/blocks.js";
import { proseOf, sliceInlines } from "../tree/inline.js";
import { capitalised } from "./noun.js";
import { isVerb } from "./verb.js";

const openers =
  /^(?:in (?:this|the above|that) (?:case|example)|here|in (?:short|essence|other words|computing|general)|simply put|basically|essentially|broadly speaking|as (?:its|the) name (?:says|suggests)),\s+/i;
const subjects =
  /^(?:it|they|this|these|(?:this|that|the)(?: (?:given|specified|following|above|same))? (?:command|instruction|flag|option|setting|example|line|form|call)s?)(?=\s|['’]s\s)/i;
const purposes =
  /^(?:is|are|can be)\s+(?:mainly |mostly |often |typically |usually )?(?:used|run|meant|there|intended)\s+(?:to|for|in|when)\s+/i;
const nouns = /^an?\s+(?:command|instruction|flag|option)\s+(?:used\s+)?(?:to|for)\s+/i;

/**
 * Rewrites what is said about `term` so that it answers a question which names it: "It lists …", "The command is used to list …" and
 * "‹Term› lists …" all become "Lists …". What it cannot resolve stays as it is, for the gate on pronouns.
 */
export function resolveSubject(nodes: readonly Inline[], term: string): Inline[] {
  const opened = skip(nodes, openers);
  const predicate = skipSubject(opened, term);
  if (!predicate) return capitalised(skip(opened, nouns));
  const purpose = skip(predicate, purposes);
  if (purpose.length > 0 && proseOf(purpose) !== proseOf(predicate)) return capitalised(purpose);
  return capitalised(skip(skip(predicate, /^(?:is|are|['’]s)\s+(?=an?\s|the\s)/i), nouns));
}

/** What follows the subject when a verb does, else `null`. */
function skipSubject(nodes: readonly Inline[], term: string): Inline[] | null {
  const prose = proseOf(nodes);
  const length = subjects.exec(prose)?.[0].length ?? termLength(nodes, term);
  if (length === 0) return null;
  const rest = prose.slice(length);
  const adverb = /^\s+([a-z-]+ly|also|just|then|only|often)\s+/i.exec(rest);
  const afterAdverb = adverb && (adverbs.has(adverb[1] ?? "") || adverb[1]?.endsWith("ly")) ? adverb[0].length : 0;
  const word = /^(?:\s*)(['’]s|\p{L}+)/u.exec(rest.slice(afterAdverb))?.[1]?.toLowerCase() ?? "";
  if (!isVerb(word, rest.slice(afterAdverb).trimStart().slice(word.length))) return null;
  const start = length + rest.length - rest.trimStart().length;
  return sliceInlines(nodes, start);
}

/** Length of "a ‹term›", "the ‹term›s" … at the start of `nodes`; 0 when they begin otherwise. */
function termLength(nodes: readonly Inline[], term: string): number {
  const text = nodes.map((node) => ("text" in node ? node.text : proseOf([node]))).join("");
  const article = /^(?:an?|the)\s+/i.exec(text)?.[0].length ?? 0;
  const name = term.toLowerCase();
  const found = text.slice(article).toLowerCase();
  if (name === "" || !found.startsWith(name)) return 0;
  const plural = /^(?:e?s)?(?=\s|['’]s\s)/.exec(found.slice(name.length));
  return plural ? article + name.length + plural[0].length : 0;
}

function skip(nodes: readonly Inline[], pattern: RegExp): Inline[] {
  const length = pattern.exec(proseOf(nodes))?.[0].length ?? 0;
  return length === 0 ? [...nodes] : sliceInlines(nodes, length);
}

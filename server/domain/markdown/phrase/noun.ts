import type { Casing } from "../language/casing.js";
import type { Inline } from "../tree/blocks.js";
import { proseOf, sliceInlines, textOf } from "../tree/inline.js";
import { baseOfGerund, isSentence } from "./verb.js";

/** A term as a noun in the middle of a question. */
export interface Noun {
  /** Written as inside a sentence. */
  readonly nodes: readonly Inline[];
  /** Whether it names one thing ("Docker Hub"), a kind of thing ("volume"), or nothing in the note tells which ("Sencha"). */
  readonly standing: "name" | "common" | "unknown";
  /** Whether "a" can stand before it, as far as the note shows. */
  readonly isCounted: boolean;
  readonly isPlural: boolean;
}

/** Reads a term as a noun, with what the note's running text tells about its words. */
export function nounOf(term: readonly Inline[], casing: Casing): Noun {
  const plural = isPlural(term);
  if (term.some((node) => node.kind === "code")) return { nodes: term, standing: "name", isCounted: false, isPlural: plural };
  const [first = "", ...others] = textOf(term).match(/\p{L}[\p{L}\p{N}-]*/gu) ?? [];
  const written = recased(term, casing.inSentence);
  if (others.length === 0 && /\p{Ll}\p{Lu}/u.test(first))
    return { nodes: term, standing: "name", isCounted: false, isPlural: false };
  if (isPhrase(first) && others.length === 0)
    return { nodes: lowerFirst(written), standing: "name", isCounted: false, isPlural: false };
  const isPlaced = others.every((word) => /^\p{Ll}/u.test(word)) && !casing.isName(first);
  if (isPlaced && (others.length > 0 || plural || baseOfGerund(first) !== null))
    return commonNoun(lowerFirst(written), plural, casing);
  if (!/(?:^|\s)\p{Lu}[\p{L}\p{N}-]*$/u.test(textOf(written).trim())) return commonNoun(written, plural, casing);
  const isUnknown = others.length === 0 && /^\p{Lu}\p{Ll}+$/u.test(first) && !casing.isName(first);
  return { nodes: written, standing: isUnknown ? "unknown" : "name", isCounted: false, isPlural: plural };
}

function commonNoun(nodes: readonly Inline[], plural: boolean, casing: Casing): Noun {
  return { nodes, standing: "common", isCounted: !plural && casing.isCounted(textOf(nodes).trim()), isPlural: plural };
}

/** "Copy-on-write": words in a row, none of them the noun. */
function isPhrase(word: string): boolean {
  return /-(?:on|in|of|to|by|up|off|out|and|as|at|for|the)(?:-|$)/i.test(word);
}

function recased(nodes: readonly Inline[], inSentence: Casing["inSentence"]): Inline[] {
  return nodes.map((node): Inline => {
    if (node.kind === "text") return { kind: "text", text: node.text.replace(/\p{L}[\p{L}\p{N}-]*/gu, inSentence) };
    return "children" in node ? { ...node, children: recased(node.children, inSentence) } : node;
  });
}

/** "a" or "an" for what follows. */
export function indefiniteArticle(phrase: string): "a" | "an" {
  const word = /[\p{L}\p{N}]+/u.exec(phrase)?.[0] ?? "";
  if (/^(?:8|11$|18$)/.test(word)) return "an";
  if (/^[A-Z]{2,}$/.test(word)) return /^[AEFHILMNORSX]/.test(word) ? "an" : "a";
  if (/^(?:uni(?!n|m)|us[aei]|eu|ubiq|one|once)/i.test(word)) return "a";
  return /^(?:[aeiou]|hour|honest|heir)/i.test(word) ? "an" : "a";
}

/** Whether the last word of a term looks like a plural: "volumes", not "process", "basis" or "status". */
function isPlural(term: readonly Inline[]): boolean {
  const head = proseOf(term).split(/\s(?:of|for|in|with|from|to)\s/, 1)[0] ?? "";
  const word = /(\p{L}+)\W*$/u.exec(head)?.[1] ?? "";
  return /[^su]s$/.test(word) && !/(?:ss|is|us|ics|news|lens|kubernetes|ous)$/i.test(word);
}

/** Whether a statement says what kind of thing its term is: a noun phrase with its article. */
export function isDefinition(said: readonly Inline[]): boolean {
  const prose = proseOf(said);
  return /^(?:an?|the)\s/i.test(prose) && !isSentence(prose.split(/(?<=\.)\s/, 1)[0] ?? "");
}

/** `nodes` beginning with a capital letter, unless they begin with code or with a name written otherwise. */
export function capitalised(nodes: readonly Inline[]): Inline[] {
  const [first, ...rest] = nodes;
  if (!first) return [];
  if (first.kind === "text")
    return [{ kind: "text", text: first.text.replace(/^(\s*["“(]?)(\p{Ll})(?=[\p{Ll}\s'’,-])/u, upper) }, ...rest];
  return "children" in first ? [{ ...first, children: capitalised(first.children) }, ...rest] : [first, ...rest];
}

/** `nodes` beginning with a small letter, unless they begin with code or with a word that is not only capitalised ("USB"). */
export function lowerFirst(nodes: readonly Inline[]): Inline[] {
  const [first, ...rest] = nodes;
  if (!first) return [];
  if (first.kind === "text")
    return [
      { kind: "text", text: first.text.replace(/^\s*\p{Lu}(?=[\p{Ll}\s'’,-])/u, (letter) => letter.toLowerCase()) },
      ...rest,
    ];
  return "children" in first ? [{ ...first, children: lowerFirst(first.children) }, ...rest] : [first, ...rest];
}

/** `nodes` without the full stop at their end. */
export function withoutFullStop(nodes: readonly Inline[]): readonly Inline[] {
  return sliceInlines(nodes, 0, proseOf(nodes).replace(/[\s.;:]+$/, "").length);
}

function upper(_: string, before: string, letter: string): string {
  return before + letter.toUpperCase();
}

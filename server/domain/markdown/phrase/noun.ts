import type { Casing } from "../language/casing.js";
import type { Inline } from "../tree/blocks.js";
import { proseOf, sliceInlines, textOf } from "../tree/inline.js";
import { isSentence } from "./verb.js";

/**
 * `nodes` with each word written as inside a sentence. The first word of "Writable layer" has its capital from its place only,
 * unless it is known as a name.
 */
export function asInSentence(nodes: readonly Inline[], casing: Casing): Inline[] {
  const [first = "", ...others] = textOf(nodes).match(/\p{L}[\p{L}\p{N}-]*/gu) ?? [];
  const isPlaced = others.length > 0 && others.every((word) => /^\p{Ll}/u.test(word)) && !casing.isName(first);
  const written = recased(nodes, casing.inSentence);
  return isPlaced ? lowerFirst(written) : written;
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
export function isPlural(term: readonly Inline[]): boolean {
  const head = proseOf(term).split(/\s(?:of|for|in|with|from|to)\s/, 1)[0] ?? "";
  const word = /(\p{L}+)\W*$/u.exec(head)?.[1] ?? "";
  return /[^su]s$/.test(word) && !/(?:ss|is|us|ics|news|lens|kubernetes|ous)$/i.test(word);
}

/** Whether a term names one thing ("Docker Hub", "Compose"): a word inside a sentence is still capitalised, or it is code. */
export function isName(termInSentence: readonly Inline[]): boolean {
  return termInSentence.some((node) => node.kind === "code") || /(?:^|\s)\p{Lu}[\p{L}]*$/u.test(textOf(termInSentence).trim());
}

/** Whether a term may be a name or a common noun: one word, written with a capital, that running text never shows. */
export function isAmbiguousName(termInSentence: readonly Inline[]): boolean {
  return termInSentence.every((node) => node.kind === "text") && /^\p{Lu}\p{Ll}+$/u.test(textOf(termInSentence).trim());
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
export function withoutFullStop(nodes: readonly Inline[]): Inline[] {
  return sliceInlines(nodes, 0, textOf(nodes).replace(/[\s.;:]+$/, "").length);
}

function upper(_: string, before: string, letter: string): string {
  return before + letter.toUpperCase();
}

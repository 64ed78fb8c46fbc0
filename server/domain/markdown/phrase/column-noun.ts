import type { Casing } from "../language/casing.js";
import { isProperWord } from "../language/table-words.js";
import type { Inline } from "../tree/blocks.js";
import { proseOf, sliceInlines, textNode, textOf } from "../tree/inline.js";
import type { CellQuestion } from "./cell-question.js";

/** What a thing has by the header of a column, as a noun inside a sentence. */
export interface ColumnNoun {
  readonly nodes: readonly Inline[];
  readonly isPlural: boolean;
  /** The unit of its values: "°C" of "Boiling point (°C)"; "" where it has none. */
  readonly unit: string;
}

const inParentheses = /^(.*?)\s*[([]([^()[\]]{1,20})[)\]]\s*$/;
const unit =
  /^(?:[\p{L}°%µ€$£Ω/·²³⁻¹\d^*.-]{1,8}|(?:\p{L}+ ){0,2}(?:days?|years?|hours?|minutes?|seconds?|months?|weeks?|met(?:re|er)s?|miles?|feet|inches|grams?|lit(?:re|er)s?|degrees?|percent|(?:m|b)illions?|thousands?|people|bits?|bytes?|cycles?))$/u;
const generic =
  /^(?:names?|terms?|keys?|items?|words?|concepts?|things?|entry|title|property|feature|aspect|id|value|expression|element name)$/i;

/** "Boiling point (°C)" as the boiling point, in °C. */
export function columnNoun({ header, casing }: CellQuestion): ColumnNoun {
  const [, name = "", inside = ""] = inParentheses.exec(textOf(header)) ?? [];
  const isMeasured = unit.test(inside);
  const nodes = insideSentence(withoutMark(isMeasured ? [textNode(name)] : header), casing);
  return { nodes, isPlural: /[^su]s$/i.test(textOf(nodes).trim()), unit: isMeasured ? inside : "" };
}

/** "protocol" for a column of protocols; "one" where the header says nothing about its things. */
export function keyNoun({ keyHeader, casing }: CellQuestion): string {
  const name = textOf(keyHeader).trim();
  const isNoun = /^\p{L}[\p{L}-]+(?: \p{L}[\p{L}-]+){0,2}$/u.test(name) && !/[^su]s$/i.test(name);
  return isNoun && !generic.test(name) ? textOf(insideSentence(keyHeader, casing)) : "one";
}

/** A header without the signs before it and its question mark or colon. */
export function withoutMark(nodes: readonly Inline[]): readonly Inline[] {
  const prose = proseOf(nodes);
  const start = /^[^\p{L}\p{N}\p{Co}([“"'#.+/-]+/u.exec(prose)?.[0].length ?? 0;
  return sliceInlines(nodes, start, Math.max(start, prose.replace(/[\s?:.]+$/, "").length));
}

/** Words with nothing but a capital to begin with are written small, unless they are names. */
function insideSentence(nodes: readonly Inline[], casing: Casing): Inline[] {
  const small = (word: string): string =>
    /^\p{Lu}[\p{Ll}-]*$/u.test(word) && !isProperWord(word) && !casing.isName(word) ? word.toLowerCase() : word;
  return nodes.map((node): Inline => {
    if (node.kind === "text") return { kind: "text", text: node.text.replace(/\p{L}[\p{L}\p{N}-]*/gu, small) };
    return "children" in node ? { ...node, children: insideSentence(node.children, casing) } : node;
  });
}

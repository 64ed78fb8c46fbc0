import { isAspectHeader, isTimeHeader } from "../language/table-words.js";
import { contentStems, countWords } from "../language/words.js";
import { nounOf } from "../phrase/noun.js";
import type { Noun } from "../phrase/noun.js";
import type { Inline } from "../tree/blocks.js";
import { textNode, textOf } from "../tree/inline.js";
import type { AskedTable } from "./table-cards.js";
import type { AskedColumn } from "./table-columns.js";
import type { GridRow } from "./table-grid.js";

const longestTypedKey = 5;
/** A header whose word stands before a number or letter: "port 22", "vitamin A". */
const countedThing = /^\p{L}[\p{L} -]{1,30}$/u;
const nameless =
  /^(?:numbers?|ids?|keys?|values?|names?|index|rank|symbols?|letters?|terms?|words?|signs?|abbreviations?)$|[^su]s$/iu;

/** A key as a noun; a bare number or letter with the word for what it counts ("port 22"), or `null` where a number has none. */
export function nounOfKey(key: readonly Inline[], { grid, about }: AskedTable): Noun | null {
  const text = textOf(key);
  const isNumber = /^\d[\d.]*$/.test(text);
  const isSign = /^\p{Lu}\p{N}?$/u.test(text);
  const header = textOf(grid.keyHeader).trim();
  if (!isNumber && !isSign) {
    const noun = nounOf(key, about.casing);
    return isThing(header) ? { ...noun, isPlural: false } : noun;
  }
  const isName = { standing: "name", isCounted: false, isPlural: false } as const;
  if (isTimeHeader(header)) return { nodes: key, ...isName };
  if (!isThing(header)) return isNumber ? null : { nodes: key, ...isName };
  const word = about.isEnglish ? header.replace(/(?<![\p{L}\p{N}])\p{Lu}(?=\p{Ll})/gu, (letter) => letter.toLowerCase()) : header;
  return { nodes: [textNode(`${word} `), ...key], ...isName };
}

/** Whether a header names one thing of a kind ("Muscle"), so that each key is one, whatever its last letter. */
function isThing(header: string): boolean {
  return countedThing.test(header) && !nameless.test(header);
}

/** Whether the key of a row can be told by a cell: no other row says the same or a part of it, and the cell does not name the key. */
export function isToldBy({ index, header, role }: AskedColumn, row: GridRow, { grid, stems }: AskedTable): boolean {
  const key = textOf(row.key);
  if (countWords(key) > longestTypedKey || /[(),/?？]/.test(key)) return false;
  if (/^\W*\d/.test(textOf(row.cells[index] ?? [])) && !isIdentifier(textOf(header))) return false;
  if (role === "other" && isAspectHeader(textOf(grid.keyHeader))) return false;
  const own = stems.get(row)?.[index] ?? new Set();
  const named = contentStems(key);
  if (own.size === 0 || [...own].some((stem) => named.has(stem))) return false;
  return grid.rows.every((other) => other === row || !isPart(own, stems.get(other)?.[index] ?? new Set()));
}

/** Whether the numbers of a column name things, rather than measure them. */
function isIdentifier(header: string): boolean {
  return /\b(?:ports?|codes?|years?|number|born|founded|port|jahr|année|año)\b/i.test(header);
}

/** Whether all that one cell says is in the other, or the other way round. */
function isPart(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  if (other.size === 0) return false;
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  return [...small].every((stem) => large.has(stem));
}

import type { Casing } from "../language/casing.js";
import type { ColumnRole } from "../language/table-words.js";
import { countWords } from "../language/words.js";
import type { Inline } from "../tree/blocks.js";
import { textNode, textOf } from "../tree/inline.js";
import { withoutFullStop } from "./noun.js";
import type { Noun } from "./noun.js";

/** What a question about one cell of a table is made of. */
export interface CellQuestion {
  /** The subject that the table belongs to. */
  readonly topic: readonly Inline[];
  /** What the row is about, as its author wrote it. */
  readonly term: readonly Inline[];
  /** The same as a noun inside a sentence. */
  readonly noun: Noun;
  readonly keyHeader: readonly Inline[];
  readonly header: readonly Inline[];
  readonly role: ColumnRole;
  readonly answer: readonly Inline[];
  readonly casing: Casing;
}

/** A longer value is not read inside a question; in words. */
export const longestValue = 8;

/** Joins text and nodes. */
export function joined(...parts: readonly (string | readonly Inline[])[]): Inline[] {
  return parts.flatMap((part) => (typeof part === "string" ? [textNode(part)] : [...part]));
}

/** Asks for a cell without words, for languages that have no wording of their own: "Topic — Key — Column". */
export function neutralCell({ topic, term, header }: CellQuestion): Inline[] {
  return joined(topic, " — ", term, " — ", header);
}

/** Asks for a key without words: "Topic — value (Column) — Column of the keys"; `null` where that has no name or the value is long. */
export function neutralKey({ topic, header, keyHeader, answer }: CellQuestion): Inline[] | null {
  if (textOf(keyHeader).trim() === "" || countWords(textOf(answer)) > longestValue) return null;
  return joined(topic, " — ", withoutFullStop(answer), " (", header, ") — ", keyHeader);
}

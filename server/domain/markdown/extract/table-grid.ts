import { isBlank, isTotal } from "../language/cell-words.js";
import { bareHeader, isTimeHeader } from "../language/table-words.js";
import type { Inline, Table, TableRow } from "../tree/blocks.js";
import { isAllCode, proseOf, sliceInlines, textOf, trimInlines, withoutMarks } from "../tree/inline.js";
import { markdownOf } from "../tree/to-markdown.js";

/** A row that can be asked about. */
export interface GridRow {
  readonly row: TableRow;
  readonly key: readonly Inline[];
  /** One for each column of the grid; `null` where nothing is said. */
  readonly cells: readonly (readonly Inline[] | null)[];
  /** Markdown of the whole row. */
  readonly body: string;
}

/** A table as things, each by its key, and what is said about each. */
export interface Grid {
  readonly keyHeader: readonly Inline[];
  /** Headers of the columns besides the key's. */
  readonly headers: readonly (readonly Inline[])[];
  readonly rows: readonly GridRow[];
}

const longestKey = 60;
const fewestRows = 2;
const leadingArrow = /^\s*(?:→|⇒|➜|=>|->)\s*/;
const unset = /\[\[|\]\]|\$[^$\s][^$]*\$/;
const ordinal = /^(?:#|№|no\.?|nr\.?|s\.? ?no\.?|sl\.? ?no\.?|rank|序号|编号)$/;
/** Reads a table whose first column, or the one after numbers of rows, names each row; `null` where none does or there is too little of it. */
export function gridOf(table: Table): Grid | null {
  const rows = table.rows.filter(({ cells }) => cells.some((cell) => textOf(cell).trim() !== ""));
  const at = keyColumnOf(table.header, rows);
  if (at === null) return null;
  const columns = columnsBeside(at, table.header, rows);
  const read = rows.map((row): GridRow => ({
    row,
    key: plainCell(row.cells[at] ?? []),
    cells: columns.map((column) => contentOf(row.cells[column] ?? [])),
    body: bodyOfRow(row, table.header, columns),
  }));
  const kept = read.filter(({ key }) => isKey(key));
  if (columns.length === 0 || kept.length < fewestRows || kept.length < rows.length / 2) return null;
  const headers = columns.map((column) => plainCell(table.header[column] ?? []));
  return { keyHeader: plainCell(table.header[at] ?? []), headers, rows: kept };
}

/** The first column, unless it only numbers or sorts the rows and the second names each. */
function keyColumnOf(header: Table["header"], rows: readonly TableRow[]): number | null {
  const isOrdinal = ordinal.test(bareHeader(textOf(header[0] ?? [])));
  if (!isOrdinal && namesEach(rows, 0)) return 0;
  if (!isOrdinal && isTimeHeader(textOf(header[0] ?? []))) return null;
  const isWorded = rows.every(({ cells }) => /\p{L}{2}/u.test(textOf(cells[1] ?? [])));
  return header.length > 2 && isWorded && namesEach(rows, 1) ? 1 : null;
}

function namesEach(rows: readonly TableRow[], column: number): boolean {
  const names = rows.map(({ cells }) => nameOfKey(plainCell(cells[column] ?? [])));
  return !names.includes("") && new Set(names).size === names.length;
}

/** The columns that say something about the keys; one that sorts them comes last, if it does so in every row. */
function columnsBeside(at: number, header: Table["header"], rows: readonly TableRow[]): number[] {
  const after = header.map((_, column) => column).slice(at + 1);
  const sorts =
    at === 1 &&
    !ordinal.test(bareHeader(textOf(header[0] ?? []))) &&
    rows.every(({ cells }) => textOf(cells[0] ?? []).trim() !== "");
  return sorts ? [...after, 0] : after;
}

function plainCell(cell: readonly Inline[]): readonly Inline[] {
  return trimInlines(withoutMarks(cell));
}

/** Keys of code differ by their case too. */
function nameOfKey(key: readonly Inline[]): string {
  const text = textOf(key).trim();
  return isAllCode(key) ? text : text.toLowerCase();
}

function isKey(key: readonly Inline[]): boolean {
  const text = textOf(key);
  return isPlain(key) && text.length <= longestKey && !isTotal(text) && !/^-{1,2}[a-z]/i.test(text) && !/^\[\[|\]\]$/.test(text);
}

/** What a cell says, or `null`: nothing, a remark that points at another cell, or more than a line of text. */
function contentOf(cell: readonly Inline[]): readonly Inline[] | null {
  const said = trimInlines(sliceInlines(cell, leadingArrow.exec(proseOf(cell))?.[0].length ?? 0));
  return isBlank(textOf(said)) || !isPlain(said) ? null : said;
}

/** Whether nodes are words in a line: no picture, no break, nothing struck out, no link of a wiki, no formula that needs setting. */
function isPlain(nodes: readonly Inline[]): boolean {
  if (nodes.some((node) => node.kind === "strikethrough")) return false;
  return withoutMarks(nodes).every((node) => node.kind === "code" || (node.kind === "text" && !unset.test(node.text)));
}

function bodyOfRow({ cells }: TableRow, header: Table["header"], columns: readonly number[]): string {
  const [only = 0, ...others] = columns;
  if (others.length === 0) return markdownOf(cells[only] ?? []);
  return columns.map((column) => `${markdownOf(header[column] ?? [])}: ${markdownOf(cells[column] ?? [])}`).join("; ");
}

import { isBareNumber, isMark } from "../language/cell-words.js";
import {
  bareHeader,
  isAspectHeader,
  isNoKnowledge,
  isSettingHeader,
  isTimeHeader,
  roleOfHeader,
} from "../language/table-words.js";
import type { ColumnRole } from "../language/table-words.js";
import { countWords } from "../language/words.js";
import type { Inline } from "../tree/blocks.js";
import { textOf } from "../tree/inline.js";
import type { Grid } from "./table-grid.js";

/** A column whose cells are worth asking for. */
export interface AskedColumn {
  readonly index: number;
  readonly header: readonly Inline[];
  readonly role: ColumnRole;
}

/** More columns of one row than a fact may have cards for are not asked. */
const mostColumns = 3;
/** In characters. */
const longestHeader = 50;
/** In words. */
const longestCell = 40;
/** A table with a larger share of cells that say nothing, tick or go on for long is laid out for looking things up. */
const mostUnfit = 0.6;
/** Of the cells of a column at least so many must say something. */
const leastFilled = 0.4;
/** A column in which each value comes more often than this, on average, sorts the rows: its value is a guess. */
const mostRepeats = 2;
const describing: ReadonlySet<ColumnRole> = new Set(["definition", "meaning", "longForm", "purpose", "action", "event"]);
const countable =
  /\b(?:ports?|years?|codes?|atomic numbers?|born|died|founded|decimal|hex(?:adecimal)?|octal|binary|ascii|bits?|bytes?|octets?|legs|strings|players|moons|valenc[ey]|ph|oxidation|charge|number of .*|numerals?|digits?|jahr|année|año|port)\b/i;
const unit = /[([][^()[\]]+[)\]]\s*$|\bin \S{1,6}$/;
const dataType =
  /^(?:str(?:ing)?|number|int(?:eger)?|float|double|bool(?:ean)?|array|object|list|dict|map|date|datetime|text|enum|function|any|void|char|varchar(?:\(\d+\))?|uuid|bigint|timestamp|json|file|path|url)(?:\[\]|\?)?$/i;

/** The columns of a table that are worth asking for, those that describe first; none where the table is no knowledge. */
export function askedColumns(grid: Grid): AskedColumn[] {
  const headers = [grid.keyHeader, ...grid.headers].map(textOf);
  if (isNoKnowledge(headers) || shareOfUnfit(grid) > mostUnfit) return [];
  const keyHeader = textOf(grid.keyHeader);
  const columns = grid.headers
    .map((header, index) => ({ index, header, role: roleIn(textOf(header), keyHeader) }))
    .filter((column) => isWorthAsking(grid, column));
  const described = columns.filter(({ role }) => describing.has(role));
  if (isTimeHeader(keyHeader)) return described.filter(({ role }) => role === "event");
  if (isSettingHeader(keyHeader) && described.length > 0) return described.slice(0, mostColumns);
  return [...described, ...columns.filter(({ role }) => !describing.has(role))].slice(0, mostColumns);
}

/** The role of a column beside this key: "Value" of a property is what the topic has, of a constant what the constant is. */
function roleIn(header: string, keyHeader: string): ColumnRole {
  const role = roleOfHeader(header);
  const isAspect = isAspectHeader(keyHeader) && bareHeader(keyHeader) !== "";
  const describesFeature = /^(?:features?|propert(?:y|ies)|parameters?)$/.test(bareHeader(keyHeader));
  if (role === "definition" && isAspect && !describesFeature) return "value";
  if (role === "attribute" && isAspectHeader(keyHeader)) return "other";
  if (role !== "value" || isAspect) return role;
  if (isSettingHeader(keyHeader)) return "remark";
  return /^(?:values?|data|content)$/.test(bareHeader(header)) ? "attribute" : "definition";
}

function isWorthAsking(grid: Grid, { index, header, role }: AskedColumn): boolean {
  const name = textOf(header);
  if (role === "remark" || !/\p{L}/u.test(name) || name.length > longestHeader) return false;
  const filled = grid.rows.flatMap(({ cells }) => (cells[index] ? [cells[index]] : []));
  const texts = filled.map((cell) => textOf(cell).toLowerCase());
  if (filled.length === 0 || filled.length < leastFilled * grid.rows.length) return false;
  const share = (isUnfit: (text: string) => boolean): number => texts.filter(isUnfit).length / texts.length;
  const isCounted = unit.test(name) || countable.test(name);
  if (share(isMark) >= 0.5 || share((text) => dataType.test(text)) >= 0.5) return false;
  if (!isCounted && share(isBareNumber) >= 0.5) return false;
  if (filled.filter((cell) => cell.every(isLink)).length >= 0.5 * filled.length) return false;
  if (/^weight/i.test(name) && texts.every((text) => text.endsWith("%"))) return false;
  return isVaried(texts);
}

/** Whether the values of a column are more than the two or three sorts that any row may be of. */
function isVaried(texts: readonly string[]): boolean {
  const different = new Set(texts).size;
  if (texts.length < 4) return texts.length < 2 || different > 1;
  return different > 2 && different * mostRepeats >= texts.length;
}

/** Whether a cell cannot be an answer although its column is asked: it ticks or grades, or is a number of nothing. */
export function isGuess(cell: readonly Inline[], header: readonly Inline[]): boolean {
  const text = textOf(cell);
  const isCounted = unit.test(textOf(header)) || countable.test(textOf(header));
  return isMark(text) || (!isCounted && isBareNumber(text));
}

function isLink(node: Inline): boolean {
  return node.kind === "link" || (node.kind === "text" && node.text.trim() === "");
}

function shareOfUnfit(grid: Grid): number {
  const cells = grid.rows.flatMap(({ cells }) => cells);
  const unfit = cells.filter((cell) => cell === null || isMark(textOf(cell)) || countWords(textOf(cell)) > longestCell);
  return unfit.length / cells.length;
}

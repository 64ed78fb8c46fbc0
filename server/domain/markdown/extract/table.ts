import { contentStems, countWords } from "../language/words.js";
import { comparesAbove } from "../phrase/compared.js";
import { titleOf, topicOf } from "../phrase/heading.js";
import type { Heading, Inline, Table } from "../tree/blocks.js";
import { isAllCode, textOf } from "../tree/inline.js";
import type { FactDraft } from "./draft.js";
import type { Reading } from "./reading.js";
import { cardsOfRow } from "./table-cards.js";
import { askedColumns } from "./table-columns.js";
import type { AskedColumn } from "./table-columns.js";
import { gridOf } from "./table-grid.js";
import type { Grid } from "./table-grid.js";

/** Longer keys beside a column that the rules do not know are statements of a list that merely stands beside another. */
const longestPlainKey = 4;

/** F11: tables whose rows each say something about the thing in their first column. */
export function tableFacts(reading: Reading): FactDraft[] {
  const { section, taken } = reading;
  return section.blocks.flatMap((block) => (block.kind === "table" && !taken.has(block) ? factsOfTable(block, reading) : []));
}

function factsOfTable(table: Table, reading: Reading): FactDraft[] {
  const { section, about, taken } = reading;
  const grid = gridOf(table);
  const columns = grid ? askedColumns(grid) : [];
  if (!grid || columns.length === 0 || standsSideBySide(grid, columns, reading)) return [];
  const standAlone = grid.rows.every(({ key }) => !isAllCode(key) || /[^a-z]/.test(textOf(key)));
  const stems = new Map(grid.rows.map((row) => [row, row.cells.map((cell) => contentStems(textOf(cell ?? [])))]));
  const asked = { grid, columns, about, topic: topicOf(section.headings, about.title), standAlone, stems };
  return grid.rows.flatMap((row) => {
    if (taken.has(row.row)) return [];
    taken.add(row.row);
    const cards = cardsOfRow(row, asked);
    if (cards.length === 0) return [];
    const { key, body } = row;
    return [{ rule: "F11", family: "table", explicitId: null, term: key, body, line: row.row.line, section, cards }];
  });
}

/** Whether the columns are lists that merely stand side by side: they are what the heading compares, or their keys are statements. */
function standsSideBySide(grid: Grid, columns: readonly AskedColumn[], { section, about }: Reading): boolean {
  if (
    comparesAbove(section.headings, about.title) &&
    namesItsColumns(grid, [about.title, ...section.headings.map(wordsOfHeading)])
  )
    return true;
  const isPlain = grid.headers.length === 1 && columns.every(({ role }) => role === "other");
  return isPlain && grid.rows.some(({ key }) => countWords(textOf(key)) > longestPlainKey);
}

function namesItsColumns({ keyHeader, headers }: Grid, above: readonly string[]): boolean {
  const stems = contentStems(above.join(" "));
  const isNamed = (header: readonly Inline[]): boolean => {
    const own = [...contentStems(textOf(header))];
    return own.length > 0 && own.every((stem) => stems.has(stem));
  };
  return isNamed(keyHeader) && headers.some(isNamed);
}

function wordsOfHeading(heading: Heading): string {
  return textOf(titleOf(heading));
}

import type { Casing } from "../language/casing.js";
import { isMark } from "../language/cell-words.js";
import { isAspectHeader, roleOfHeader } from "../language/table-words.js";
import { countWords } from "../language/words.js";
import { comparesAbove, namesSides, sidesOf } from "../phrase/compared.js";
import type { Sides } from "../phrase/compared.js";
import { sideBySide } from "../phrase/comparison.js";
import type { Inline, Table } from "../tree/blocks.js";
import { sliceInlines, textOf, withoutMarks } from "../tree/inline.js";
import { facetName } from "./card.js";
import { cardOfBoth, cardsOfSides, englishOf } from "./comparison-cards.js";
import type { CardDraft, FactDraft } from "./draft.js";
import { isGenericLabel } from "./labelled-list.js";
import type { Reading } from "./reading.js";
import { gridOf } from "./table-grid.js";
import type { GridRow } from "./table-grid.js";

/** Two cells of no more words together are one card. */
const mostInOneCard = 12;

/** The rows of a table of three columns, if those are an aspect and the two things that differ in it. */
export function factsOfComparedTable(table: Table, { section, about, taken }: Reading): FactDraft[] {
  const [aspects = [], one = [], other = []] = table.header;
  const sides = table.header.length === 3 ? sidesOf(withoutRemark(one), withoutRemark(other)) : null;
  if (!sides) return [];
  const areThings = sides.every(({ name }) => roleOfHeader(textOf(name)) === "other");
  const isAnnounced = areThings && isAspectHeader(textOf(aspects)) && comparesAbove(section.headings, about.title);
  if (!isAnnounced && !namesSides(section.headings, about.title, sides)) return [];
  return (gridOf(table)?.rows ?? []).flatMap((row) => {
    if (taken.has(row.row)) return [];
    taken.add(row.row);
    const cards = cardsOfRow(row, sides, englishOf(about));
    const { key, body } = row;
    const { line } = row.row;
    return cards.length === 0 ? [] : [{ rule: "F9", family: "table", explicitId: null, term: key, body, line, section, cards }];
  });
}

/** "AWS (`aws_vpc`)" is AWS. */
function withoutRemark(header: readonly Inline[]): readonly Inline[] {
  const plain = withoutMarks(header);
  return sliceInlines(plain, 0, textOf(plain).replace(/\s*\([^()]*\)\s*$/, "").length);
}

/** None where a cell only ticks or grades, or both say the same. */
function cardsOfRow({ key, cells }: GridRow, sides: Sides, english: Casing | null): CardDraft[] {
  const [one, other] = cells;
  if (isGenericLabel(textOf(key)) || roleOfHeader(textOf(key)) === "remark") return [];
  if (!one || !other || textOf(one).toLowerCase() === textOf(other).toLowerCase()) return [];
  if (isMark(textOf(one)) || isMark(textOf(other))) return [];
  const facetOf = (side: readonly Inline[]): string => `cell:${facetName(key)}/${facetName(side)}`;
  const about = { sides, aspect: key, english, facetOf };
  return countWords(`${textOf(one)} ${textOf(other)}`) > mostInOneCard
    ? cardsOfSides([one, other], about)
    : cardOfBoth(sideBySide(sides, [one, other]), about);
}

import type { Section } from "../outline/sections.js";
import type { Block, Inline, ListItem, TableRow } from "../tree/blocks.js";
import { codeNode, textNode, textOf } from "../tree/inline.js";
import { bodyOf } from "./card.js";
import { commandCards, saidOf } from "./command-card.js";
import type { FactDraft, Surroundings } from "./draft.js";
import { leadInOfContent } from "./lead-in.js";
import { commandOfCode } from "./parent-command.js";
import type { Reading } from "./reading.js";

/** F5 in rows: list items and rows of a table of two columns that begin with a command. */
export function commandRowFacts({ section, about, taken }: Reading): FactDraft[] {
  return section.blocks
    .flatMap((block) => rowsOf(block, taken))
    .flatMap((row) => {
      const fact = factOfRow(row, section, about);
      if (fact) taken.add(row.part);
      return fact ?? [];
    });
}

interface Row {
  readonly content: readonly Inline[];
  readonly below: readonly Block[];
  readonly line: number;
  readonly explicitId: string | null;
  readonly part: ListItem | TableRow;
}

function rowsOf(block: Block, taken: Reading["taken"]): Row[] {
  if (block.kind === "list") {
    return block.items
      .filter((item) => !taken.has(item))
      .map((item) => ({ content: item.content, below: item.blocks, line: item.line, explicitId: item.explicitId, part: item }));
  }
  if (block.kind !== "table" || block.header.length !== 2) return [];
  return block.rows
    .filter((row) => !taken.has(row))
    .map((row) => {
      const [name = [], said = []] = row.cells;
      return { content: [...name, textNode(": "), ...said], below: [], line: row.line, explicitId: null, part: row };
    });
}

function factOfRow(row: Row, section: Section, about: Surroundings): FactDraft | null {
  const lead = leadInOfContent(row.content);
  const code = lead?.style === "code" ? textOf(lead.term) : null;
  const command = code === null ? null : commandOfCode(code, about);
  if (!lead || code === null || command === null) return null;
  return {
    rule: "F5",
    family: "pair",
    explicitId: row.explicitId,
    term: [codeNode(code)],
    body: bodyOf(lead.said, row.below),
    line: row.line,
    section,
    cards: commandCards(code, saidOf(lead.said, code, about), { about, below: row.below, isBare: code === command }),
  };
}

import type { Section } from "../outline/sections.js";
import type { Block, Inline, ListItem } from "../tree/blocks.js";
import { codeNode, textOf } from "../tree/inline.js";
import { bodyOf } from "./card.js";
import { commandCards, saidOf } from "./command-card.js";
import type { FactDraft, Surroundings } from "./draft.js";
import { leadInOfContent } from "./lead-in.js";
import { commandOfCode } from "./parent-command.js";

/** F5 in rows: list items and rows of a table of two columns that begin with a command. `taken` receives the items that are read. */
export function commandRowFacts(section: Section, about: Surroundings, taken: Set<ListItem>): FactDraft[] {
  return section.blocks
    .flatMap((block) => rowsOf(block, taken))
    .flatMap((row) => {
      const fact = factOfRow(row, section, about);
      if (fact && row.item) taken.add(row.item);
      return fact ?? [];
    });
}

interface Row {
  readonly content: readonly Inline[];
  readonly below: readonly Block[];
  readonly line: number;
  readonly explicitId: string | null;
  readonly item: ListItem | null;
}

function rowsOf(block: Block, taken: ReadonlySet<ListItem>): Row[] {
  if (block.kind === "list") {
    return block.items
      .filter((item) => !taken.has(item))
      .map((item) => ({ content: item.content, below: item.blocks, line: item.line, explicitId: item.explicitId, item }));
  }
  if (block.kind !== "table" || block.header.length !== 2) return [];
  return block.rows.map(({ cells, line }) => {
    const [name = [], said = []] = cells;
    return { content: [...name, { kind: "text", text: ": " }, ...said], below: [], line, explicitId: null, item: null };
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

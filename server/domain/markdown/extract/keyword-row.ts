import type { Section } from "../outline/sections.js";
import { leadingVerb } from "../phrase/verb.js";
import type { Block, Inline, ListItem, Paragraph, Table, TableRow } from "../tree/blocks.js";
import { codeNode, isAllCode, linesOf, proseOf, textNode, textOf, trimInlines, withoutMarks } from "../tree/inline.js";
import { bodyOf } from "./card.js";
import type { FactDraft, Surroundings } from "./draft.js";
import { keywordsOf, notationOf, placesAbove } from "./keyword.js";
import type { Keywords, PlacesAbove } from "./keyword.js";
import { isAside, keywordCards, saidOfKeyword } from "./keyword-card.js";
import type { LeadIn } from "./lead-in.js";
import { leadInOf, leadInOfContent } from "./lead-in.js";
import type { Reading } from "./reading.js";

/** F8 in rows: list items, rows of a table of two columns and lines of paragraphs that begin with a keyword. */
export function keywordRowFacts({ section, about, taken }: Reading): FactDraft[] {
  return section.blocks.flatMap((block, blockIndex) => {
    const rows = taken.has(block) ? [] : rowsOf(block, about);
    const places = rows.length > 0 ? placesAbove(section, blockIndex, about) : [];
    return rows.flatMap((row) => {
      const fact = taken.has(row.part) && row.part !== block ? null : factOfRow(row, { section, places, about });
      if (fact) taken.add(row.part);
      return fact ?? [];
    });
  });
}

interface Row {
  readonly lead: LeadIn | null;
  readonly line: number;
  readonly explicitId: string | null;
  /** What the columns of its table are called. */
  readonly header: readonly Inline[];
  /** What is read with it. */
  readonly part: Block | ListItem | TableRow;
}

function rowsOf(block: Block, about: Surroundings): Row[] {
  switch (block.kind) {
    case "list":
      return block.items.map((item) => {
        const { line, explicitId } = item;
        return { lead: leadInOf(item) ?? leadInOfSentence(item, about), line, explicitId, header: [], part: item };
      });
    case "table":
      return explainsInSecondColumn(block) ? block.rows.map((row) => rowOfTable(row, block)) : [];
    case "paragraph":
      return rowsOfLines(block, about);
    default:
      return [];
  }
}

/** Lines of a paragraph that begins with a keyword or announces some: inside running text a line begins with a keyword by chance. */
function rowsOfLines(paragraph: Paragraph, about: Surroundings): Row[] {
  const [first, ...others] = joinContinuations(linesOf(paragraph.content)).map(({ content, offset }): Row => {
    return { lead: leadInOfContent(content), line: paragraph.line + offset, explicitId: null, header: [], part: paragraph };
  });
  if (!first) return [];
  const isIntroduced = /[:：]\s*$/.test(proseOf(linesOf(paragraph.content)[0] ?? []));
  return isIntroduced || keywordsIn(first.lead, about) ? [first, ...others] : [];
}

/** A sentence whose subject is the marked word that it begins with: "`COPY` brings files …", "[RUN](…) executes …". */
function leadInOfSentence({ content, blocks }: ListItem, { isEnglish }: Surroundings): LeadIn | null {
  const [first, ...rest] = trimInlines(content);
  if (!isEnglish || !first || (first.kind !== "code" && !("children" in first))) return null;
  const isItsVerb = leadingVerb(proseOf(rest)) !== null || /^\s+(?:is|are)\s+used\s/.test(proseOf(rest));
  const term = withoutMarks([first]);
  return isItsVerb
    ? { style: isAllCode(term) ? "code" : "marked", term, said: [textNode("This"), ...rest], below: blocks }
    : null;
}

/** Whether a table has two columns, the second of which is not examples, defaults and the like. */
function explainsInSecondColumn({ header }: Table): boolean {
  const second = textOf(header[1] ?? []);
  return (
    header.length === 2 &&
    !/\b(?:examples?|syntax|defaults?|types?|values?|versions?|required|equivalents?|alias(?:es)?)\b/i.test(second)
  );
}

function rowOfTable(row: TableRow, { header }: Table): Row {
  const [name = [], said = []] = row.cells;
  const lead = leadInOfContent([...name, textNode(": "), ...said]);
  return { lead, line: row.line, explicitId: null, header: header.flatMap((cell) => [...cell, textNode(" ")]), part: row };
}

interface Line {
  readonly content: readonly Inline[];
  /** Lines of the paragraph above it. */
  readonly offset: number;
}

/** A line that goes on with a small letter belongs to the one before it. */
function joinContinuations(lines: readonly Inline[][]): Line[] {
  const joined: Line[] = [];
  lines.forEach((content, offset) => {
    const last = joined.at(-1);
    const goesOn = last !== undefined && /^\s*\p{Ll}/u.test(proseOf(content));
    if (goesOn) joined[joined.length - 1] = { ...last, content: [...last.content, { kind: "break", hard: false }, ...content] };
    else joined.push({ content, offset });
  });
  return joined;
}

function keywordsIn(lead: LeadIn | null, about: Surroundings): Keywords | null {
  return lead && keywordsOf(textOf(lead.term).trim(), lead.style === "code", about);
}

interface Place {
  readonly section: Section;
  readonly places: PlacesAbove;
  readonly about: Surroundings;
}

function factOfRow({ lead, ...row }: Row, { section, places, about }: Place): FactDraft | null {
  const keywords = keywordsIn(lead, about);
  if (!lead || !keywords || lead.said.length === 0 || isAllCode(lead.said) || isAside(lead.said)) return null;
  const notation = notationOf(keywords.words, { places, said: [...row.header, ...lead.said] }, about);
  if (!notation) return null;
  const { below } = lead;
  const said = saidOfKeyword(lead.said, keywords.words[0] ?? "", about);
  return {
    rule: "F8",
    family: "pair",
    explicitId: row.explicitId,
    term: lead.style === "code" ? [codeNode(textOf(lead.term))] : lead.term,
    body: bodyOf(lead.said, below),
    line: row.line,
    section,
    cards: keywordCards(keywords, said, { notation, about, below }),
  };
}

import { countWords } from "../language/words.js";
import type { Noun } from "../phrase/noun.js";
import { capitalised } from "../phrase/noun.js";
import { resolveSubject, speaksOf } from "../phrase/subject.js";
import { englishCell } from "../phrase/cell-english.js";
import { neutralCell, neutralKey } from "../phrase/cell-question.js";
import type { CellQuestion } from "../phrase/cell-question.js";
import { englishKey } from "../phrase/key-english.js";
import type { Inline } from "../tree/blocks.js";
import { proseOf, textOf } from "../tree/inline.js";
import { facetName, forwardCard, presentCards, typedCard } from "./card.js";
import type { CardDraft, Surroundings } from "./draft.js";
import { isGuess } from "./table-columns.js";
import type { AskedColumn } from "./table-columns.js";
import type { Grid, GridRow } from "./table-grid.js";
import { isToldBy, nounOfKey } from "./table-key.js";

/** What the rows of one table share. */
export interface AskedTable {
  readonly grid: Grid;
  readonly columns: readonly AskedColumn[];
  readonly about: Surroundings;
  readonly topic: readonly Inline[];
  /** Whether each key says enough without the topic: code such as "no" or "image" does not. */
  readonly standAlone: boolean;
  /** The stems of each cell, by its row. */
  readonly stems: ReadonlyMap<GridRow, readonly ReadonlySet<string>[]>;
}

/** Twice as many as a section may ask: what a longer table says besides the first thing about each row is never asked. */
const mostCards = 24;
const mostPerRow = 3;
const describing: ReadonlySet<string> = new Set(["definition", "meaning", "longForm", "purpose", "action"]);
/** A cell of so few words is typed. */
const mostTypedWords = 3;

/** The cards of one row: what its cells say about its key, and the key by the first of them. */
export function cardsOfRow(row: GridRow, table: AskedTable): CardDraft[] {
  const noun = nounOfKey(row.key, table);
  if (!noun) return [];
  const most = isQuestion(row) ? 1 : Math.max(1, Math.min(mostPerRow, Math.floor(mostCards / table.grid.rows.length)));
  const asked = table.columns.slice(0, most).flatMap((column) => {
    const cell = row.cells[column.index];
    return cell && !isGuess(cell, column.header) ? [{ column, cell }] : [];
  });
  const cards = presentCards(
    asked.map(({ column, cell }) => cellCard(questionOf({ column, cell }, row, { noun, table }), { cell, row, table })),
  );
  const [first] = asked;
  if (!first || isQuestion(row) || cards.length >= most || !isToldBy(first.column, row, table)) return cards;
  return presentCards([...cards, keyCard(questionOf(first, row, { noun, table }), row, table)]);
}

interface Cell {
  readonly column: AskedColumn;
  readonly cell: readonly Inline[];
}

function questionOf({ column, cell }: Cell, row: GridRow, { noun, table }: { noun: Noun; table: AskedTable }): CellQuestion {
  const { about, topic, grid } = table;
  const { header, role } = column;
  const answer = about.isEnglish && describing.has(role) ? saidOf(cell, nameOf(row.key)) : cell;
  const term = noun.nodes.length > row.key.length ? noun.nodes : row.key;
  return { topic, term, noun, keyHeader: grid.keyHeader, header, role, answer, casing: about.casing };
}

/** What is said about a key: without the key or the pronoun for it at its start. "The command …" of a table may be any command. */
function saidOf(cell: readonly Inline[], name: string): Inline[] {
  return /^(?:it|they|this|these)\b/i.test(proseOf(cell)) ||
    (name !== "" && speaksOf(cell, name) && !/^the\s/i.test(proseOf(cell)))
    ? resolveSubject(cell, name)
    : capitalised(cell);
}

/** What a sentence about a key may begin with; a key of two letters can be any word ("IN"). */
function nameOf(key: readonly Inline[]): string {
  const text = textOf(key);
  return text.length > 2 ? text : "";
}

function cellCard(
  question: CellQuestion,
  { cell, row, table }: { cell: readonly Inline[]; row: GridRow; table: AskedTable },
): CardDraft | null {
  const facet = `cell:${facetName(row.key)}/${facetName(question.header)}`;
  const prompt = promptOf(question, { cell, row, table });
  if (prompt === null) return null;
  const forward = forwardCard(prompt, question.answer, { facet });
  const text = textOf(forward.answer);
  const isTyped = countWords(text) <= mostTypedWords && !/[,;]|\s\(/.test(text);
  return isTyped ? { ...typedCard(forward.prompt, forward.answer), facet, extra: forward.extra } : forward;
}

function promptOf(
  question: CellQuestion,
  { cell, row, table }: { cell: readonly Inline[]; row: GridRow; table: AskedTable },
): Inline[] | null {
  const { about, topic, standAlone } = table;
  const { noun, term, answer, role } = question;
  if (isQuestion(row)) return [...row.key];
  if (!about.isEnglish) return neutralCell(question);
  if (role !== "definition") return englishCell(question);
  const isSubject = speaksOf(cell, nameOf(row.key));
  return about.templates.labelled({
    topic,
    headingClass: "other",
    term,
    noun,
    answer,
    isSubject,
    standsAlone: standAlone,
  });
}

/** A key that asks is the question itself. */
function isQuestion({ key }: GridRow): boolean {
  return /[?？]$/.test(textOf(key));
}

function keyCard(question: CellQuestion, row: GridRow, { about }: AskedTable): CardDraft | null {
  const short = forwardCard([], question.answer).answer;
  const asked = { ...question, answer: short };
  const prompt = about.isEnglish ? englishKey(asked) : neutralKey(asked);
  return prompt && typedCard(prompt, row.key);
}

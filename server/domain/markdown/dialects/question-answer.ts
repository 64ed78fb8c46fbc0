import { blockIdAtEnd, commentIdOf } from "../syntax/explicit-id.js";
import type { Block } from "../tree/blocks.js";

/** A card as its author wrote it: `Q:` and `A:` at the start of a line. */
export interface WrittenCard {
  readonly question: string;
  readonly answer: string;
  readonly explicitId: string | null;
  /** 1-based lines of the file, the last one included. */
  readonly line: number;
  readonly endLine: number;
}

export interface WrittenCards {
  readonly cards: readonly WrittenCard[];
  readonly problems: readonly { readonly line: number; readonly message: string }[];
}

/** How far an answer goes: to a blank line or heading (`paragraph`), or to the next card or `---` (`card`, in notes that hold cards only). */
export type AnswerEnd = "paragraph" | "card";

interface Source {
  readonly lines: readonly string[];
  /** Whether a line (0-based) belongs to code or HTML, where nothing is a card. */
  readonly isOpaque: (index: number) => boolean;
  readonly answerEnd: AnswerEnd;
}

/** Reads `Q:`/`A:` cards from the lines of a note; `blocks` are the same note parsed, `linesAbove` lines of the file stand above it. */
export function readWrittenCards(text: string, blocks: readonly Block[], linesAbove: number, answerEnd: AnswerEnd): WrittenCards {
  const opaque = blocks.filter((block) => block.kind === "code" || (block.kind === "html" && commentIdOf(block.html) === null));
  const isOpaque = (index: number): boolean =>
    opaque.some(({ line, endLine }) => line <= index + 1 + linesAbove && index + 1 + linesAbove <= endLine);
  const source: Source = { lines: text.split("\n"), isOpaque, answerEnd };
  const cards: WrittenCard[] = [];
  const problems: { line: number; message: string }[] = [];
  for (let index = 0; index < source.lines.length; index++) {
    if (!starts(source, index, "Q:")) continue;
    const answerAt = endOfPart(source, index + 1, "paragraph");
    const line = index + 1 + linesAbove;
    if (!starts(source, answerAt, "A:")) {
      problems.push({ line, message: "This question has no answer: write a line that starts with A: below it." });
      continue;
    }
    const end = endOfPart(source, answerAt + 1, answerEnd);
    const card = cardOf(source.lines.slice(index, answerAt), source.lines.slice(answerAt, end));
    if (card.question === "" || card.answer === "")
      problems.push({ line, message: "This card has an empty question or answer: fill it in." });
    else cards.push({ ...card, line, endLine: lastLine(source, end) + linesAbove });
    index = end - 1;
  }
  return { cards, problems };
}

function starts(source: Source, index: number, mark: "Q:" | "A:" | "C:"): boolean {
  return (source.lines[index]?.startsWith(mark) ?? false) && !source.isOpaque(index);
}

/** The first line (0-based) that does not belong to the part that goes on at `index`. */
function endOfPart(source: Source, index: number, end: AnswerEnd): number {
  for (let at = index; at < source.lines.length; at++) {
    if (source.isOpaque(at)) continue;
    const line = source.lines[at] ?? "";
    if (starts(source, at, "Q:") || starts(source, at, "A:") || starts(source, at, "C:") || line.trim() === "---") return at;
    if (end === "paragraph" && (line.trim() === "" || /^ {0,3}#{1,6}\s/.test(line))) return at;
  }
  return source.lines.length;
}

function lastLine(source: Source, end: number): number {
  let last = end;
  while (last > 0 && (source.lines[last - 1] ?? "").trim() === "") last--;
  return last;
}

function cardOf(
  questionLines: readonly string[],
  answerLines: readonly string[],
): Pick<WrittenCard, "question" | "answer" | "explicitId"> {
  const question = partOf(questionLines);
  const answer = partOf(answerLines);
  return { question: question.text, answer: answer.text, explicitId: answer.id ?? question.id };
}

/** The text after the mark, and the identifier that was in it. */
function partOf(lines: readonly string[]): { text: string; id: string | null } {
  let id: string | null = null;
  const whole = lines
    .join("\n")
    .slice(2)
    .replace(/<!--\s*id:\s*([\w-]+)\s*-->/gi, (_, found: string) => {
      id ??= found;
      return "";
    });
  const text = whole.trim();
  const blockId = blockIdAtEnd(text);
  return blockId === null ? { text, id } : { text: text.slice(0, text.length - blockId.length - 1).trim(), id: id ?? blockId };
}

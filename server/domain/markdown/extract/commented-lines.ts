import type { KnownNotation } from "../language/notations.js";
import { commentsFrom, joinComments } from "./commented-code.js";
import type { CommentedCode } from "./commented-code.js";

/** Comments, a statement, or what closes a block, with the lines that it takes. */
interface Unit {
  readonly kind: "comment" | "statement" | "closing";
  /** `null` where it cannot be shown as one line, or says nothing. */
  readonly text: string | null;
  readonly offset: number;
  readonly isAfterGap: boolean;
  readonly isIndented: boolean;
  /** Whether what follows is inside it: `if (x) {`. */
  readonly isOpener: boolean;
}

const prompt = /^\s*(?:\$|>>>|❯)\s+/;
const closing = /^(?:[\])}>;,\s]+|end|fi|done|esac)$/;
const opener = /(?:[{([:,|=]|&&|\|\||=>|\bdo|\bthen|\belse)$/;
/** A longer statement is read nowhere at a glance; in characters. */
const longestStatement = 100;
const mostLines = 12;

/**
 * Comments that stand directly above one statement and can mean nothing else: no second statement follows without a comment of its own, and no
 * statement stands right above, whose output the comment could be.
 */
export function commentedLines(text: string, notation: KnownNotation): CommentedCode[] {
  const units = unitsOf(text.split("\n"), notation);
  return units.flatMap((unit, index) => {
    const [below, after] = units.slice(index + 1, index + 3);
    const isPair = unit.kind === "comment" && below?.kind === "statement" && !below.isAfterGap;
    if (!isPair || unit.text === null || below.text === null || after?.kind === "statement") return [];
    const isAlone = notation.layout === "program" ? standsAlone(unit, below, after) : isAbout(units, index, notation);
    return isAlone ? [{ comment: unit.text, code: below.text, offset: unit.offset }] : [];
  });
}

/** Whether a comment and its statement stand at the left margin between blank lines: inside something larger neither says enough. */
function standsAlone(comment: Unit, statement: Unit, after: Unit | undefined): boolean {
  const isFirst = comment.offset === 0 || comment.isAfterGap;
  return isFirst && !comment.isIndented && !statement.isIndented && (!after || after.isAfterGap);
}

/** Whether the comment at `index` is about what is below it: nothing is right above, or what is there has a comment of its own, opens a block, or is an instruction. */
function isAbout(units: readonly Unit[], index: number, { keywords }: KnownNotation): boolean {
  const above = units[index - 1];
  if (!above || above.kind === "closing" || above.isOpener || units[index]?.isAfterGap === true) return true;
  const beforeThat = units[index - 2];
  return beforeThat?.kind === "comment" || keywords.has(above.text?.split(/\s/, 1)[0] ?? "");
}

function unitsOf(lines: readonly string[], notation: KnownNotation): Unit[] {
  const units: Unit[] = [];
  const hasPrompts = lines.some((line) => prompt.test(line));
  let isAfterGap = false;
  for (let offset = 0; offset < lines.length;) {
    const { count, ...unit } = unitAt(lines, offset, { notation, hasPrompts });
    if (unit.kind === "gap") isAfterGap = true;
    else if (unit.kind !== "output") {
      const isIndented = /^\s/.test(lines[offset] ?? "");
      units.push({ ...unit, kind: unit.kind, offset, isAfterGap, isIndented });
      isAfterGap = false;
    }
    offset += count;
  }
  return units;
}

interface Found {
  readonly kind: Unit["kind"] | "gap" | "output";
  readonly text: string | null;
  readonly isOpener: boolean;
  /** How many lines it takes. */
  readonly count: number;
}

function unitAt(
  lines: readonly string[],
  start: number,
  { notation, hasPrompts }: { notation: KnownNotation; hasPrompts: boolean },
): Found {
  const line = lines[start] ?? "";
  const text = line.trim();
  if (text === "") return { kind: "gap", text: null, isOpener: false, count: 1 };
  const comments = commentsFrom(lines, start, notation);
  if (comments.length > 0) return { kind: "comment", text: joinComments(comments), isOpener: false, count: comments.length };
  if (closing.test(text)) return { kind: "closing", text: null, isOpener: false, count: 1 };
  if (hasPrompts && !prompt.test(line)) return { kind: "output", text: null, isOpener: false, count: 1 };
  return statementAt(lines, start, notation);
}

/** A statement with the lines that it goes on in: after a backslash, or up to its semicolon. */
function statementAt(lines: readonly string[], start: number, notation: KnownNotation): Found {
  let text = (lines[start] ?? "").replace(prompt, "").trim();
  let count = 1;
  while (count < mostLines && goesOn(text, notation) && canGoOn(lines, start + count, notation)) {
    text = `${text.replace(/\s*\\$/, "")} ${(lines[start + count] ?? "").trim()}`;
    count++;
  }
  return { kind: "statement", text: isOneStatement(text, notation) ? text : null, isOpener: opener.test(text), count };
}

function goesOn(text: string, { layout }: KnownNotation): boolean {
  return text.endsWith("\\") || (layout === "statements" && !text.endsWith(";"));
}

function canGoOn(lines: readonly string[], index: number, notation: KnownNotation): boolean {
  return (lines[index] ?? "").trim() !== "" && commentsFrom(lines, index, notation).length === 0;
}

function isOneStatement(text: string, { comment: { open }, asked, asides }: KnownNotation): boolean {
  const [first = ""] = text.split(/[\s(;]/, 1);
  return (
    text.length <= longestStatement &&
    /[\p{L}\p{N}]/u.test(text) &&
    !asides.has(first) &&
    !(asked === "alone" && !isCommand(text, first)) &&
    !opener.test(text) &&
    !/\\$|<<-?\s*["'\w]/.test(text) &&
    !(open !== "" && text.includes(` ${open}`)) &&
    isBalanced(text)
  );
}

/** Whether a line begins with a program: no sentence, no assignment, nothing in parentheses, no line of a file of settings. */
function isCommand(text: string, first: string): boolean {
  return /^[\p{L}\p{N}.~/]/u.test(text) && !/^\p{Lu}\p{Ll}+$/u.test(first) && !first.includes("=") && !/\s=\s|;$/.test(text);
}

function isBalanced(text: string): boolean {
  const count = (character: string): number => text.split(character).length;
  return count("(") === count(")") && count("[") === count("]") && count("{") === count("}");
}

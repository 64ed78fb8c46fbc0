import type { Env, Token } from "markdown-it";
import { countTokens, findDropped, noteParser } from "./syntax/parser.js";
import { findUnclosed } from "./syntax/unclosed.js";
import type { Block } from "./tree/blocks.js";
import { treeOf } from "./tree/tree-of.js";
import { UnreadableNoteError } from "./unreadable.js";

/** A text that makes more tokens than this is refused: generating would take longer than anyone waits. */
const mostTokens = 20_000;

export interface ParsedText {
  /** What markdown-it made of it, for the renderer. */
  readonly tokens: readonly Token[];
  readonly env: Env;
  readonly blocks: readonly Block[];
  readonly problems: readonly { readonly line: number; readonly message: string }[];
}

/**
 * Reads Markdown as tokens and as a tree; `linesAbove` lines of the file stand above `text`.
 * What is nested too deep is dropped and reported; too much of it throws UnreadableNoteError.
 */
export function parseText(text: string, linesAbove: number): ParsedText {
  const env: Env = {};
  const tokens = noteParser.parse(text, env);
  if (countTokens(tokens) > mostTokens) {
    throw new UnreadableNoteError("This note is too complex to read. Cut it into several notes.", 1);
  }
  return { tokens, env, blocks: treeOf(tokens, linesAbove), problems: findProblems(text, tokens, linesAbove) };
}

function findProblems(text: string, tokens: readonly Token[], linesAbove: number): ParsedText["problems"] {
  const problems = findUnclosed(text, tokens).map((found) => ({ ...found, line: found.line + linesAbove + 1 }));
  const dropped = findDropped(tokens);
  if (dropped === null) return problems;
  return [...problems, { line: dropped + linesAbove + 1, message: "This is nested too deep: what is inside was left out." }];
}

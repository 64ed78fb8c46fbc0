import type { MarkdownIt, StateBlock } from "markdown-it";

/** So deep may text stand inside indented text; deeper, it is code as CommonMark has it (the parser recurses for each level). */
const deepest = 30;

/**
 * Replaces CommonMark's rule for indented code: notes are often indented outlines, and nobody means code by that.
 * A run of lines that stand four or more columns to the right is read as if it stood at its own least indent.
 */
export function readIndentedText(parser: MarkdownIt): void {
  const depths = new WeakMap<StateBlock, number>();
  parser.block.ruler.at("code", (state, startLine, endLine, silent) => {
    if (columnsBeyond(state, startLine) < 4) return false;
    if (silent) return true;
    const lastLine = endOfRun(state, startLine, endLine);
    const depth = depths.get(state) ?? 0;
    if (depth >= deepest) return pushCode(state, startLine, lastLine);
    depths.set(state, depth + 1);
    tokeniseAt(state, startLine, lastLine, leastIndent(state, startLine, lastLine));
    depths.set(state, depth);
    return true;
  });
}

function columnsBeyond(state: StateBlock, line: number): number {
  return (state.sCount[line] ?? 0) - state.blkIndent;
}

/** The line after the last indented line; blank lines between belong to the run, blank lines after it do not. */
function endOfRun(state: StateBlock, startLine: number, endLine: number): number {
  let last = startLine + 1;
  for (let line = last; line < endLine; line++) {
    if (state.isEmpty(line)) continue;
    if (columnsBeyond(state, line) < 4) break;
    last = line + 1;
  }
  return last;
}

function leastIndent(state: StateBlock, startLine: number, endLine: number): number {
  let least = Number.MAX_SAFE_INTEGER;
  for (let line = startLine; line < endLine; line++) {
    if (!state.isEmpty(line)) least = Math.min(least, state.sCount[line] ?? 0);
  }
  return least;
}

function tokeniseAt(state: StateBlock, startLine: number, endLine: number, indent: number): void {
  const { blkIndent, listIndent, tight, parentType, lineMax } = state;
  state.blkIndent = indent;
  state.listIndent = -1;
  state.parentType = "root";
  state.lineMax = endLine;
  state.md.block.tokenize(state, startLine, endLine);
  Object.assign(state, { blkIndent, listIndent, tight, parentType, lineMax });
  state.line = endLine;
}

function pushCode(state: StateBlock, startLine: number, endLine: number): true {
  const token = state.push("code_block", "code", 0);
  token.content = `${state.getLines(startLine, endLine, 4 + state.blkIndent, false)}\n`;
  token.map = [startLine, endLine];
  state.line = endLine;
  return true;
}

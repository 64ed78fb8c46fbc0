import type { KnownNotation } from "../language/notations.js";

/** A comment of a piece of code and the one statement that it stands above. */
export interface CommentedCode {
  readonly comment: string;
  /** In one line. */
  readonly code: string;
  /** Lines of the code above the comment. */
  readonly offset: number;
}

/** The words of a comment line, `null` for one without words for readers ("#!/bin/sh", "#PermitRootLogin no"), `undefined` for any other line. */
function commentIn(line: string, { comment: { open, close } }: KnownNotation): string | null | undefined {
  const text = line.trim();
  if (open === "" || !text.startsWith(open)) return undefined;
  if (close !== "" && !text.endsWith(close)) return null;
  const inner = text.slice(open.length, close === "" ? undefined : -close.length);
  return /^\s+\S/.test(inner) ? inner.trim() : null;
}

/** The comment lines that follow each other from `start` on, as `commentIn` gives them; empty where none is there. */
export function commentsFrom(lines: readonly string[], start: number, notation: KnownNotation): (string | null)[] {
  const comments: (string | null)[] = [];
  for (let index = start; index < lines.length; index++) {
    const comment = commentIn(lines[index] ?? "", notation);
    if (comment === undefined) break;
    comments.push(comment);
  }
  return comments;
}

/** A longer comment is a text of its own; in lines. */
const mostLines = 4;

/** Comment lines as one comment; `null` where they are many, where one of them has no words, or where they may be a title and a comment. */
export function joinComments(lines: readonly (string | null)[]): string | null {
  if (lines.length > mostLines) return null;
  let joined = "";
  for (const [index, line] of lines.entries()) {
    if (line === null) return null;
    if (index > 0 && (!/^\p{Ll}/u.test(line) || /[.:;!?]$/.test(joined))) return null;
    joined = index === 0 ? line : `${joined} ${line}`;
  }
  return joined;
}

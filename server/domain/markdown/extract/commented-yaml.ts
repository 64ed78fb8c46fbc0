import type { KnownNotation } from "../language/notations.js";
import { commentsFrom, joinComments } from "./commented-code.js";
import type { CommentedCode } from "./commented-code.js";
import { yamlLines } from "./yaml-lines.js";
import type { YamlLine } from "./yaml-lines.js";

/**
 * Comments that stand directly above one key with its value and can mean nothing else: the next key beside it has a comment of its own. Nothing where the
 * text is not YAML, or has a key like "Ports": whoever wrote that did not try it.
 */
export function commentedYaml(text: string, notation: KnownNotation): CommentedCode[] {
  const entries = yamlLines(text);
  if (!entries || entries.some(({ key }) => key !== null && /^\p{Lu}\p{Ll}/u.test(key) && !notation.keywords.has(key))) return [];
  const lines = text.split("\n");
  return entries.flatMap((entry, index) => {
    const offset = startOfComment(lines, entry.offset, notation);
    const comment = offset === entry.offset ? null : joinComments(commentsFrom(lines, offset, notation));
    const setting = comment === null ? null : settingAt(entries, index, notation);
    if (comment === null || !setting || indentOf(lines[offset]) !== entry.column) return [];
    const next = entries[setting.next];
    const isShared = next?.column === entry.column && startOfComment(lines, next.offset, notation) === next.offset;
    return isShared ? [] : [{ comment, code: setting.code, offset }];
  });
}

/** Where the comment begins that ends right above the line at `offset`; `offset` itself where there is none. */
function startOfComment(lines: readonly string[], offset: number, notation: KnownNotation): number {
  let start = offset;
  while (start > 0 && commentsFrom(lines.slice(start - 1, start), 0, notation).length > 0) start--;
  return start;
}

function indentOf(line = ""): number {
  return line.length - line.trimStart().length;
}

interface Setting {
  /** In one line: `ports: ["80:80"]`. */
  readonly code: string;
  /** Index of the entry after it. */
  readonly next: number;
}

/** A key with its value, or with a list of one item; of a notation with keywords, only those. */
function settingAt(entries: readonly YamlLine[], index: number, { keywords }: KnownNotation): Setting | null {
  const at = entries[index];
  if (!at || at.key === null || (keywords.size > 0 && !keywords.has(at.key)) || /^[|>]/.test(at.value)) return null;
  const [next, after] = entries.slice(index + 1, index + 3);
  if (at.value !== "") return isInside(next, at) ? null : { code: `${at.key}: ${at.value}`, next: index + 1 };
  const isItem = next !== undefined && next.key === null && next.value !== "" && isInside(next, at);
  return isItem && !isInside(after, at) ? { code: `${at.key}: [${quoted(next.value)}]`, next: index + 2 } : null;
}

/** Whether a line belongs to the entry above it; a list may stand in the column of its key. */
function isInside(line: YamlLine | undefined, { column, keyColumn }: YamlLine): boolean {
  if (!line) return false;
  const isList = line.keyColumn > line.column;
  return line.column > column || (isList && line.column === column && keyColumn === column);
}

function quoted(value: string): string {
  return /^["']/.test(value) || !/[:,[\]{}]/.test(value) ? value : `"${value}"`;
}

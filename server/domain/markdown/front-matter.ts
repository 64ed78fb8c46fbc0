import { parse as parseToml, TomlError } from "smol-toml";
import { LineCounter, parseDocument } from "yaml";
import { UnreadableNoteError } from "./unreadable.js";

export interface FrontMatter {
  /** Its entries; empty where there is none or it is broken. */
  readonly entries: Readonly<Record<string, unknown>>;
  /** The text below it. */
  readonly text: string;
  /** Lines of the file above `text`. */
  readonly linesAbove: number;
  /** What is wrong with it, or `null`. */
  readonly problem: { readonly line: number; readonly message: string } | null;
}

/** A longer front matter is not read; in characters. */
const longestFrontMatter = 50_000;
/** So many aliases may a front matter expand (a hundred levels of them are a bomb). */
const mostAliases = 50;

/**
 * Cuts YAML between `---` lines or TOML between `+++` lines off the top of a note.
 * Broken entries are a problem and the text is still given; an unclosed block throws UnreadableNoteError, for the file is half written.
 */
export function cutFrontMatter(text: string): FrontMatter {
  const lines = text.split("\n");
  const fence = lines[0]?.trimEnd();
  if (fence !== "---" && fence !== "+++") return { entries: {}, text, linesAbove: 0, problem: null };
  const end = lines.findIndex((line, index) => index > 0 && isClosing(line.trimEnd(), fence));
  if (end < 0) {
    if (!looksLikeEntries(lines[1] ?? "", fence)) return { entries: {}, text, linesAbove: 0, problem: null };
    throw new UnreadableNoteError(`The front matter has no closing ${fence} line. Is the file half written?`, 1);
  }
  const source = lines.slice(1, end).join("\n");
  if (fence === "---" && !isFrontMatter(source)) return { entries: {}, text, linesAbove: 0, problem: null };
  const read = readEntries(source, fence);
  return { ...read, text: lines.slice(end + 1).join("\n"), linesAbove: end + 1 };
}

function isClosing(line: string, fence: string): boolean {
  return line === fence || (fence === "---" && line === "...");
}

function looksLikeEntries(line: string, fence: string): boolean {
  return fence === "+++" || /^[\w"'-][\w "'-]*:(?:\s|$)/.test(line);
}

/** A note may also begin with a thematic break: then what is between it and the next one is prose. */
function isFrontMatter(source: string): boolean {
  const first = source.split("\n").find((line) => line.trim() !== "" && !line.startsWith("#"));
  return first === undefined || looksLikeEntries(first, "---") || /^[{[&%!-]/.test(first);
}

type Read = Pick<FrontMatter, "entries" | "problem">;

function readEntries(source: string, fence: string): Read {
  if (source.length > longestFrontMatter) return broken(1, "it is longer than 50,000 characters");
  return fence === "---" ? readYaml(source) : readToml(source);
}

function readYaml(source: string): Read {
  const lineCounter = new LineCounter();
  const document = parseDocument(source, { lineCounter, logLevel: "silent" });
  const error = document.errors[0];
  if (error) return broken(lineCounter.linePos(error.pos[0]).line + 1, firstSentence(error.message));
  try {
    return entriesOf(document.toJS({ maxAliasCount: mostAliases }));
  } catch (error) {
    return broken(2, error instanceof Error ? firstSentence(error.message) : "it cannot be read");
  }
}

function readToml(source: string): Read {
  try {
    return entriesOf(parseToml(source));
  } catch (error) {
    if (!(error instanceof TomlError)) return broken(2, "it cannot be read");
    return broken(error.line + 1, firstSentence(error.message.replace("Invalid TOML document: ", "")));
  }
}

function entriesOf(value: unknown): Read {
  if (value === null || value === undefined) return { entries: {}, problem: null };
  if (typeof value !== "object" || Array.isArray(value)) return broken(2, "it is not a list of `key: value` lines");
  return { entries: Object.fromEntries(Object.entries(value)), problem: null };
}

function broken(line: number, reason: string): Read {
  return { entries: {}, problem: { line, message: `The front matter cannot be read and is ignored: ${reason}.` } };
}

function firstSentence(message: string): string {
  const line = message.split("\n", 1)[0] ?? "";
  return line.replace(/ at line \d+, column \d+:?$/, "").replace(/[.:]$/, "");
}

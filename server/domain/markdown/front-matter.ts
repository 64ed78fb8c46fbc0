import { parse as parseToml, TomlError } from "smol-toml";
import { LineCounter, parseDocument } from "yaml";
import { UnreadableNoteError } from "./unreadable.js";

export interface FrontMatter {
  /** Its entries; empty where there is none. */
  readonly entries: Readonly<Record<string, unknown>>;
  /** The text below it. */
  readonly text: string;
  /** Lines of the file above `text`. */
  readonly linesAbove: number;
}

/** A longer front matter is not read; in characters. */
const longestFrontMatter = 50_000;
/** So many aliases may a front matter expand (a hundred levels of them are a bomb). */
const mostAliases = 50;

/**
 * Cuts YAML between `---` lines or TOML between `+++` lines off the top of a note. Throws UnreadableNoteError where it is not closed or cannot
 * be read: what it would have said (no cards, another title, a language) is unknown, so nothing may be made of the text below it.
 */
export function cutFrontMatter(text: string): FrontMatter {
  const lines = text.split("\n");
  const fence = lines[0]?.trimEnd();
  if (fence !== "---" && fence !== "+++") return { entries: {}, text, linesAbove: 0 };
  const end = lines.findIndex((line, index) => index > 0 && isClosing(line.trimEnd(), fence));
  if (end < 0) {
    if (!looksLikeEntries(lines[1] ?? "", fence)) return { entries: {}, text, linesAbove: 0 };
    throw new UnreadableNoteError(`The front matter has no closing ${fence} line. Is the file half written?`, 1);
  }
  const source = lines.slice(1, end).join("\n");
  if (fence === "---" && !isFrontMatter(source)) return { entries: {}, text, linesAbove: 0 };
  return { entries: readEntries(source, fence), text: lines.slice(end + 1).join("\n"), linesAbove: end + 1 };
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

type Entries = FrontMatter["entries"];

function readEntries(source: string, fence: string): Entries {
  if (source.length > longestFrontMatter) throw broken(1, "it is longer than 50,000 characters");
  return fence === "---" ? readYaml(source) : readToml(source);
}

function readYaml(source: string): Entries {
  const lineCounter = new LineCounter();
  const document = parseDocument(source, { lineCounter, logLevel: "silent" });
  const error = document.errors[0];
  if (error) throw broken(lineCounter.linePos(error.pos[0]).line + 1, firstSentence(error.message));
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: mostAliases });
  } catch (error) {
    throw broken(2, error instanceof Error ? firstSentence(error.message) : "it cannot be read");
  }
  return entriesOf(value);
}

function readToml(source: string): Entries {
  try {
    return entriesOf(parseToml(source));
  } catch (error) {
    if (!(error instanceof TomlError)) throw broken(2, "it cannot be read");
    throw broken(error.line + 1, firstSentence(error.message.replace("Invalid TOML document: ", "")));
  }
}

function entriesOf(value: unknown): Entries {
  if (value === null || value === undefined) return {};
  if (typeof value !== "object" || Array.isArray(value)) throw broken(2, "it is not a list of `key: value` lines");
  return Object.fromEntries(Object.entries(value));
}

function broken(line: number, reason: string): UnreadableNoteError {
  return new UnreadableNoteError(
    `The front matter cannot be read: ${reason}. Correct it; until then the note stays as it was.`,
    line,
  );
}

function firstSentence(message: string): string {
  const line = message.split("\n", 1)[0] ?? "";
  return line.replace(/ at line \d+, column \d+:?$/, "").replace(/[.:]$/, "");
}

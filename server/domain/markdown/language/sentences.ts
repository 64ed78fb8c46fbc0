import { abbreviations } from "./english-words.js";

export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * The sentences of one block as spans of `text`, white space between them left out.
 * Our own rule instead of Intl.Segmenter, whose answer changes with the ICU of each Node version: cards must be the same everywhere.
 */
export function sentencesOf(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const end of sentenceEnds(text)) {
    spans.push(trimmed(text, start, end));
    start = end;
  }
  spans.push(trimmed(text, start, text.length));
  return spans.filter((span) => span.start < span.end);
}

function* sentenceEnds(text: string): Generator<number> {
  const ends = /[.!?…]+["'”’»)\]]*(?=\s)|[。！？]["”’」』)]*/gu;
  let depth = 0;
  let scanned = 0;
  for (const match of text.matchAll(ends)) {
    const end = match.index + match[0].length;
    for (; scanned < end; scanned++) depth = Math.max(0, depth + parenthesis(text.charAt(scanned)));
    if (depth === 0 && endsSentence(text, match.index, end)) yield end;
  }
}

function parenthesis(character: string): number {
  if (character === "(") return 1;
  return character === ")" ? -1 : 0;
}

function endsSentence(text: string, stop: number, end: number): boolean {
  if (/[。！？]/.test(text.charAt(stop))) return true;
  const next = text.slice(end, end + 8).trimStart();
  if (!/^["'“‘«([]*[\p{Lu}\p{N}\p{Lo}$/.\uE000]/u.test(next)) return false;
  if (text.charAt(stop) !== ".") return true;
  const word = /[\p{L}\p{N}.]*$/u.exec(text.slice(Math.max(0, stop - 20), stop))?.[0] ?? "";
  const numbersItem = /^\d{1,2}$/.test(word) && stop <= 4 && text.slice(0, stop).trim() === word;
  return !numbersItem && !abbreviations.has(word.toLowerCase()) && !/^\p{Lu}$/u.test(word);
}

function trimmed(text: string, start: number, end: number): Span {
  const part = text.slice(start, end);
  return { start: start + part.length - part.trimStart().length, end: start + part.trimEnd().length };
}

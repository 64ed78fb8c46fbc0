import { genericWords, nounVerbs, verbs } from "./english-words.js";
import { once } from "./once.js";
import { wordsOf } from "./words.js";

/** A term may have so many words. */
const longestTerm = 4;
/** A single word that a text repeats more often is one of its everyday words, and no answer to a question. */
const mostOccurrences = 4;

/** The terms of one document. */
export interface DocumentTerms {
  /** The longest terms that stand in a text, as spans of it, without overlap. */
  readonly spansIn: (text: string) => readonly { readonly start: number; readonly end: number }[];
}

/** Learns a document's terms: `named` are the phrases that its author set apart (headings, labels, what is bold), `texts` all that it says. */
export function learnTerms(named: () => readonly string[], texts: readonly string[]): DocumentTerms {
  const terms = once(() => {
    const counts = new Map<string, number>();
    for (const text of texts) {
      for (const word of wordsOf(text)) counts.set(singular(word), (counts.get(singular(word)) ?? 0) + 1);
    }
    return new Set(
      named()
        .map(keyOf)
        .filter((key) => isTelling(key, counts)),
    );
  });
  return { spansIn: (text) => spansIn(text, terms()) };
}

function isTelling(key: string, counts: ReadonlyMap<string, number>): boolean {
  const words = key.split(" ");
  if (key === "" || words.length > longestTerm) return false;
  const isEveryday = verbs.has(key) || nounVerbs.has(key) || genericWords.has(key) || (counts.get(key) ?? 0) > mostOccurrences;
  return words.length > 1 || (!isEveryday && key.length > 3);
}

const word = /[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu;

function spansIn(text: string, terms: ReadonlySet<string>): { start: number; end: number }[] {
  const words = [...text.matchAll(word)].map(({ 0: found, index }) => ({
    key: singular(found.toLowerCase()),
    start: index,
    end: index + found.length,
  }));
  const spans: { start: number; end: number }[] = [];
  for (let first = 0; first < words.length; first++) {
    for (let count = Math.min(longestTerm, words.length - first); count > 0; count--) {
      const run = words.slice(first, first + count);
      if (!terms.has(run.map(({ key }) => key).join(" "))) continue;
      spans.push({ start: run[0]?.start ?? 0, end: run.at(-1)?.end ?? 0 });
      first += count - 1;
      break;
    }
  }
  return spans;
}

function keyOf(phrase: string): string {
  return (phrase.match(word) ?? []).map((each) => singular(each.toLowerCase())).join(" ");
}

/** For comparing only. */
function singular(word: string): string {
  return /[^su]s$/.test(word) && word.length > 3 ? word.slice(0, -1) : word;
}

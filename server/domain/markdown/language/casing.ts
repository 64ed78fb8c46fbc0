import { once } from "./once.js";

/** How words are written inside a sentence of the texts that were learnt from. */
export interface Casing {
  readonly inSentence: (word: string) => string;
  /** Whether a word keeps its capital there. */
  readonly isName: (word: string) => boolean;
  /** Whether "a" or "an" stands before the phrase somewhere. */
  readonly isCounted: (phrase: string) => boolean;
}

/**
 * Learns from running text how words are written when no sentence begins with them, so that a term from a heading or from the start of a
 * list item can stand in the middle of a question: "Bridge" → "bridge", "Docker" → "Docker". A word without evidence stays as it is.
 */
export function learnCasing(texts: readonly string[]): Casing {
  const balance = once(() => balanceIn(texts));
  const counted = once(() => countedPhrases(texts));
  const balanceOf = (word: string): number => balance().get(singular(word.toLowerCase())) ?? 0;
  return {
    inSentence: (word) => (/^\p{Lu}[\p{Ll}-]*$/u.test(word) && balanceOf(word) > 0 ? word.toLowerCase() : word),
    isName: (word) => balanceOf(word) < 0,
    isCounted: (phrase) => counted().has(phrase.toLowerCase()),
  };
}

const wordBefore = /[\p{L}\p{N},;)]$/u;
const leadingWord = /^[("“'‘]?(\p{L}[\p{L}\p{N}-]*)/u;

/** Of each word that stands behind another: its lower-case occurrences minus the capitalised ones. */
function balanceIn(texts: readonly string[]): Map<string, number> {
  const balance = new Map<string, number>();
  for (const text of texts) {
    const parts = text.split(" ");
    for (let index = 1; index < parts.length; index++) {
      if (!wordBefore.test(parts[index - 1] ?? "")) continue;
      const word = leadingWord.exec(parts[index] ?? "")?.[1] ?? "";
      if (word === "") continue;
      const lower = word.toLowerCase();
      const key = singular(lower);
      balance.set(key, (balance.get(key) ?? 0) + (word.charAt(0) === lower.charAt(0) ? 1 : -1));
    }
  }
  return balance;
}

/** A phrase of more words is not looked for. */
const longestCounted = 3;

/** The phrases of up to three words that stand behind "a" or "an". */
function countedPhrases(texts: readonly string[]): Set<string> {
  const phrases = new Set<string>();
  for (const text of texts) {
    for (const match of text.toLowerCase().matchAll(/(?<![\p{L}\p{N}])an? ((?:[\p{L}\p{N}-]+ ?){1,3})/gu)) {
      const words = (match[1] ?? "").trim().split(" ");
      for (let count = 1; count <= Math.min(longestCounted, words.length); count++) phrases.add(words.slice(0, count).join(" "));
    }
  }
  return phrases;
}

function singular(word: string): string {
  return word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : word;
}

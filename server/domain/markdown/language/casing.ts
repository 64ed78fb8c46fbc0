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
  /** Lower-case occurrences minus capitalised ones. */
  const balance = new Map<string, number>();
  for (const text of texts) {
    for (const match of text.matchAll(/(?<=[\p{L}\p{N},;)] )[("“'‘]?(\p{L}[\p{L}\p{N}-]*)/gu)) {
      const word = match[1] ?? "";
      const key = singular(word.toLowerCase());
      balance.set(key, (balance.get(key) ?? 0) + (/^\p{Ll}/u.test(word) ? 1 : -1));
    }
  }
  const balanceOf = (word: string): number => balance.get(singular(word.toLowerCase())) ?? 0;
  return {
    inSentence: (word) => (/^\p{Lu}[\p{Ll}-]*$/u.test(word) && balanceOf(word) > 0 ? word.toLowerCase() : word),
    isName: (word) => balanceOf(word) < 0,
    isCounted: (phrase) => texts.some((text) => countedIn(text, phrase)),
  };
}

function countedIn(text: string, phrase: string): boolean {
  const found = text.toLowerCase().indexOf(` ${phrase.toLowerCase()}`);
  return found > 0 && /(?:^|\s)an?$/i.test(text.slice(0, found)) && !/^[\p{L}\p{N}]/u.test(text.slice(found + phrase.length + 1));
}

function singular(word: string): string {
  return word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : word;
}

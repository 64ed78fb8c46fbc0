import { stopWords } from "./english-words.js";
import { wordsOf } from "./words.js";

/** With fewer words than this nothing can be said about a language. */
const fewestWords = 40;
/** English prose has about every second word from the list of stop words, other languages next to none. */
const leastShare = 0.12;

/** A language shows in so many characters. */
const mostCharacters = 5_000;

/** Whether a text is written in English; a short one is taken to be, unless it has letters that English lacks. */
export function looksEnglish(text: string): boolean {
  const words = wordsOf(text.slice(0, mostCharacters)).filter((word) => /^\p{L}+$/u.test(word));
  const foreign = words.filter((word) => /[^\p{Script=Latin}]/u.test(word));
  if (foreign.length > 0.3 * words.length) return false;
  if (words.length < fewestWords) return true;
  return words.filter((word) => stopWords.has(word)).length >= leastShare * words.length;
}

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
  let [words, foreign, common] = [0, 0, 0];
  for (const word of wordsOf(text.slice(0, mostCharacters))) {
    if (stopWords.has(word)) common++;
    else if (!isWritten.test(word)) continue;
    else if (!isLatin.test(word)) foreign++;
    words++;
  }
  if (foreign > 0.3 * words) return false;
  return words < fewestWords || common >= leastShare * words;
}

const isWritten = /^\p{L}+$/u;
const isLatin = /^\p{Script=Latin}+$/u;

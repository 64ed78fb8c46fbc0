import { stopWords } from "./english-words.js";

const ideograph = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;

/** How many words `text` has; two ideographs count as one. */
export function countWords(text: string): number {
  if (!notAscii.test(text)) return countAsciiWords(text);
  const ideographs = text.match(ideograph)?.length ?? 0;
  const rest = ideographs > 0 ? text.replace(ideograph, " ") : text;
  const words = rest.split(/\s+/).filter((each) => /[\p{L}\p{N}]/u.test(each)).length;
  return words + Math.ceil(ideographs / 2);
}

/** The same by looking at each character once: nothing is counted as often. */
function countAsciiWords(text: string): number {
  let words = 0;
  let isWord = false;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 32 || (code >= 9 && code <= 13)) isWord = false;
    else if (!isWord && ((code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122))) {
      isWord = true;
      words++;
    }
  }
  return words;
}

/** The words of `text` in lower case; a flag (`--rm`) and a name with `+`, `#` or `.` inside is one word. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(notAscii.test(text) ? word : asciiWord) ?? [];
}

const word = /(?<![\p{L}\p{N}-])--?[a-z][\w-]*|[\p{L}\p{N}]+(?:[.'’_][\p{L}\p{N}]+)*[+#]*/gu;
/** The same for text without other letters: three times as fast. */
const asciiWord = /(?<![a-z0-9-])--?[a-z][\w-]*|[a-z0-9]+(?:[.'_][a-z0-9]+)*[+#]*/g;
// eslint-disable-next-line no-control-regex -- ASCII is what is meant
const notAscii = /[^\x00-\x7f]/;

/** Texts whose stems were found lately: the headings above a passage, and a question that several gates look at. */
const knownTexts = new Map<string, ReadonlySet<string>>();
const mostKnownTexts = 5_000;

/** The words of `text` that carry content, each cut to its stem; an ideograph is a word of its own. */
export function contentStems(text: string): ReadonlySet<string> {
  const known = knownTexts.get(text);
  if (known !== undefined) return known;
  if (knownTexts.size >= mostKnownTexts) knownTexts.clear();
  const stems = new Set<string>();
  for (const each of wordsOf(text)) {
    if (stopWords.has(each)) continue;
    const ideographs = notAscii.test(each) ? each.match(ideograph) : null;
    if (ideographs) ideographs.forEach((found) => stems.add(found));
    else stems.add(stemOf(each));
  }
  knownTexts.set(text, stems);
  return stems;
}

/** Stems found so far; a vocabulary is small, and cutting a word costs nine expressions. */
const knownStems = new Map<string, string>();
const mostKnownStems = 50_000;

/** A word without the endings of English inflection: "isolation", "isolated" and "isolates" have one stem. For comparing only. */
function stemOf(word: string): string {
  const known = knownStems.get(word);
  if (known !== undefined) return known;
  if (knownStems.size >= mostKnownStems) knownStems.clear();
  const stem = cutEndings(word);
  knownStems.set(word, stem);
  return stem;
}

function cutEndings(word: string): string {
  if (word.length < 4 || /[^a-z]/.test(word)) return word;
  let stem = word.replace(/(?<=[^aeiou])ies$/, "y").replace(/(?<=[^su])s$/, "");
  stem = stem.replace(/(?<=...)(?:ations?|ation|ions?|ings?|ed|ly|ments?|ness)$/, "");
  stem = stem.replace(/(?<=.{5})(?:en[ct]|anc)[ey]?$/, "");
  stem = stem.replace(/(?<=...)(?:at)?e$/, "").replace(/(?<=....)at$/, "");
  return stem.replace(/([bdgmnprt])\1$/, "$1").replace(/(?<=..)y$/, "i");
}

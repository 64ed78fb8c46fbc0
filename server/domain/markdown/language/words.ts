import { stopWords } from "./english-words.js";

const ideograph = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;

/** How many words `text` has; two ideographs count as one. */
export function countWords(text: string): number {
  const ideographs = text.match(ideograph)?.length ?? 0;
  const rest = ideographs > 0 ? text.replace(ideograph, " ") : text;
  const words = rest.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  return words + Math.ceil(ideographs / 2);
}

/** The words of `text` in lower case; a flag (`--rm`) and a name with `+`, `#` or `.` inside is one word. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/(?<![\p{L}\p{N}-])--?[a-z][\w-]*|[\p{L}\p{N}]+(?:[.'’_][\p{L}\p{N}]+)*[+#]*/gu) ?? [];
}

/** The words of `text` that carry content, each cut to its stem; an ideograph is a word of its own. */
export function contentStems(text: string): Set<string> {
  const stems = new Set<string>();
  for (const word of wordsOf(text)) {
    if (stopWords.has(word)) continue;
    const ideographs = word.match(ideograph);
    if (ideographs) ideographs.forEach((each) => stems.add(each));
    else stems.add(stemOf(word));
  }
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

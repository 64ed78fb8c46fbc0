import { codeMark, takeOutCode } from "./code-spans.js";

/**
 * What Markdown says, without how it is written: equal for two texts that differ only in Unicode form, case, Markdown marks, white
 * space and sentence punctuation. Signs, decimal points and `+ # . - ² ³` inside a word stay, and code spans keep case and punctuation:
 * `-5`, `3.5`, `C++`, `C#` and `x²` differ from each other and from `5`, `3 5`, `C` and `x2`.
 */
export function norm(markdown: string): string {
  const { prose, code } = takeOutCode(markdown.normalize("NFC").replace(/\r\n?/g, "\n"));
  const folded = foldPunctuation(stripMarkdown(prose).toLowerCase());
  let next = 0;
  return folded
    .replaceAll(codeMark, () => code[next++] ?? "")
    .replace(/\s+/gu, " ")
    .trim()
    .normalize("NFC");
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", apos: "'", nbsp: " " };

/** Replaces marks by what they show; each expression stops at its own opening character, so that none is slow on hostile input. */
function stripMarkdown(prose: string): string {
  return stripLineMarks(stripComments(prose))
    .replace(/!?\[([^[\]]*)\]\((?:[^()\s]|\([^()\s]*\))*(?:[ \n]+(?:"[^"\n]*"|'[^'\n]*'))?\s?\)/g, "$1")
    .replace(/\[\^[^[\]\s]+\]/g, " ")
    .replace(/\[([^[\]]+)\]\[[^[\]]*\]/g, "$1")
    .replace(/<((?:https?:|mailto:)[^<>\s]*)>/g, "$1")
    .replace(/<\/?[a-zA-Z][^<>]*>/g, "")
    .replace(/&(amp|lt|gt|quot|#39|apos|nbsp);/g, (_, name: string) => entities[name] ?? "")
    .replace(/\\\n/g, "\n")
    .replace(/\\([!-/:-@[-`{-~])/g, "$1")
    .replace(/~~|[\u00AD\u200B\uFEFF]/g, "")
    .replace(/(?<![^\s(])==([^=\n]+)==(?![\p{L}\p{N}])/gu, "$1");
}

/** Takes off what begins a line: quote marks, bullets, headings, task boxes, and numbers where several lines have one. */
function stripLineMarks(prose: string): string {
  const numbered = prose.match(/^[ \t]*\d{1,9}[.)][ \t]/gm)?.length ?? 0;
  // A single "80. …" may be an answer; its number must count.
  const marks =
    numbered > 1
      ? /^(?:[ \t]*(?:>|[-*+](?=[ \t])|#{1,6}(?=[ \t])|\d{1,9}[.)](?=[ \t])))+/gm
      : /^(?:[ \t]*(?:>|[-*+](?=[ \t])|#{1,6}(?=[ \t])))+/gm;
  return prose.replace(marks, "").replace(/^[ \t]*\[[ xX]\][ \t]+/gm, "");
}

function stripComments(prose: string): string {
  let kept = "";
  let at = 0;
  for (;;) {
    const start = prose.indexOf("<!--", at);
    const end = start < 0 ? -1 : prose.indexOf("-->", start + 4);
    if (end < 0) return kept + prose.slice(at);
    kept += prose.slice(at, start);
    at = end + 3;
  }
}

const always = /[;!?¿¡…"“”„‟«»‹›'’‘ʼ()[\]{}|`—–。、，；：！？「」『』（）【】《》]/gu;

/** Punctuation becomes a space and emphasis nothing, but for what belongs to a word or a number. */
function foldPunctuation(text: string): string {
  const joined = text
    .replace(/[\u2212\u2010\u2011]/g, "-")
    .replace(/(?<=[\p{L}\p{N}])–(?=[\p{L}\p{N}])/gu, "-")
    .replace(/(?<=\p{L})['’‘ʼ](?=\p{L})/gu, "");
  return joined
    .replace(/-+|#+|\.+|\*+|_+|,+|:+/g, (run, at: number) =>
      foldRun(run, characterBefore(joined, at), characterAt(joined, at + run.length)),
    )
    .replace(always, " ");
}

/** What a run of one sign, between the characters `before` and `after`, leaves in the text. */
function foldRun(run: string, before: string, after: string): string {
  switch (run[0]) {
    case "*":
      return (isSpace(before) && isSpace(after)) || (isDigit(before) && isDigit(after)) ? run : "";
    case "_":
      return isWord(before) && isWord(after) ? run : "";
    case "-":
      return isWord(after) && (run.length === 1 || !isWord(before)) ? run : " ";
    case "#":
      return isWord(before) || isWord(after) ? run : " ";
    case ".":
      return run.length === 1 && isWord(after) ? run : " ";
    case ",":
      return isDigit(before) && isDigit(after) ? run : " ";
    default:
      return isWord(before) && isWord(after) ? run : " ";
  }
}

const isWord = (character: string): boolean => character === codeMark || /[\p{L}\p{M}\p{N}]/u.test(character);
const isDigit = (character: string): boolean => /\p{N}/u.test(character);
const isSpace = (character: string): boolean => character === "" || /\s/u.test(character);

/** The whole character (code point) at `at`, or `""` past the end. */
function characterAt(text: string, at: number): string {
  const point = text.codePointAt(at);
  return point === undefined ? "" : String.fromCodePoint(point);
}

/** The whole character that ends before `at`, or `""` at the start. */
function characterBefore(text: string, at: number): string {
  const last = text.charAt(at - 1);
  return /[\uDC00-\uDFFF]/.test(last) ? characterAt(text, at - 2) : last;
}

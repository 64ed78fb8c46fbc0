import { commandAtStart } from "../language/command-words.js";
import { commentLabels, determiners, leaningWords } from "../language/english-code-words.js";
import { stopWords } from "../language/english-words.js";
import { wordsApart } from "../language/identifiers.js";
import type { KnownNotation } from "../language/notations.js";
import { contentStems, countWords, wordsOf } from "../language/words.js";
import { isSentence, leadingVerb } from "../phrase/verb.js";

/** A comment with fewer words is a title; one that begins with no verb, or stands in a program, needs one more. */
const fewestWords = 3;
const mostWords = 30;
/** Words with content that a comment must add to the code. */
const fewestNew = 2;

/** Code that somebody switched off, the name of a thing in the code, and marks of banners. */
const looksLikeCode = /[{};\\]$|^\S+\s*[:=]|[=!<>]=|=>|&&|\|\||^\S*[\w)][._(/[]\S|^\S*\p{Ll}\p{Lu}|^[^\p{L}\p{N}]|[-=*#~_]{3}/u;
/** "Set it for later commands": only the line above tells what. "Make sure you are in the folder": it speaks to the reader. */
const leans = /^\p{L}+ (?:it|them)\b|^(?:ensure|(?:make|be) sure)(?: that)? you\b/iu;

/** A comment without its number ("Step 2: …", "1. …") and its colon. */
export function trimmedComment(comment: string): string {
  return comment
    .replace(/^(?:(?:step\s+)?\d{1,2}\s*[.):-]|\(\d{1,2}\))\s+/i, "")
    .replace(/\s*[:：]$/, "")
    .trim();
}

/**
 * Whether a comment says in words of its own what the code below it does: no title, no result, no advice, no code that was switched off, nothing
 * that leans on other lines ("again", "now", "the same"). In a program only a comment that begins with a verb does.
 */
export function explains(
  comment: string,
  code: string,
  { notation, isEnglish }: { notation: KnownNotation; isEnglish: boolean },
): boolean {
  const words = wordsOf(comment);
  const isCode = notation.keywords.has(comment.split(/[\s:]/, 1)[0] ?? "") || commandAtStart(comment, false) !== null;
  const count = countWords(comment);
  const isAction = leadingVerb(comment) !== null || /^\p{L}+ing\s/u.test(comment);
  return (
    !looksLikeCode.test(comment) &&
    !isCode &&
    !/[?？]$/.test(comment) &&
    count >= (isAction && notation.layout !== "program" ? fewestWords : fewestWords + 1) &&
    count <= mostWords &&
    (isAction || (notation.layout !== "program" && (!isEnglish || isNounPhrase(comment, words[0] ?? "")))) &&
    !leans.test(comment) &&
    !commentLabels.has(words[0] ?? "") &&
    !words.some((word) => leaningWords.has(word)) &&
    newStems(comment, code) >= fewestNew
  );
}

/** "Working directory inside the container", not "The server will stop", "In the folder above", "Simplified a little" or "Server: the first one". */
function isNounPhrase(comment: string, first: string): boolean {
  const isOpening = (stopWords.has(first) && !determiners.has(first)) || first.endsWith("ed");
  return !isOpening && !comment.includes(":") && !isSentence(comment);
}

function newStems(comment: string, code: string): number {
  const known = contentStems(`${code} ${wordsApart(code)}`);
  return [...contentStems(comment)].filter((stem) => !known.has(stem)).length;
}

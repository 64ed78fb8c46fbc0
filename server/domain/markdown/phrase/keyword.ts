import type { KnownNotation } from "../language/notations.js";
import { contentStems } from "../language/words.js";
import type { Inline } from "../tree/blocks.js";
import { codeNode, proseOf, textNode, textOf } from "../tree/inline.js";
import { which } from "./english.js";
import { isDefinition } from "./noun.js";
import { leadingVerbOfAction } from "./verb.js";

/** A description longer than this makes a question that nobody reads to its end; in words. */
const longestDescription = 25;
/** Words with content that a description needs to find a keyword by. */
const fewestClues = 2;

/** "Dockerfile: what does `COPY` do?", by the way in which the answer begins; without words of a language "Dockerfile — `COPY`". */
export function keywordQuestion(
  { name, keywords }: KnownNotation,
  written: readonly string[],
  { answer, isEnglish }: { answer: readonly Inline[]; isEnglish: boolean },
): Inline[] {
  const between = isEnglish ? " and " : ", ";
  const asked = written.flatMap((each, index) => [...(index > 0 ? [textNode(between)] : []), codeNode(each)]);
  if (!isEnglish) return [textNode(`${name} — `), ...asked];
  const [before, after] = questionAround(answer, { areTwo: written.length > 1, isNamed: isKeywordFirst(answer, keywords) });
  return [textNode(`${name}: ${before} `), ...asked, textNode(after)];
}

function questionAround(
  answer: readonly Inline[],
  { areTwo, isNamed }: { areTwo: boolean; isNamed: boolean },
): readonly [string, string] {
  const prose = proseOf(answer);
  const isAction = leadingVerbOfAction(prose) !== null || /^(?:\w+ing|from|to|into|onto)\s/i.test(prose);
  if (isAction && !isNamed) return [areTwo ? "what do" : "what does", " do?"];
  return [areTwo ? "what are" : "what is", isDefinition(answer) ? "?" : " for?"];
}

/** Whether an answer begins with a keyword ("GET request without …"), which is no verb then. */
function isKeywordFirst(answer: readonly Inline[], keywords: ReadonlySet<string>): boolean {
  return keywords.has(textOf(answer).split(/\s/, 1)[0] ?? "");
}

/** "Which Dockerfile instruction sets the working directory?", or `null` where the answer is no such thing. */
export function whichKeyword({ name, noun, keywords }: KnownNotation, answer: readonly Inline[]): Inline[] | null {
  if (isKeywordFirst(answer, keywords) || contentStems(textOf(answer)).size < fewestClues) return null;
  return which(`Which ${name} ${noun}`, answer, longestDescription);
}

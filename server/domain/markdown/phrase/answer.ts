import { countWords } from "../language/words.js";
import { sentencesOf } from "../language/sentences.js";
import type { Inline } from "../tree/blocks.js";
import { proseOf, sliceInlines, textOf, trimInlines } from "../tree/inline.js";

export interface Cut {
  readonly answer: readonly Inline[];
  /** The sentences after the answer. */
  readonly rest: readonly Inline[];
  /** Whether something inside the answer was left out too. */
  readonly isShortened: boolean;
}

/** A first sentence with fewer words than this takes the second along. */
const shortSentence = 6;
/** A parenthesis with more words than this is left out of an answer. */
const longestParenthesis = 6;

/** The first sentence of `nodes`, and the second where the first is very short; long parentheses are dropped. */
export function cutAnswer(nodes: readonly Inline[], mostSentences = 1): Cut {
  const sentences = sentencesOf(proseOf(nodes));
  const first = sentences[0];
  if (!first) return { answer: [], rest: [], isShortened: false };
  const isShort = countWords(textOf(nodes).slice(first.start, first.end)) < shortSentence;
  const last = sentences[Math.max(mostSentences, isShort ? 2 : 1) - 1] ?? sentences.at(-1) ?? first;
  const whole = sliceInlines(nodes, first.start, last.end);
  const answer = withoutLongParentheses(whole);
  return {
    answer,
    rest: trimInlines(sliceInlines(nodes, last.end)),
    isShortened: answer.length !== whole.length || textOf(answer) !== textOf(whole),
  };
}

function withoutLongParentheses(nodes: readonly Inline[]): Inline[] {
  const prose = proseOf(nodes);
  let kept: Inline[] = [];
  let from = 0;
  for (const match of prose.matchAll(/\s*\(([^()]*)\)/g)) {
    if (countWords(match[1] ?? "") <= longestParenthesis) continue;
    kept = [...kept, ...sliceInlines(nodes, from, match.index)];
    from = match.index + match[0].length;
  }
  return from === 0 ? [...nodes] : [...kept, ...sliceInlines(nodes, from)];
}

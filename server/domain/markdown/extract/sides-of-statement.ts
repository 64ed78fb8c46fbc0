import { sentencesOf } from "../language/sentences.js";
import { sideNamedIn } from "../phrase/compared.js";
import type { Sides } from "../phrase/compared.js";
import { capitalised } from "../phrase/noun.js";
import type { Inline } from "../tree/blocks.js";
import { proseOf, sliceInlines, textOf, trimInlines } from "../tree/inline.js";

/** What leads over from one side to the other and is not said where each stands alone. */
const opener =
  /^(?:on the (?:contrary|other hand)|in contrast|by contrast|in comparison|however|conversely|meanwhile|whereas|while|but|and),?\s+/i;
/** Where one sentence changes sides. */
const turn = /;\s+|,\s+(?=(?:while|whereas|but|and)\s)/i;
/** Words that may mean something of the other half. */
const leaning = /\b(?:it|them|those|these|this|both|former|latter|same|opposite|likewise|so|too|also|either|neither)\b/i;
/** So many words into a half its side must be named. */
const firstWords = 3;

/**
 * What a statement about two things says of each, in the order of `sides`, where it splits cleanly: two sentences, or two halves of one, each of which
 * begins with the name of its side and says nothing that only the other half explains; `null` otherwise.
 */
export function splitBySide(said: readonly Inline[], sides: Sides): readonly [readonly Inline[], readonly Inline[]] | null {
  const halves = halvesOf(said);
  if (!halves) return null;
  const [one, other] = halves.map((half) => subjectOf(half, sides));
  if (!one || !other || one === other || leaning.test(proseOf(halves[1]))) return null;
  return one === sides[0] ? halves : [halves[1], halves[0]];
}

function halvesOf(said: readonly Inline[]): readonly [Inline[], Inline[]] | null {
  const prose = proseOf(said);
  const sentences = sentencesOf(prose);
  const [first, second] = sentences;
  if (!first || sentences.length > 2) return null;
  if (second) return [halfOf(said, first.start, first.end), halfOf(said, second.start, second.end)];
  const match = turn.exec(prose);
  if (!match || turn.test(prose.slice(match.index + match[0].length))) return null;
  return [halfOf(said, 0, match.index), halfOf(said, match.index + match[0].length)];
}

function halfOf(said: readonly Inline[], start: number, end?: number): Inline[] {
  const half = trimInlines(sliceInlines(said, start, end));
  return capitalised(sliceInlines(half, opener.exec(proseOf(half))?.[0].length ?? 0));
}

function subjectOf(half: readonly Inline[], sides: Sides): Sides[number] | null {
  const words = textOf(half)
    .replace(/^(?:an?|the)\s+/i, "")
    .split(/\s+/, firstWords);
  return /^(?:unlike|like|compared|instead|rather|as|than|with|when|if|from|for|in)$/i.test(words[0] ?? "")
    ? null
    : sideNamedIn(words.join(" "), sides);
}

import { isProgram } from "../language/command-words.js";
import { genericWords, invitationWords, momentWords, pointingWords, stopWords } from "../language/english-words.js";
import { contentStems, wordsOf } from "../language/words.js";
import { expletive } from "../phrase/subject.js";
import { isAllCode, proseOf, textOf } from "../tree/inline.js";
import type { Gate, GatedCard } from "./gate.js";

const elsewhere =
  /\b(?:(?:as|see|shown|described|mentioned|explained|given) (?:above|below|earlier|later)|the (?:above|following)\b|(?:this|these|next|last|previous|preceding) (?:section|chapter|note|article|page|guide|tutorial|example|table|list|figure)s?\b|example (?:above|below))/i;

/** It begins with, or leans on, something that only the note shows. */
export const pointsElsewhere: Gate = {
  code: "G-pronoun",
  fails: ({ answer, prompt }) => {
    const said = proseOf(answer);
    return (
      (pointingWords.has(firstWord(said)) && !expletive.test(said)) ||
      elsewhere.test(said) ||
      pointsInDescription(proseOf(prompt))
    );
  },
};

/** In "… — which one is this? They live in memory." the description must stand alone too. */
function pointsInDescription(prompt: string): boolean {
  const description = /\? (.+)$/.exec(prompt)?.[1];
  return elsewhere.test(prompt) || (description !== undefined && pointingWords.has(firstWord(description)));
}

/** The question gives the answer away: it and the context hold every word of it. */
export const leaks: Gate = {
  code: "G-leak",
  fails: (card) => {
    const known = [textOf(card.prompt), ...card.context].map(contentStems);
    const wanted = [...contentStems(wantedText(card))];
    return wanted.length > 0 && wanted.every((stem) => known.some((stems) => stems.has(stem)));
  },
};

/** The name of the program is no secret where its command is asked for. */
function wantedText({ kind, answer }: GatedCard): string {
  const words = textOf(answer).split(/\s+/);
  const isCommand = kind === "typed" && isAllCode(answer) && words.length > 1 && isProgram(words[0] ?? "");
  return isCommand ? words.slice(1).join(" ") : words.join(" ");
}

/** A basic answer brings fewer than two words that the question does not hold. */
export const saysNothingNew: Gate = {
  code: "G-new",
  fails: ({ kind, answer, prompt }) => {
    if (kind !== "basic") return false;
    const asked = contentStems(textOf(prompt));
    return [...contentStems(textOf(answer))].filter((stem) => !asked.has(stem)).length < 2;
  },
};

/** An invitation to read on. */
export const navigates: Gate = {
  code: "G-nav",
  fails: ({ facet, kind, answer }) =>
    kind === "basic" &&
    !facet.startsWith("step:") && // a step may be to check or to follow something
    (invitationWords.has(firstWord(proseOf(answer))) || /^(?:get started|read more)\b/i.test(proseOf(answer).trim())),
};

/** Words that could stand in any note. */
export const vague: Gate = {
  code: "G-vague",
  fails: ({ answer }) => {
    const said = textOf(answer);
    const words = isAllCode(answer) ? [] : wordsOf(said);
    const isGeneric =
      words.length > 0 && words.length <= 3 && words.every((word) => stopWords.has(word) || genericWords.has(word));
    return (
      isGeneric ||
      /\b(?:various|many|several|numerous|a number of|some|different|multiple) (?:reasons|benefits|advantages|ways|options|features|things)\b/i.test(
        said,
      )
    );
  },
};

/** True today only. */
export const ages: Gate = {
  code: "G-time",
  fails: ({ answer }) =>
    wordsOf(proseOf(answer)).some((word) => momentWords.has(word)) ||
    /\b(?:as of (?:now|\d{4})|these days|at the moment(?=\s*(?:[.,;:!?)]|$)))/i.test(textOf(answer)),
};

/** Yes or no: half the guesses are right. */
export const yesOrNo: Gate = {
  code: "G-bool",
  fails: ({ answer }) => /^\W*(?:yes|no|true|false)(?:[\s]*[.,;:!—–]|\s*$)/i.test(proseOf(answer)),
};

const longestSet = 5;

/** A question for a set that is open, or too large to remember as one. */
export const asksForList: Gate = {
  code: "G-list",
  fails: ({ kind, answer, prompt }) => {
    if (
      kind !== "basic" ||
      !/^(?:what are|which|name|list)\b|\b(?:benefits|advantages|reasons|types|kinds|examples)\b/i.test(textOf(prompt))
    )
      return false;
    const said = textOf(answer);
    const items = said.split(/,\s+(?:and |or )?|\s+and\s+/).length;
    return /\b(?:including|such as|for example|among (?:them|others)|and so on|etc\b)/i.test(said) || items > longestSet;
  },
};

function firstWord(prose: string): string {
  return /[\p{L}-]+/u.exec(prose)?.[0].toLowerCase() ?? "";
}

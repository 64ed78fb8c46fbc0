import { genericHeadings, stopWords, verbs } from "../language/english-words.js";
import { wordsOf } from "../language/words.js";
import type { Heading, Inline } from "../tree/blocks.js";
import { proseOf, sliceInlines, textOf, trimInlines, withoutMarks } from "../tree/inline.js";
import { capitalised } from "./noun.js";

/** What a heading asks for, or what the lists under it hold. */
export type HeadingClass = "what" | "why" | "how" | "when" | "types" | "differences" | "steps" | "other";

const classes: readonly (readonly [HeadingClass, RegExp])[] = [
  ["differences", /\b(?:differences?|vs\.?|versus|compar(?:ed|ing|ison)|against)\b/i],
  [
    "why",
    /^why\b|\b(?:benefits?|advantages?|reasons?|drawbacks?|disadvantages?|pros|cons|purposes?|goals?|motivation|strengths|weaknesses|gains?)\b|\bused for\?*$/i,
  ],
  [
    "steps",
    /\b(?:steps?|procedure|workflow|walkthrough|how to)\b|^(?:using|creating|building|setting up|installing|working with|managing)\b/i,
  ],
  [
    "types",
    /\b(?:types?|kinds?|drivers?|modes?|forms?|variants?|classes|categories|parts?|components?|building blocks|options?|ways|places|states|words|terms|roles|levels)\b/i,
  ],
  ["what", /^(?:what|which|who)\b/i],
  ["how", /^how\b/i],
  ["when", /^(?:when|where)\b/i],
];

/** The class of a heading, by its words. */
export function classOfHeading(heading: Heading | undefined): HeadingClass {
  const text = heading ? textOf(titleOf(heading)) : "";
  return classes.find(([, pattern]) => pattern.test(text))?.[0] ?? "other";
}

/** A heading's words without marks, numbering ("2. ", "Step 3: ") and closing colon. */
export function titleOf(heading: Heading): readonly Inline[] {
  const known = titles.get(heading);
  if (known !== undefined) return known;
  const title = readTitle(heading);
  titles.set(heading, title);
  return title;
}

/** Every rule asks for the titles above the section that it reads. */
const titles = new WeakMap<Heading, readonly Inline[]>();

function readTitle(heading: Heading): readonly Inline[] {
  const plain = trimInlines(withoutMarks(heading.content));
  const prose = proseOf(plain);
  const start = /^(?:(?:step|chapter|part)\s+\d+\s*[:.–—-]\s*|\d+(?:\.\d+)*[.)]\s+|\d+\.\d+\s+)/i.exec(prose)?.[0].length ?? 0;
  const end = prose.replace(/[\s:#]+$/, "").length;
  return sliceInlines(plain, start, Math.max(start, end));
}

/** The nearest heading that names a subject, as the beginning of a question: "Why use containers"; the title where no heading does. */
export function topicOf(headings: readonly Heading[], title: string): readonly Inline[] {
  const named = [...headings].reverse().find((heading) => !isGeneric(textOf(titleOf(heading))));
  return named ? subjectOf(titleOf(named)) : [{ kind: "text", text: title }];
}

/** As `topicOf`, of headings that are no questions themselves: it stands before a question. */
export function subjectAbove(headings: readonly Heading[], title: string): readonly Inline[] {
  return topicOf(
    headings.filter((heading) => !asks(textOf(subjectOf(titleOf(heading))))),
    title,
  );
}

/** Whether a heading is a question, with a question mark or without. */
export function asks(text: string): boolean {
  return /^(?:what|why|how|when|where|which|who)\b|[?？]$/i.test(text.trim());
}

/** Whether a heading names no subject of its own ("Overview", "Why?", "How does it work?"). */
export function isGeneric(text: string): boolean {
  const words = text
    .toLowerCase()
    .replace(/[?:.!]/g, "")
    .trim();
  const isBare = /^(?:what|why|how|when|where)(?: (?:is|are|does|do) (?:it|they|this))?(?: (?:works?|mean|do))?$/.test(words);
  return words === "" || isBare || hasLoosePronoun(words) || genericHeadings.has(words.replace(/\s+/g, "-"));
}

/** Whether a pronoun stands before anything that it could mean; the "it" of "it is a mistake to …" means nothing. */
export function hasLoosePronoun(words: string): boolean {
  const match = /\b(?:it|they|this|these|them)\b/.exec(words);
  if (!match || /\b(?:is|was|does|would) it\b.* (?:to|that) |\bit (?:is|was|takes)\b.* (?:to|that) /.test(words)) return false;
  return wordsOf(words.slice(0, match.index)).every((word) => stopWords.has(word) || verbs.has(word));
}

/** "What is Docker networking?" names its subject after the question. */
function subjectOf(words: readonly Inline[]): readonly Inline[] {
  const text = textOf(words);
  const start = /^what (?:is|are) (?:(?:an?|the) )?(?=[\p{L}\p{N} -]+\?*$)/iu.exec(text)?.[0].length ?? 0;
  const subject = sliceInlines(words, start, text.replace(/[\s?？]+$/, "").length);
  return start > 0 && !/\s(?:in|for|used|like|good|of|when|if)\b/i.test(text.slice(start))
    ? capitalised(subject)
    : sliceInlines(words, 0, text.replace(/[\s?？]+$/, "").length);
}

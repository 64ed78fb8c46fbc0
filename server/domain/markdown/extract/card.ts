import { cutAnswer } from "../phrase/answer.js";
import type { Section } from "../outline/sections.js";
import type { Block, Inline, Paragraph } from "../tree/blocks.js";
import { isAllCode, textOf, trimInlines, withoutMarks } from "../tree/inline.js";
import { markdownOf, markdownOfBlocks } from "../tree/to-markdown.js";
import type { CardDraft } from "./draft.js";

interface ForwardOptions {
  readonly facet?: string;
  /** Blocks that belong to the passage and come after the answer. */
  readonly below?: readonly Block[];
  /** The answer has at least so many sentences. */
  readonly sentences?: number;
}

/** A card whose answer is the beginning of `said`; what is left of it, and `below`, comes after the answer. */
export function forwardCard(prompt: readonly Inline[], said: readonly Inline[], options: ForwardOptions = {}): CardDraft {
  const { facet = "forward", below = [], sentences = 1 } = options;
  const { answer, rest, isShortened } = cutAnswer(said, sentences);
  return {
    facet,
    kind: "basic",
    prompt,
    answer: trimInlines(answer),
    alternatives: [],
    extra: restOf(isShortened ? said : rest, below),
  };
}

/** A card that asks for a term, to be typed. */
export function typedCard(prompt: readonly Inline[], term: readonly Inline[], alternatives: readonly string[] = []): CardDraft {
  const answer = isAllCode(term) ? term : withoutMarks(term);
  return { facet: "reverse", kind: "typed", prompt, answer, alternatives, extra: null };
}

/** A card that asks for what fills the gap of its prompt. */
export function clozeCard(prompt: readonly Inline[], hidden: readonly Inline[], extra: string | null): CardDraft {
  return { facet: `cloze:${facetName(hidden)}`, kind: "cloze", prompt, answer: hidden, alternatives: [], extra };
}

/** Markdown of the rest of a passage, or `null` where nothing is left. */
export function restOf(rest: readonly Inline[], below: readonly Block[]): string | null {
  const parts = [markdownOf(rest), markdownOfBlocks(below)].filter((part) => part.trim() !== "");
  return parts.length > 0 ? parts.join("\n\n") : null;
}

/** `present` values of `cards` without the missing ones. */
export function presentCards(cards: readonly (CardDraft | null)[]): CardDraft[] {
  return cards.filter((card) => card !== null);
}

/** What a paragraph that ends in a colon leads to: the list, code or table right below it. */
export function continuationOf(paragraph: Paragraph, section: Section): Block[] {
  const next = section.blocks[section.blocks.indexOf(paragraph) + 1];
  const leadsOn = /[:：]\s*$/.test(textOf(paragraph.content));
  return leadsOn && next && (next.kind === "code" || next.kind === "list" || next.kind === "table") ? [next] : [];
}

/** The body of a fact: Markdown of a statement and of the blocks below it. */
export function bodyOf(said: readonly Inline[], below: readonly Block[] = []): string {
  return [markdownOf(trimInlines(said)), markdownOfBlocks(below)].filter((part) => part !== "").join("\n\n");
}

/** A name for facets: the words of `nodes` in lower case. */
export function facetName(nodes: readonly Inline[]): string {
  return textOf(nodes).toLowerCase().replace(/\s+/g, " ").trim();
}

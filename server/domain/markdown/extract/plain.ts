import { gateOf } from "../gates/gates.js";
import type { Fact, GeneratedCard } from "../model.js";
import type { Section } from "../outline/sections.js";
import { contextOf } from "../phrase/context.js";
import { titleOf } from "../phrase/heading.js";
import { textOf, trimInlines } from "../tree/inline.js";
import { markdownOf } from "../tree/to-markdown.js";
import type { CardDraft, FactDraft } from "./draft.js";

/** A fact of an ordinary passage with its cards, each with its context and the gate that it fails alone. */
export function plainFact(draft: FactDraft, path: string, title: string): Fact {
  const headingPath = headingPathOf(draft.section);
  return {
    family: draft.family,
    rule: draft.rule,
    origin: "plain",
    explicitId: draft.explicitId,
    term: markdownOf(draft.term),
    body: draft.body,
    headingPath,
    path,
    line: draft.line,
    cards: withFacetsOnce(draft.cards).map((card) => cardOf(card, contextPath(title, headingPath))),
  };
}

/** An author may give an example twice; a facet names one card. */
function withFacetsOnce(cards: readonly CardDraft[]): CardDraft[] {
  return cards.filter((card, index) => cards.findIndex((other) => other.facet === card.facet) === index);
}

/** The words of the headings above a section, outermost first, its own last. */
export function headingPathOf(section: Pick<Section, "headings">): string[] {
  return section.headings.map((heading) => textOf(titleOf(heading)));
}

/** The way to a passage: the note's title, unless its first heading says the same, and the headings. */
export function contextPath(title: string, headingPath: readonly string[]): string[] {
  return title.toLowerCase() === headingPath[0]?.toLowerCase() ? [...headingPath] : [title, ...headingPath];
}

/** A gap as people write it: alone in its text, "____" opens no emphasis. */
function withBareGap(markdown: string): string {
  const escaped = "\\_".repeat(4);
  const [before = "", after, ...others] = markdown.split(escaped);
  return after === undefined || others.length > 0 || /_/.test(before + after) ? markdown : `${before}____${after}`;
}

function cardOf(draft: CardDraft, path: readonly string[]): GeneratedCard {
  const { facet, kind, alternatives, extra } = draft;
  const prompt = trimInlines(draft.prompt);
  const answer = trimInlines(draft.answer);
  const context = contextOf(path, textOf(prompt), textOf(answer), kind);
  return {
    facet,
    kind,
    prompt: withBareGap(markdownOf(prompt)),
    answer: markdownOf(answer),
    alternatives,
    context,
    extra,
    gate: gateOf({ facet, kind, prompt, answer, context }),
  };
}

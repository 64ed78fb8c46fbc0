import type { Section } from "../outline/sections.js";
import { questionOf } from "../phrase/question.js";
import { resolveSubject } from "../phrase/subject.js";
import { textOf } from "../tree/inline.js";
import { bodyOf, continuationOf, forwardCard } from "./card.js";
import type { FactDraft, Surroundings } from "./draft.js";

/** Paragraphs that only announce what comes. */
const announcement = /^(?:the following|below|in this (?:section|chapter|note)|here (?:is|are)|this (?:section|chapter|note))\b/i;

/** F1: a heading that asks, answered by the first sentence below it. */
export function questionFacts(section: Section, about: Surroundings): FactDraft[] {
  const first = section.blocks[0];
  const heading = section.headings.at(-1);
  if (first?.kind !== "paragraph" || !heading) return [];
  const question = questionOf(section.headings, about.title, about.isEnglish);
  const text = textOf(first.content).trim();
  if (!question || /[:：]$/.test(text) || announcement.test(text)) return [];
  const said = about.isEnglish ? resolveSubject(first.content, "") : first.content;
  return [
    {
      rule: "F1",
      family: "pair",
      explicitId: first.explicitId ?? heading.explicitId,
      term: question,
      body: bodyOf(first.content),
      line: first.line,
      section,
      cards: [forwardCard(question, said, { below: continuationOf(first, section) })],
    },
  ];
}

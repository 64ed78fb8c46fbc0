import { classOfHeading } from "../phrase/heading.js";
import { definitionFacts } from "./definition.js";
import type { FactDraft } from "./draft.js";
import { questionFacts } from "./question-heading.js";
import type { Reading } from "./reading.js";

/**
 * F1 and F2: a heading that asks what something is, is best answered by the sentence that defines it, which can also be asked the other way
 * round; any other question owns the first sentence below it. Nothing where another rule has read the first paragraph.
 */
export function proseFacts({ section, about, taken }: Reading): FactDraft[] {
  if (section.blocks[0] && taken.has(section.blocks[0])) return [];
  const definitions = about.isEnglish ? definitionFacts(section, about, 0) : [];
  const questions = questionFacts(section, about);
  const question = questions[0];
  if (!question) return definitions;
  const asksWhat = classOfHeading(section.headings.at(-1)) === "what";
  if (asksWhat && definitions.some((fact) => fact.line === question.line)) return definitions;
  return [...questions, ...(about.isEnglish ? definitionFacts(section, about, 1) : [])];
}

import type { Section } from "../outline/sections.js";
import { classOfHeading } from "../phrase/heading.js";
import type { ListItem } from "../tree/blocks.js";
import { commandRowFacts } from "./command-row.js";
import { commandSectionFact } from "./command-section.js";
import { definitionFacts } from "./definition.js";
import type { FactDraft, Surroundings } from "./draft.js";
import { flagFacts } from "./flag.js";
import { labelledFacts } from "./labelled-list.js";
import { questionFacts } from "./question-heading.js";

/** The facts of one section, in document order. What one rule has read is closed to the rules after it. */
export function factsOfSection(section: Section, about: Surroundings): FactDraft[] {
  const taken = new Set<ListItem>();
  const flags = flagFacts(section, about, taken);
  const command = commandSectionFact(section, about, taken);
  const commands = [...(command ? [command] : []), ...commandRowFacts(section, about, taken)];
  const labelled = labelledFacts(section, about, taken);
  const prose = commands.some((fact) => fact.line === section.blocks[0]?.line) ? [] : proseFacts(section, about);
  return [...commands, ...flags, ...labelled, ...prose].sort((a, b) => a.line - b.line);
}

/**
 * A heading that asks what something is, is best answered by the sentence that defines it, which can also be asked the other way round;
 * any other question owns the first sentence below it.
 */
function proseFacts(section: Section, about: Surroundings): FactDraft[] {
  const definitions = about.isEnglish ? definitionFacts(section, about, 0) : [];
  const questions = questionFacts(section, about);
  const question = questions[0];
  if (!question) return definitions;
  const asksWhat = classOfHeading(section.headings.at(-1)) === "what";
  if (asksWhat && definitions.some((fact) => fact.line === question.line)) return definitions;
  return [...questions, ...(about.isEnglish ? definitionFacts(section, about, 1) : [])];
}

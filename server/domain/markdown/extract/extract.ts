import type { Section } from "../outline/sections.js";
import { commandRowFacts } from "./command-row.js";
import { commandSectionFacts } from "./command-section.js";
import type { FactDraft, Surroundings } from "./draft.js";
import { flagFacts } from "./flag.js";
import { labelledFacts } from "./labelled-list.js";
import { proseFacts } from "./prose.js";
import type { ExtractRule, Reading } from "./reading.js";

/** In this order the rules read a section: what one has read is closed to those after it. */
const rules: readonly ExtractRule[] = [flagFacts, commandSectionFacts, commandRowFacts, labelledFacts, proseFacts];

/** The facts of one section, in document order. */
export function factsOfSection(section: Section, about: Surroundings): FactDraft[] {
  const taken: Reading["taken"] = new Set();
  const facts: FactDraft[] = [];
  for (const rule of rules) facts.push(...rule({ section, about, taken, facts: [...facts] }));
  return facts.sort((a, b) => a.line - b.line);
}

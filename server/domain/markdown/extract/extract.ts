import type { Section } from "../outline/sections.js";
import { closedListFacts } from "./closed-list.js";
import { codeCommentFacts } from "./code-comment.js";
import { commandRowFacts } from "./command-row.js";
import { commandSectionFacts } from "./command-section.js";
import { comparisonFacts } from "./comparison.js";
import { definitionListFacts } from "./definition-list.js";
import type { FactDraft, Surroundings } from "./draft.js";
import { flagFacts } from "./flag.js";
import { keySentenceFacts } from "./key-sentence.js";
import { keywordRowFacts } from "./keyword-row.js";
import { keywordSectionFacts } from "./keyword-section.js";
import { labelledFacts } from "./labelled-list.js";
import { pictureFacts } from "./picture.js";
import { proseFacts } from "./prose.js";
import { questionLineFacts } from "./question-line.js";
import { quotationFacts } from "./quotation.js";
import type { ExtractRule, Reading } from "./reading.js";
import { stepFacts } from "./steps.js";
import { tableFacts } from "./table.js";

/** In this order the rules read a section: what one has read is closed to those after it. */
const rules: readonly ExtractRule[] = [
  flagFacts,
  commandSectionFacts,
  commandRowFacts,
  keywordSectionFacts,
  keywordRowFacts,
  comparisonFacts,
  tableFacts,
  definitionListFacts,
  stepFacts,
  closedListFacts,
  labelledFacts,
  codeCommentFacts,
  questionLineFacts,
  proseFacts,
  pictureFacts,
  quotationFacts,
  keySentenceFacts,
];

/** The facts of one section, in document order. */
export function factsOfSection(section: Section, about: Surroundings): FactDraft[] {
  const taken: Reading["taken"] = new Set();
  const facts: FactDraft[] = [];
  for (const rule of rules) facts.push(...rule({ section, about, taken, facts: [...facts] }));
  return facts
    .map((fact) => (section.isOutline && fact.rule === "F3" ? { ...fact, rule: "F18" as const } : fact))
    .sort((a, b) => a.line - b.line);
}

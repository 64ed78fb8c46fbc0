import type { Section } from "../outline/sections.js";
import type { Block, Definition, Inline } from "../tree/blocks.js";
import { isAllCode, textOf, withoutMarks } from "../tree/inline.js";
import type { FactDraft, Surroundings } from "./draft.js";
import { isGenericLabel } from "./labelled-list.js";
import { labelsOf, statementFact } from "./labelled-statement.js";
import type { Statement } from "./labelled-statement.js";
import type { Reading } from "./reading.js";

/** So much of a definition can be its answer; in characters. */
const longestRead = 400;
/** What is said in signs that need setting. */
const formula = /\$[^$]*[\\{}][^$]*\$/;

/** F12: the terms of a definition list. */
export function definitionListFacts({ section, about, taken }: Reading): FactDraft[] {
  return section.blocks.flatMap((block) => {
    if (block.kind !== "definitions" || taken.has(block)) return [];
    taken.add(block);
    return factsOfEntries("F12", block.entries, { section, about });
  });
}

/** F13: the terms of the lists in a front matter, each of which is a section with a definition list. */
export function frontMatterFacts(section: Section, about: Surroundings): FactDraft[] {
  return section.blocks.flatMap((block) =>
    block.kind === "definitions" ? factsOfEntries("F13", block.entries, { section, about }) : [],
  );
}

function factsOfEntries(
  rule: "F12" | "F13",
  entries: readonly Definition[],
  { section, about }: Pick<Reading, "section" | "about">,
): FactDraft[] {
  const statements = definedTerms(entries);
  const leads = statements.map(({ lead }) => lead);
  const labels = labelsOf(leads, section, about);
  return statements.map((statement) => statementFact(rule, statement, labels));
}

/** The terms of `entries` that can be asked for, each once: what else is said about a term comes after its first definition. */
function definedTerms(entries: readonly Definition[]): Statement[] {
  const byTerm = new Map<string, { readonly term: readonly Inline[]; readonly line: number; blocks: readonly Block[] }>();
  for (const { term, line, blocks } of entries) {
    const known = byTerm.get(textOf(term));
    if (known) known.blocks = [...known.blocks, ...blocks];
    else byTerm.set(textOf(term), { term, line, blocks });
  }
  return [...byTerm.values()].flatMap(({ term, line, blocks: [first, ...below] }) => {
    if (first?.kind !== "paragraph" || textOf(term).trim() === "" || isGenericLabel(textOf(term))) return [];
    if (formula.test(textOf(first.content).slice(0, longestRead))) return [];
    const plain = withoutMarks(term).filter((node) => node.kind !== "html");
    const style = isAllCode(plain) ? "code" : "marked";
    return [{ lead: { style, term: plain, said: first.content, below }, line, explicitId: first.explicitId }];
  });
}

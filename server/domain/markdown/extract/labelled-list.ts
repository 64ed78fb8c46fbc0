import { genericLabels } from "../language/english-words.js";
import { classOfHeading } from "../phrase/heading.js";
import type { List } from "../tree/blocks.js";
import { textOf } from "../tree/inline.js";
import type { FactDraft } from "./draft.js";
import { labelsOf, statementFact } from "./labelled-statement.js";
import type { Statement } from "./labelled-statement.js";
import { leadInOf } from "./lead-in.js";
import type { Reading } from "./reading.js";

/** So much of a list must have the shape of labelled statements for any of it to be read as such. */
const leastShare = 0.6;

/** F3: lists whose items begin with the name of what they are about. */
export function labelledFacts(reading: Reading): FactDraft[] {
  return reading.section.blocks.flatMap((block) =>
    block.kind === "list" && !reading.taken.has(block) ? factsOfList(block, reading) : [],
  );
}

function factsOfList(list: List, { section, about, taken }: Reading): FactDraft[] {
  const statements = labelledStatements(list);
  const leads = statements.map(({ lead }) => lead);
  const asksWhy = classOfHeading(section.headings.at(-1)) === "why";
  const named = asksWhy ? statements : statements.filter(({ lead }) => !isGenericLabel(textOf(lead.term)));
  const labels = labelsOf(leads, section, about);
  return named.flatMap((statement) => {
    if (taken.has(statement.item)) return [];
    taken.add(statement.item);
    return [statementFact("F3", statement, labels)];
  });
}

/** The labelled statements of a list; none where too few of its items are any. */
export function labelledStatements(list: List): (Statement & { readonly item: List["items"][number] })[] {
  const statements = list.items.flatMap((item) => {
    const lead = leadInOf(item);
    return lead ? [{ item, lead, line: item.line, explicitId: item.explicitId }] : [];
  });
  return statements.length < 2 || statements.length < leastShare * list.items.length ? [] : statements;
}

/** "Note", "Example", "Default": a label that says nothing about what it stands for, but for a reason ("Documentation"). */
export function isGenericLabel(label: string): boolean {
  return genericLabels.has(label.toLowerCase().trim().replace(/\s+/g, "-"));
}

import { sidesAbove } from "../phrase/compared.js";
import { factsOfComparedList, saidOfSides } from "./comparison-list.js";
import { factsOfComparedTable } from "./comparison-table.js";
import type { FactDraft } from "./draft.js";
import type { Reading } from "./reading.js";

/** F9: the aspects in which two things differ, in lists under a heading that compares them, and in tables of three columns. */
export function comparisonFacts(reading: Reading): FactDraft[] {
  const { section, about, taken } = reading;
  if (section.isOutline) return closeAspect(reading);
  const sides = sidesAbove(section.headings, about.title);
  return section.blocks.flatMap((block) => {
    if (taken.has(block)) return [];
    if (block.kind === "list") return sides ? factsOfComparedList(block, sides, reading) : [];
    return block.kind === "table" ? factsOfComparedTable(block, reading) : [];
  });
}

/** What stands below an item of a comparison, one item for each side, was read with that item. */
function closeAspect({ section, about, taken }: Reading): FactDraft[] {
  const sides = sidesAbove(section.headings.slice(0, -1), about.title);
  for (const block of section.blocks) {
    if (sides && block.kind === "list" && saidOfSides(block, sides)) block.items.forEach((item) => taken.add(item));
  }
  return [];
}

import type { Section } from "../outline/sections.js";
import type { Block, ListItem, TableRow } from "../tree/blocks.js";
import type { FactDraft, Surroundings } from "./draft.js";

/** One section while the rules read it, one after another. */
export interface Reading {
  readonly section: Section;
  readonly about: Surroundings;
  /** What a rule has read: it is closed to the rules after it. */
  readonly taken: Set<Block | ListItem | TableRow>;
  /** The facts that the rules before have found in this section. */
  readonly facts: readonly FactDraft[];
}

/** One kind of fact: gives those of a section, and adds to `taken` what it has read. */
export type ExtractRule = (reading: Reading) => readonly FactDraft[];

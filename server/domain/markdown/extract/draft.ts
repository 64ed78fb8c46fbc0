import type { CardKind, Family, Rule } from "../model.js";
import type { Section } from "../outline/sections.js";
import type { Casing } from "../language/casing.js";
import type { DocumentTerms } from "../language/document-terms.js";
import type { KnownNotation } from "../language/notations.js";
import type { Templates } from "../phrase/templates.js";
import type { Inline } from "../tree/blocks.js";

/** A card while it is made: as nodes, before its context and its gate are known. */
export interface CardDraft {
  readonly facet: string;
  readonly kind: CardKind;
  readonly prompt: readonly Inline[];
  readonly answer: readonly Inline[];
  readonly alternatives: readonly string[];
  /** Markdown of the rest of the passage, or `null`. */
  readonly extra: string | null;
}

/** A fact while it is made. */
export interface FactDraft {
  readonly rule: Rule;
  readonly family: Family;
  readonly explicitId: string | null;
  readonly term: readonly Inline[];
  /** Markdown of what is said, uncut. */
  readonly body: string;
  readonly line: number;
  readonly section: Section;
  readonly cards: readonly CardDraft[];
}

/** What every rule may know about the document besides the section that it reads. */
export interface Surroundings {
  readonly title: string;
  /** Whether the English templates and rules apply; otherwise only those that need no language. */
  readonly isEnglish: boolean;
  /** How its questions are worded. */
  readonly templates: Templates;
  /** How a word is written inside a sentence of this document. */
  readonly casing: Casing;
  /** What the document sets apart as its terms. */
  readonly terms: DocumentTerms;
  /** Programs that the note itself names in its front matter. */
  readonly programs: ReadonlySet<string>;
  /** What its code may be written in. */
  readonly notations: readonly KnownNotation[];
  /** Those whose keywords it may explain: without the ones that only share a name with what it is about. */
  readonly explained: readonly KnownNotation[];
}

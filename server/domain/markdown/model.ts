import type { Reference } from "./references.js";

/** What the generator makes of a Markdown document: the words that parsing, gates, identity and storage share. */

/** Coarse class of a fact; part of its identity, so it must not change when a rule is refined. */
export type Family = "pair" | "cloze" | "steps" | "table";

/** Which rule of the generator found a fact (F1 … F18), or that its author wrote it as a card. */
export type Rule = `F${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15 | 16 | 17 | 18}` | "explicit";

/** How a card is answered: from memory, by typing a short term, or by filling a gap. */
export type CardKind = "basic" | "typed" | "cloze";

/** Why a card is withheld (generation gates); `null` when it passes. */
export type GateCode =
  | "G-long"
  | "G-empty"
  | "G-cut"
  | "G-pronoun"
  | "G-leak"
  | "G-new"
  | "G-dup"
  | "G-near"
  | "G-list"
  | "G-nav"
  | "G-vague"
  | "G-time"
  | "G-bool"
  | "G-syntax"
  | "G-cap";

export interface GeneratedCard {
  /** Which question about the fact: `forward`, `reverse`, `example:<norm>`, `cloze:<norm answer>` … stable across wordings. */
  readonly facet: string;
  readonly kind: CardKind;
  /** Markdown (inline) of the question; understandable with `context` alone. */
  readonly prompt: string;
  /** Markdown (inline) of the answer, cut to its first sentence or two. */
  readonly answer: string;
  /** Other answers that are as right as `answer` (typed cards). */
  readonly alternatives: readonly string[];
  /** The way to the fact, outermost first; segments that give the answer away are left out. */
  readonly context: readonly string[];
  /** Markdown of the rest of the passage, shown after the answer; `null` when nothing is left. */
  readonly extra: string | null;
  /** The first gate that it fails, or `null`. */
  readonly gate: GateCode | null;
}

/** One source-anchored statement of a document; identity lives here, cards hang on it. */
export interface Fact {
  readonly family: Family;
  readonly rule: Rule;
  readonly origin: "plain" | "explicit";
  /** `^id` or `<!--id: …-->`, as its author wrote it. */
  readonly explicitId: string | null;
  /** What it is about, Markdown. */
  readonly term: string;
  /** What is said about it, Markdown, uncut. */
  readonly body: string;
  /** Headings above it, outermost first, Markdown stripped. */
  readonly headingPath: readonly string[];
  /** Path of the document below the notes folder, `/`-separated, NFC. */
  readonly path: string;
  /** 1-based line of its first character in the file. */
  readonly line: number;
  readonly cards: readonly GeneratedCard[];
}

/** Something that the author should know, with the place. */
export interface Problem {
  readonly path: string;
  readonly line: number;
  readonly message: string;
}

/** One Markdown document, read. */
export interface ParsedDocument {
  readonly path: string;
  /** SHA-256 of the bytes, hex. */
  readonly hash: string;
  readonly title: string;
  /** BCP 47 tag; `en` unless the front matter says otherwise. */
  readonly language: string;
  /** Sanitized HTML of the whole document; blocks carry `data-line` (1-based). */
  readonly bodyHtml: string;
  /** In document order; cards that a gate withholds are among them, with their gate. */
  readonly facts: readonly Fact[];
  readonly problems: readonly Problem[];
  /** The files beside it that it shows or leads to. */
  readonly references: readonly Reference[];
}

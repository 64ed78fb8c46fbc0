import type { Inline } from "../tree/blocks.js";
import type { HeadingClass } from "./heading.js";
import type { Noun } from "./noun.js";

/** What a question about a labelled statement is made of. */
export interface LabelledTerm {
  /** The subject that the list belongs to ("Why use containers"). */
  readonly topic: readonly Inline[];
  readonly headingClass: HeadingClass;
  /** The label as its author wrote it. */
  readonly term: readonly Inline[];
  /** The label as a noun inside a sentence. */
  readonly noun: Noun;
  /** What is said about it, resolved. */
  readonly answer: readonly Inline[];
  /** Whether labels of this list can be asked for without the topic: not code such as "no", which is a word of every day too, nor properties of it. */
  readonly standsAlone: boolean;
  /** Whether the label is the subject of what is said ("It …", "This network …"), so that its verb is the label's. */
  readonly isSubject: boolean;
}

/** A flag, with its argument as written, and other names of it. */
export interface FlagNames {
  readonly name: string;
  readonly aliases: readonly string[];
}

/**
 * How questions are worded in one language. A template that gives `null` makes no card:
 * better none than one in a language that the note is not written in.
 */
export interface Templates {
  readonly whatIs: (term: readonly Inline[], article: "a" | "the" | "none", isPlural: boolean) => Inline[];
  readonly labelled: (label: LabelledTerm) => Inline[] | null;
  readonly whichTerm: (topic: readonly Inline[], description: readonly Inline[]) => Inline[] | null;
  readonly namedTerm: (description: readonly Inline[], noun: Pick<Noun, "standing" | "isPlural">) => Inline[] | null;
  readonly whatDoes: (code: string, answer: readonly Inline[]) => Inline[];
  readonly whichCommand: (answer: readonly Inline[]) => Inline[] | null;
  readonly whatDoesFlag: (command: string, flag: FlagNames, answer: readonly Inline[]) => Inline[];
  readonly whichFlag: (command: string, answer: readonly Inline[]) => Inline[] | null;
}

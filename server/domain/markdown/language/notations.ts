import type { Notation } from "../fields/field.js";
import { fields } from "../fields/fields.js";
import type { OwnKeywords } from "../own-words.js";

/** A notation, ready for looking things up in it. */
export interface KnownNotation extends Pick<Notation, "name" | "asked" | "layout" | "noun"> {
  readonly keywords: ReadonlySet<string>;
  /** Keywords in whose place another one could stand. */
  readonly rivals: ReadonlySet<string>;
  /** Keywords that the note or its deck names: nothing near them needs to say what they belong to. */
  readonly ownKeywords: ReadonlySet<string>;
  readonly called: readonly string[];
  readonly saidWith: readonly string[];
  readonly fences: ReadonlySet<string>;
  readonly marks: readonly string[];
  readonly asides: ReadonlySet<string>;
  readonly comment: { readonly open: string; readonly close: string };
}

const known: readonly KnownNotation[] = fields.flatMap((field) => field.notations.map(knownNotation));

function knownNotation({ name, asked, layout, noun, ...notation }: Notation): KnownNotation {
  const groups = listed(notation.keywords).map((group) => group.split("/"));
  const [open = "", close = ""] = notation.comment.split(" ");
  return {
    ...{ name, asked, layout, noun },
    keywords: new Set(groups.flat()),
    rivals: new Set(groups.filter((group) => group.length > 1).flat()),
    ownKeywords: new Set(),
    called: listed(notation.called),
    saidWith: listed(notation.saidWith),
    fences: new Set(notation.fences.split(" ")),
    marks: listed(notation.marks),
    asides: new Set(notation.asides.split(" ")),
    comment: { open, close },
  };
}

function listed(words: string): string[] {
  return words.split(",").flatMap((word) => word.trim().replace(/\s+/g, " ") || []);
}

/** The notations that the rules know in a note which names keywords of its own: of one that is known already, or of a new one. */
export function notationsWith(own: readonly OwnKeywords[]): readonly KnownNotation[] {
  return own.reduce(withKeywords, known);
}

function withKeywords(notations: readonly KnownNotation[], { notation: name, words }: OwnKeywords): readonly KnownNotation[] {
  const isNamed = (notation: KnownNotation): boolean => notation.name.toLowerCase() === name.toLowerCase();
  if (!notations.some(isNamed)) return [...notations, ownNotation(name, new Set(words))];
  return notations.map((notation) =>
    isNamed(notation)
      ? {
          ...notation,
          keywords: new Set([...notation.keywords, ...words]),
          ownKeywords: new Set([...notation.ownKeywords, ...words]),
        }
      : notation,
  );
}

function ownNotation(name: string, words: ReadonlySet<string>): KnownNotation {
  return {
    ...{ name, asked: { in: name }, layout: "lines", noun: "keyword" },
    keywords: words,
    ...{ rivals: new Set(), ownKeywords: words },
    ...{ called: [name.toLowerCase()], saidWith: [], fences: new Set(), marks: [], asides: new Set() },
    comment: { open: "", close: "" },
  };
}

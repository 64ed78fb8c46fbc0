/** A document as a tree of our own: what the rules of the generator read. Lines are 1-based lines of the file. */

export type Inline =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "strong" | "emphasis" | "strikethrough"; readonly children: readonly Inline[] }
  | { readonly kind: "link"; readonly href: string; readonly children: readonly Inline[] }
  | { readonly kind: "image"; readonly source: string; readonly alternative: string; readonly title: string }
  | { readonly kind: "html"; readonly html: string }
  | { readonly kind: "break"; readonly hard: boolean };

interface Place {
  /** First line of the block. */
  readonly line: number;
  /** Last line of the block, itself included. */
  readonly endLine: number;
  /** `^id` or `<!--id: …-->` at its end, or `null`. */
  readonly explicitId: string | null;
}

export interface Heading extends Place {
  readonly kind: "heading";
  readonly level: number;
  readonly content: readonly Inline[];
}

export interface Paragraph extends Place {
  readonly kind: "paragraph";
  readonly content: readonly Inline[];
}

export interface ListItem extends Place {
  /** The first paragraph of the item; empty when the item begins with another block. */
  readonly content: readonly Inline[];
  /** What follows that paragraph inside the item. */
  readonly blocks: readonly Block[];
}

export interface List extends Place {
  readonly kind: "list";
  readonly ordered: boolean;
  readonly items: readonly ListItem[];
}

export interface Quote extends Place {
  readonly kind: "quote";
  readonly blocks: readonly Block[];
}

export interface Code extends Place {
  readonly kind: "code";
  readonly language: string;
  readonly text: string;
}

export interface TableRow {
  readonly line: number;
  readonly cells: readonly (readonly Inline[])[];
}

export interface Table extends Place {
  readonly kind: "table";
  readonly header: readonly (readonly Inline[])[];
  readonly rows: readonly TableRow[];
}

/** An entry of a definition list: a term and what is said about it. */
export interface Definition {
  readonly line: number;
  readonly term: readonly Inline[];
  readonly blocks: readonly Block[];
}

interface DefinitionList extends Place {
  readonly kind: "definitions";
  readonly entries: readonly Definition[];
}

interface Html extends Place {
  readonly kind: "html";
  readonly html: string;
}

interface Rule extends Place {
  readonly kind: "rule";
}

export type Block = Heading | Paragraph | List | Quote | Code | Table | DefinitionList | Html | Rule;

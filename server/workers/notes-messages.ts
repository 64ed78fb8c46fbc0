import type { NoteToRead, ReadDocument } from "../domain/markdown/generate.js";
import type { ParsedDocument, Problem } from "../domain/markdown/model.js";

/** What the notes worker is asked to do. */
export type NotesRequest =
  { readonly kind: "parse"; readonly note: NoteToRead } | { readonly kind: "gate"; readonly documents: readonly ReadDocument[] };

/** What it answers; `ready` once, when it has loaded. */
export type NotesAnswer =
  | { readonly kind: "ready" }
  | { readonly kind: "parsed"; readonly document: ReadDocument }
  | { readonly kind: "unread"; readonly problem: Problem }
  | { readonly kind: "gated"; readonly documents: readonly ParsedDocument[] };

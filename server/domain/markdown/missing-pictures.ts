import type { ReadDocument } from "./generate.js";

/** A note without the questions about pictures that are not among the paths that are `there`: nobody could see what is asked about. */
export function withoutMissingPictures(document: ReadDocument, there: ReadonlySet<string>): ReadDocument {
  const missing = new Set(
    document.references.filter(({ kind, path }) => kind === "picture" && !there.has(path)).map(({ line }) => line),
  );
  if (missing.size === 0) return document;
  return { ...document, facts: document.facts.filter(({ rule, line }) => rule !== "F16" || !missing.has(line)) };
}

import type { ParsedDocument, Problem } from "./model.js";
import type { Reference } from "./references.js";

/** What `documents` show or lead to and `files`, paths below the notes folder, do not hold: one problem each, with its line. */
export function missingReferences(
  documents: readonly Pick<ParsedDocument, "path" | "references">[],
  files: ReadonlySet<string>,
): Problem[] {
  return documents.flatMap(({ path, references }) =>
    references
      .filter((reference) => !files.has(reference.path))
      .map((reference): Problem => ({ path, line: reference.line, message: messageOf(reference) })),
  );
}

function messageOf({ kind, path, written }: Reference): string {
  if (path.startsWith("../"))
    return `${written} lies outside the notes folder, where nobody can open it: bring it in, or take it out.`;
  if (kind === "note") return `This link leads to no note: there is no ${path}.`;
  return `This picture is not there: put ${path} into the notes folder, or take it out (PNG, JPEG, GIF, WebP, AVIF or SVG, at most 20 MB).`;
}

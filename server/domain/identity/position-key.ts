import type { Fact } from "../markdown/model.js";
import { norm } from "./normalise.js";

/** Where a note stands and what it is about, without what it says about it: family, path, headings and term, one to a line. */
export function positionKey({ family, path, headingPath, term }: Pick<Fact, "family" | "path" | "headingPath" | "term">): string {
  return [family, path, headingPath.map(norm).join("\t"), norm(term)].join("\n");
}

/** The same key in another document, for a document that was renamed or a passage that moved. */
export function positionKeyIn(path: string, key: string): string {
  const [family, , ...rest] = key.split("\n");
  return [family, path, ...rest].join("\n");
}

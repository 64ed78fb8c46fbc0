/** What columns hold as JSON. @throws ZodError for anything else: only this program writes them */
import { z } from "zod";
import type { Problem } from "../../domain/markdown/model.js";

const strings = z.array(z.string());
const problems = z.array(z.object({ path: z.string(), line: z.number(), message: z.string() }));

/** A list of texts: headings, alternatives. */
export function parseStrings(column: string): readonly string[] {
  return strings.parse(JSON.parse(column));
}

/** What an author should know about a document, with the line. */
export function parseProblems(column: string): readonly Problem[] {
  return problems.parse(JSON.parse(column));
}

import { z } from "zod";
import { ValidationError } from "../domain/errors.js";

/** A field of a form: what was typed, "" if it was not sent; at most `limit` characters. */
export function text(limit: number) {
  return z.string().max(limit).default("");
}

/**
 * What a form, or the query of an address, holds. Throws ValidationError when it is not what `schema` says: the pages
 * themselves never send that, so one sentence is enough.
 */
export function parseForm<Schema extends z.ZodType>(schema: Schema, sent: unknown): z.output<Schema> {
  const parsed = schema.safeParse(sent ?? {});
  if (parsed.success) return parsed.data;
  const names = [...new Set(parsed.error.issues.map((issue) => issue.path.join(".")))].join(", ");
  throw new ValidationError(`What was sent cannot be read (${names}): too long, sent twice, or left out. Go back and try again.`);
}

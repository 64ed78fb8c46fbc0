import type { Response } from "express";
import { AppError, TooManyRequestsError, ValidationError } from "../domain/errors.js";
import type { FieldErrors } from "./form-fields.js";

/** Why a form was refused, for the page that shows it again with what was typed. */
export interface Refusal {
  /** The sentence above the form; null where the fields say it all. */
  readonly problem: string | null;
  readonly fields: FieldErrors;
}

/** For a form that nobody has sent yet. */
export const notRefused: Refusal = { problem: null, fields: {} };

/** Gives the reply the status of a refusal. Throws `error` again when it is none, but a fault. */
export function refuse(response: Response, error: unknown): Refusal {
  if (!(error instanceof AppError)) throw error;
  response.status(error.status);
  if (error instanceof TooManyRequestsError) response.set("Retry-After", String(error.retryAfterSeconds));
  const fields = error instanceof ValidationError ? error.fields : {};
  // Where a field says what is wrong with it, the sentence above the form need not say it a second time.
  const isAtFields = Object.keys(fields).length > 0;
  return { problem: isAtFields ? "Nothing was saved. Look at what is marked below." : error.message, fields };
}

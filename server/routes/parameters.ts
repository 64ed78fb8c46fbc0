import { NotFoundError } from "../domain/errors.js";

/** An id in an address; what is no whole number names nothing, so it throws NotFoundError. */
export function idParameter(text: unknown): number {
  if (typeof text !== "string" || !/^\d{1,15}$/.test(text)) throw new NotFoundError("There is nothing at this address.");
  return Number(text);
}

import { ValidationError } from "../errors.js";

/** A document that cannot be read at all; nothing may be concluded from it, least of all that its cards are gone. */
export class UnreadableNoteError extends ValidationError {
  constructor(
    message: string,
    /** 1-based line at which reading ended. */
    readonly line: number,
  ) {
    super(message);
  }
}

import { ValidationError } from "./errors.js";

/** Characters of a name, at most. */
const nameLength = 40;

/** A learner's name as it is shown, and as it is compared: two names with one key are the same name. */
export interface LearnerName {
  readonly name: string;
  readonly nameKey: string;
}

/**
 * The name that somebody typed, without the space around it and with single spaces inside.
 * Throws ValidationError (field `name`) when it is empty, longer than 40 characters, or holds what cannot be seen.
 */
export function parseLearnerName(typed: string): LearnerName {
  const name = typed.normalize("NFC").trim().replace(/\s+/gu, " ");
  const refuse = (message: string) => new ValidationError(message, { name: message });
  if (name === "") throw refuse("A name is needed: 1 to 40 characters.");
  if ([...name].length > nameLength) throw refuse("The name is longer than 40 characters. Choose a shorter one.");
  if (unseen.test(name.replace(joiners, ""))) throw refuse("The name holds characters that cannot be seen. Type it anew.");
  if (!/[\p{L}\p{N}]/u.test(name)) throw refuse("The name needs at least one letter or digit.");
  return { name, nameKey: nameKeyOf(name) };
}

/** The key of a name as typed; also of one that no account could have. */
export function nameKeyOf(typed: string): string {
  return typed.normalize("NFKC").replace(joiners, "").trim().replace(/\s+/gu, " ").toLowerCase().normalize("NFKC");
}

/** Control, direction and other format characters, halves of surrogate pairs, private and unassigned code points. */
const unseen = /\p{C}/u;

/** Zero-width joiner and non-joiner: Persian names and many emoji need them, but they make no difference between names. */
const joiners = /[\u200c\u200d]/gu;

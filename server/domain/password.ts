import { ValidationError } from "./errors.js";
import { nameKeyOf } from "./learner-name.js";

const leastCharacters = 8;
const mostCharacters = 200;

/** Why `password` may not be the password of the learner called `name`, as a sentence for them; null when it may. */
export function passwordProblem(password: string, name: string): string | null {
  const length = [...password].length;
  if (length < leastCharacters) return "The password is too short. Use at least 8 characters.";
  if (length > mostCharacters) return "The password is longer than 200 characters. Use a shorter one.";
  if (nameKeyOf(password) === nameKeyOf(name)) return "The password is the name. Choose something that others cannot guess.";
  if (new Set(password).size === 1)
    return "The password is one character over and over. Choose something that others cannot guess.";
  return null;
}

/** Returns `password`. Throws ValidationError (field `field`) when it may not be the password of the learner called `name`. */
export function parsePassword(password: string, name: string, field: string): string {
  const problem = passwordProblem(password, name);
  if (problem !== null) throw new ValidationError(problem, { [field]: problem });
  return password;
}

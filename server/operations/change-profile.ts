import { parseDayStart } from "../domain/day-start.js";
import { ValidationError } from "../domain/errors.js";
import { parseLearnerName } from "../domain/learner-name.js";
import type { Scheme } from "../domain/learner.js";
import { parseFields } from "../domain/parse-fields.js";
import { parseZone } from "../domain/zones.js";
import { onceMore } from "../store/once-more.js";
import { updateProfile } from "../store/write/learners.js";
import type { Act } from "./act.js";
import { requireFreeName } from "./guards/free-name.js";

/** What a learner says of themselves; everything as typed. */
export interface ProfileInput {
  readonly name: string;
  readonly zone: string;
  /** "04:00". */
  readonly dayStart: string;
  /** "auto", "light" or "dark". */
  readonly scheme: string;
}

/** Changes the learner's profile. Throws ValidationError with every field that is wrong, ConflictError for a taken name. */
export async function changeProfile({ store, learnerId }: Act, typed: ProfileInput): Promise<void> {
  const { named, zone, dayStartMinutes, scheme } = parseFields({
    named: () => parseLearnerName(typed.name),
    zone: () => parseZone(typed.zone),
    dayStartMinutes: () => parseDayStart(typed.dayStart),
    scheme: () => parseScheme(typed.scheme),
  });
  await onceMore(async () => {
    requireFreeName(store, named, learnerId);
    await store.db.batch([updateProfile(learnerId, { ...named, zone, dayStartMinutes, scheme })]);
  });
}

function parseScheme(typed: string): Scheme {
  if (typed === "auto" || typed === "light" || typed === "dark") return typed;
  const message = "Choose light, dark, or as the system has it.";
  throw new ValidationError(message, { scheme: message });
}

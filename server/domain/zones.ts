import { isZone } from "./day.js";
import { ValidationError } from "./errors.js";

/** New names of zones that Node still lists by their old ones only, while browsers already give the new. */
const renamed = [
  "America/Argentina/Buenos_Aires",
  "America/Nuuk",
  "Asia/Ho_Chi_Minh",
  "Asia/Kathmandu",
  "Asia/Kolkata",
  "Asia/Yangon",
  "Atlantic/Faroe",
  "Europe/Kyiv",
  "Pacific/Chuuk",
  "Pacific/Kanton",
  "Pacific/Pohnpei",
];

/** Names of the time zones that a learner may choose, sorted, "UTC" first. */
export const zones: readonly string[] = [
  "UTC",
  ...[...new Set([...Intl.supportedValuesOf("timeZone"), ...renamed.filter(isZone)])].filter((zone) => zone !== "UTC").sort(),
];

const known = new Set(zones);

/** The zone of that name; UTC for an empty one. Throws ValidationError (field `zone`) for any other. */
export function parseZone(typed: string): string {
  const zone = typed.trim() || "UTC";
  if (known.has(zone)) return zone;
  const message = "This time zone is not known here. Choose one from the list.";
  throw new ValidationError(message, { zone: message });
}

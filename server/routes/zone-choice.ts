import type { Choice } from "../../views/forms/models.js";
import { zones } from "../domain/zones.js";
import { choice } from "./form-fields.js";

const options = zones.map((zone) => [zone, zone.replaceAll("_", " ")] as const);

/** Every time zone, `selected` chosen; UTC if it is none of them. */
export function zoneChoice(selected: string, error?: string): Choice {
  return choice(options, selected, error);
}

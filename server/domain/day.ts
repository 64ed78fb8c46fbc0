/** Study days: what "today" means for a learner, from their zone and the time at which their day starts. */
import { IANAZone } from "luxon";
import { ValidationError } from "./errors.js";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/**
 * Study day of `instant`: days since 1970-01-01 of the learner's calendar date, which begins when their clock shows
 * `dayStartMinutes` (0..1439 after midnight). Compared as wall-clock time, so that it stays right when clocks change.
 * @throws ValidationError if `zone` is not the name of a time zone
 */
export function studyDay(instant: number, zone: string, dayStartMinutes: number): number {
  return Math.floor((wallClock(instant, zone) - dayStartMinutes * minuteMs) / dayMs);
}

/** Hour that the learner's clock shows, 0..23. @throws ValidationError if `zone` is not the name of a time zone */
export function localHour(instant: number, zone: string): number {
  return Math.floor((((wallClock(instant, zone) % dayMs) + dayMs) % dayMs) / hourMs);
}

/** The first instant whose study day is `day`, or a later one where a calendar left `day` out (Samoa, 2011). */
export function startOfStudyDay(day: number, zone: string, dayStartMinutes: number): number {
  const wall = day * dayMs + dayStartMinutes * minuteMs;
  // No zone is more than 14 hours ahead of UTC or 12 behind; offsets and day starts are whole minutes.
  let before = wall - 15 * hourMs;
  let reached = wall + 13 * hourMs;
  while (reached - before > minuteMs) {
    const middle = before + Math.floor((reached - before) / 2 / minuteMs) * minuteMs;
    if (studyDay(middle, zone, dayStartMinutes) >= day) reached = middle;
    else before = middle;
  }
  return reached;
}

/** Whether `zone` names a time zone that this server knows, such as "Europe/Berlin" or "UTC". */
export function isZone(zone: string): boolean {
  return IANAZone.isValidZone(zone);
}

/** Milliseconds since 1970-01-01 00:00 that the learner's clock and calendar show. */
function wallClock(instant: number, zone: string): number {
  return instant + offsetMinutes(instant, zone) * minuteMs;
}

/** Offsets change at quarters of an hour only, so the last quarter asked for in each zone answers nearly every question. */
const quarterMs = 15 * minuteMs;
const lastQuarter = new Map<string, { quarter: number; offset: number }>();

function offsetMinutes(instant: number, zone: string): number {
  const quarter = Math.floor(instant / quarterMs);
  const known = lastQuarter.get(zone);
  if (known?.quarter === quarter) return known.offset;
  if (!known && !isZone(zone)) throw new ValidationError(`“${zone}” is not a time zone. Choose one from the list.`);
  const offset = IANAZone.create(zone).offset(quarter * quarterMs);
  lastQuarter.set(zone, { quarter, offset });
  return offset;
}

import { ValidationError } from "./errors.js";

/** Minutes after midnight of a time such as "04:00" or "4:00". Throws ValidationError (field `dayStart`) for anything else. */
export function parseDayStart(typed: string): number {
  const found = /^(\d{1,2}):(\d{2})(?::00)?$/.exec(typed.trim());
  const hours = Number(found?.[1]);
  const minutes = Number(found?.[2]);
  if (hours <= 23 && minutes <= 59) return hours * 60 + minutes;
  const message = "The start of the day is a time such as 04:00.";
  throw new ValidationError(message, { dayStart: message });
}

/** "04:00" for 240. */
export function formatDayStart(minutes: number): string {
  const two = (number: number) => String(number).padStart(2, "0");
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

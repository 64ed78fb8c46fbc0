/** Numbers as the pages say them. English only, and in one place. */
import type { Due } from "../domain/card-schedule.js";

/** "1 card", "1,204 cards". */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${number(count)} ${count === 1 ? noun : plural}`;
}

/** "1,204". */
export function number(count: number): string {
  return count.toLocaleString("en");
}

/** When a card comes back: "in 10 min", "in 3 hours", "tomorrow", "in 12 days", "in 4 months", "in 2.5 years". */
export function inTime(wait: { readonly ms: number } | { readonly days: number }): string {
  if ("ms" in wait) return wait.ms < 60_000 ? "in under 1 min" : `in ${shortDuration(wait.ms)}`;
  if (wait.days <= 0) return "today";
  if (wait.days === 1) return "tomorrow";
  return `in ${span(wait.days)}`;
}

/** When an answer that is given at the instant `at` brings its card back. */
export function backWords(due: Due, scheduledDays: number, at: number): string {
  return "dueAt" in due ? inTime({ ms: due.dueAt - at }) : inTime({ days: scheduledDays });
}

/** A number of days in the unit that a person would choose: "12 days", "4 months", "2.5 years". */
export function span(days: number): string {
  if (days < 61) return counted(days, "day");
  if (days < 715) return counted(Math.round(days / 30.44), "month");
  const years = Math.round(days / 36.525) / 10;
  return `${number(years)} ${years === 1 ? "year" : "years"}`;
}

/** "6 minutes", "1 hour 20 minutes"; at least a minute. */
export function duration(ms: number): string {
  const minutes = Math.max(1, Math.round(ms / 60_000));
  if (minutes < 60) return counted(minutes, "minute");
  const rest = minutes % 60;
  return rest === 0 ? counted(minutes / 60, "hour") : `${counted(Math.floor(minutes / 60), "hour")} ${counted(rest, "minute")}`;
}

/** "6 min", "3 hours"; at least a minute. For where there is little room. */
export function shortDuration(ms: number): string {
  const minutes = Math.max(1, Math.round(ms / 60_000));
  return minutes < 60 ? `${minutes} min` : counted(Math.round(minutes / 60), "hour");
}

/** "92 %". */
export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** "14:05" on the learner's clock. */
export function clockTime(instant: number, zone: string): string {
  return new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: zone }).format(instant);
}

/** "Friday 20 November", of a study day. */
export function longDay(studyDay: number): string {
  return dayFormat.format(studyDay * 86_400_000).replace(",", "");
}

/** "Fri". */
export function shortDay(studyDay: number): string {
  return shortDayFormat.format(studyDay * 86_400_000);
}

const dayFormat = new Intl.DateTimeFormat("en-GB", { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" });
const shortDayFormat = new Intl.DateTimeFormat("en-GB", { weekday: "short", timeZone: "UTC" });

/** The first `limit` characters, cut between words, with "…" where something was cut. */
export function shortened(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit).replace(/\s+\S*$/, "");
  return `${cut === "" ? text.slice(0, limit) : cut} …`;
}

/** Markdown of one line as plain text: for titles, labels and announcements. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/(`+)(.+?)\1/g, "$2")
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/(\*\*|__|~~)(?=\S)(.+?)\1/g, "$2")
    .replace(/(^|[^\w*])([*_])(?=\S)([^*_]+?)\2(?!\w)/g, "$1$3")
    .replace(/\\([!-/:-@[-`{-~])/g, "$1")
    .replace(/\s+/g, " ")
    .trim();
}

/** "3 November", with the year where it is another than that of `now`; on the calendar of `zone`. */
export function date(instant: number, zone: string, now: number): string {
  const yearOf = (moment: number) => new Intl.DateTimeFormat("en-GB", { year: "numeric", timeZone: zone }).format(moment);
  const year = yearOf(instant) === yearOf(now) ? {} : { year: "numeric" as const };
  return new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", timeZone: zone, ...year }).format(instant);
}

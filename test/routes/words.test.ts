import { describe, expect, it } from "@jest/globals";
import {
  clockTime,
  counted,
  date,
  duration,
  inTime,
  longDay,
  percent,
  plainText,
  shortDay,
  shortened,
  span,
} from "../../server/routes/words.js";

describe("words for numbers", () => {
  it.each([
    [0, "0 cards"],
    [1, "1 card"],
    [9999, "9,999 cards"],
  ])("a count of cards, when it is %i, reads %s", (count, text) => {
    expect(counted(count, "card")).toBe(text);
  });

  it.each([
    [{ ms: 20_000 }, "in under 1 min"],
    [{ ms: 600_000 }, "in 10 min"],
    [{ ms: 3 * 3_600_000 }, "in 3 hours"],
    [{ days: 0 }, "today"],
    [{ days: 1 }, "tomorrow"],
    [{ days: 12 }, "in 12 days"],
    [{ days: 122 }, "in 4 months"],
    [{ days: 913 }, "in 2.5 years"],
  ])("the time until a card comes back, when it is %j, reads %s", (wait, text) => {
    expect(inTime(wait)).toBe(text);
  });

  it("a longer interval, when worded, never reads as a shorter one", () => {
    const inDays = (text: string): number => {
      const unit = /year/.test(text) ? 365.25 : /month/.test(text) ? 30.44 : 1;
      return Number.parseFloat(text.replace(",", "")) * unit;
    };

    const worded = Array.from({ length: 5_000 }, (_, days) => inDays(span(days + 1)));

    for (const [index, value] of worded.entries()) expect(value).toBeGreaterThanOrEqual((worded[index - 1] ?? 0) - 0.01);
  });

  it.each([
    [1_000, "1 minute"],
    [6 * 60_000, "6 minutes"],
    [80 * 60_000, "1 hour 20 minutes"],
    [120 * 60_000, "2 hours"],
  ])("a duration of %i ms reads %s", (ms, text) => {
    expect(duration(ms)).toBe(text);
  });

  it("a study day, when printed, is the same date whatever the server's zone", () => {
    expect(longDay(Date.UTC(2026, 10, 20) / 86_400_000)).toBe("Friday 20 November");
    expect(shortDay(Date.UTC(2026, 10, 20) / 86_400_000)).toBe("Fri");
  });

  it("a time, when printed, is that of the learner's zone", () => {
    expect(clockTime(Date.UTC(2026, 10, 20, 13, 5), "Europe/Berlin")).toBe("14:05");
  });

  it("a share, when printed, is rounded to whole per cent", () => {
    expect(percent(22 / 24)).toBe("92 %");
  });
});

describe("words for text", () => {
  it("Markdown, when made plain, loses its marks and keeps its words", () => {
    expect(plainText("What does `docker ps -a` do with **all** [containers](x.md) in my_long_name?")).toBe(
      "What does docker ps -a do with all containers in my_long_name?",
    );
  });

  it("a long text, when shortened, is cut between words", () => {
    expect(shortened("one two three", 8)).toBe("one two …");
    expect(shortened("one", 8)).toBe("one");
  });
});

describe("date", () => {
  it.each([
    ["2026-11-03T12:00Z", "UTC", "3 November"],
    ["2026-11-03T12:00Z", "Pacific/Kiritimati", "4 November"],
    ["2025-12-31T23:30Z", "UTC", "31 December 2025"],
    ["2025-12-31T23:30Z", "Europe/Berlin", "1 January"],
  ])("of %s in %s, when it is November 2026, reads %s", (instant, zone, words) => {
    expect(date(Date.parse(instant), zone, Date.parse("2026-11-21T12:00Z"))).toBe(words);
  });
});

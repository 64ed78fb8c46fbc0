import { describe, expect, it } from "@jest/globals";
import { formatDayStart, parseDayStart } from "../../server/domain/day-start.js";

describe("parseDayStart", () => {
  it.each([
    ["00:00", 0],
    ["04:00", 240],
    [" 4:30 ", 270],
    ["23:59", 1439],
    ["04:00:00", 240],
  ])("gives minutes after midnight, when %j is typed", (typed, minutes) => {
    expect(parseDayStart(typed)).toBe(minutes);
  });

  it.each(["", "24:00", "12:60", "4", "four", "-1:00", "04:00:30"])("refuses, when %j is typed", (typed) => {
    expect(() => parseDayStart(typed)).toThrow("a time such as 04:00");
  });
});

describe("formatDayStart", () => {
  it("gives back what parseDayStart reads, when any minute of the day is written", () => {
    const minutes = Array.from({ length: 1440 }, (_, minute) => minute);

    expect(minutes.map((minute) => parseDayStart(formatDayStart(minute)))).toEqual(minutes);
    expect(formatDayStart(65)).toBe("01:05");
  });
});

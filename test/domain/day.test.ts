import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { isZone, localHour, startOfStudyDay, studyDay } from "../../server/domain/day.js";
import { ValidationError } from "../../server/domain/errors.js";
import { runs } from "../support/runs.js";

const fourOClock = 240;
const dayOf = (date: string) => Date.parse(`${date}T00:00Z`) / 86_400_000;
const day = (instant: string, zone: string, start = fourOClock) => studyDay(Date.parse(instant), zone, start);

describe("the study day", () => {
  it("is the calendar date, when it is 23:30, though UTC is a day further", () => {
    expect(day("2026-11-22T04:30Z", "America/New_York")).toBe(dayOf("2026-11-21"));
  });

  it("is still yesterday, when the clock shows a minute before the day start, and changes at the day start", () => {
    expect(day("2026-11-21T02:59Z", "Europe/Berlin")).toBe(dayOf("2026-11-20"));
    expect(day("2026-11-21T03:00Z", "Europe/Berlin")).toBe(dayOf("2026-11-21"));
  });

  it("changes at midnight, when the day starts at midnight", () => {
    expect(day("2026-11-20T22:59:59.999Z", "Europe/Berlin", 0)).toBe(dayOf("2026-11-20"));
    expect(day("2026-11-20T23:00Z", "Europe/Berlin", 0)).toBe(dayOf("2026-11-21"));
  });

  it("starts when the wall clock shows the day start, when clocks go forward that night", () => {
    expect(day("2026-03-29T01:59Z", "Europe/Berlin")).toBe(dayOf("2026-03-28"));
    expect(day("2026-03-29T02:00Z", "Europe/Berlin")).toBe(dayOf("2026-03-29"));
  });

  it("starts when the wall clock shows the day start, when clocks go back that night", () => {
    expect(day("2026-10-25T02:59Z", "Europe/Berlin")).toBe(dayOf("2026-10-24"));
    expect(day("2026-10-25T03:00Z", "Europe/Berlin")).toBe(dayOf("2026-10-25"));
  });

  it("starts when clocks jump over the day start, when the day start does not exist that night", () => {
    expect(day("2026-03-29T00:59Z", "Europe/Berlin", 150)).toBe(dayOf("2026-03-28"));
    expect(day("2026-03-29T01:00Z", "Europe/Berlin", 150)).toBe(dayOf("2026-03-29"));
    expect(startOfStudyDay(dayOf("2026-03-29"), "Europe/Berlin", 150)).toBe(Date.parse("2026-03-29T01:00Z"));
  });

  it("is a day apart, when one learner is in UTC+14 and another in UTC-11", () => {
    expect(day("2026-11-21T12:00Z", "Pacific/Kiritimati")).toBe(dayOf("2026-11-21"));
    expect(day("2026-11-21T12:00Z", "Pacific/Pago_Pago")).toBe(dayOf("2026-11-20"));
  });

  it("may go back, when the learner changes their zone westwards", () => {
    const instant = "2026-11-21T05:00Z";

    expect(day(instant, "Asia/Tokyo")).toBe(dayOf("2026-11-21"));
    expect(day(instant, "America/Los_Angeles")).toBe(dayOf("2026-11-20"));
  });

  it("is right for every question, when zones and quarters of an hour alternate", () => {
    const before = Date.parse("2026-03-29T00:59Z");
    for (let round = 0; round < 3; round++) {
      expect(localHour(before, "Europe/Berlin")).toBe(1);
      expect(localHour(before + 60_000, "Europe/Berlin")).toBe(3);
      expect(localHour(before, "Asia/Kathmandu")).toBe(6);
    }
  });

  it("is right before 1970, when an imported review is that old", () => {
    expect(day("1969-12-31T20:00Z", "UTC")).toBe(-1);
    expect(localHour(Date.parse("1969-12-31T20:00Z"), "UTC")).toBe(20);
  });

  it("is refused with a sentence, when the zone is not one", () => {
    expect(() => day("2026-11-21T12:00Z", "Mars/Olympus")).toThrow(ValidationError);
    expect(() => day("2026-11-21T12:00Z", "Mars/Olympus")).toThrow("“Mars/Olympus” is not a time zone");
    expect(isZone("Mars/Olympus")).toBe(false);
    expect(isZone("Europe/Berlin")).toBe(true);
  });
});

describe("the start of a study day", () => {
  const zones = [
    "UTC",
    "Europe/Berlin",
    "America/New_York",
    "Australia/Lord_Howe",
    "Pacific/Kiritimati",
    "Pacific/Pago_Pago",
    "Asia/Kathmandu",
  ];

  it("is its first instant, whatever the zone and the day start", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: dayOf("2000-01-01"), max: dayOf("2040-01-01") }),
        // Between 1:00 and 3:00 a clock that is set back can show the day start twice.
        fc.oneof(fc.constant(0), fc.integer({ min: 181, max: 1439 })),
        (zone, wanted, start) => {
          const instant = startOfStudyDay(wanted, zone, start);

          expect(studyDay(instant, zone, start)).toBe(wanted);
          expect(studyDay(instant - 1, zone, start)).toBe(wanted - 1);
        },
      ),
      { numRuns: runs(150, 5000) },
    );
  });

  it("is the start of the next day that exists, when the calendar left that day out", () => {
    const start = startOfStudyDay(dayOf("2011-12-30"), "Pacific/Apia", 0);

    expect(studyDay(start, "Pacific/Apia", 0)).toBe(dayOf("2011-12-31"));
  });
});

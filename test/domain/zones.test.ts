import { describe, expect, it } from "@jest/globals";
import { isZone } from "../../server/domain/day.js";
import { parseZone, zones } from "../../server/domain/zones.js";

describe("zones", () => {
  it("lists each zone once, UTC first, and only ones in which a day can be computed", () => {
    expect(zones[0]).toBe("UTC");
    expect(new Set(zones).size).toBe(zones.length);
    expect(zones.filter((zone) => !isZone(zone))).toEqual([]);
  });

  it.each(["Europe/Berlin", "Europe/Kyiv", "Asia/Kolkata", "Pacific/Kiritimati"])("knows %s, as a browser gives it", (zone) => {
    expect(parseZone(zone)).toBe(zone);
  });

  it("is UTC, when none was chosen", () => {
    expect(parseZone(" ")).toBe("UTC");
  });

  it.each(["Mars/Olympus", "europe/berlin", "+02:00", "UTC; DROP TABLE"])("refuses %s, which is not in the list", (zone) => {
    expect(() => parseZone(zone)).toThrow("This time zone is not known here.");
  });
});

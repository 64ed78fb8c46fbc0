import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";

const css = readFileSync(new URL("../../views/assets/app.css", import.meta.url), "utf8");
const guide = readFileSync(new URL("../../docs/visual-language.md", import.meta.url), "utf8");

type Scheme = "light" | "dark";
const palette = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(([, name, light, dark]) => [
    name ?? "",
    { light: light ?? "", dark: dark ?? "" },
  ]),
);
const pairs = [...guide.matchAll(/^\| ([\w-]+) on ([\w-]+) +\| ([\d.]+) +\| ([\d.]+) +\| ([\d.]+) +\|$/gm)].map((row) => ({
  pair: `${row[1]} on ${row[2]}`,
  ink: row[1] ?? "",
  ground: row[2] ?? "",
  told: { light: Number(row[3]), dark: Number(row[4]) },
  bar: Number(row[5]),
}));

/** Relative luminance of WCAG 2, 0 (black) to 1 (white). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((start) => parseInt(colour.slice(start, start + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function luminanceOf(name: string, scheme: Scheme): number {
  const colour = palette.get(name);
  if (colour === undefined) throw new Error(`There is no colour "${name}" in app.css.`);
  return luminance(colour[scheme]);
}

/** Contrast of WCAG 2, 1 to 21. */
function contrast(one: string, other: string, scheme: Scheme): number {
  const [high, low] = [luminanceOf(one, scheme), luminanceOf(other, scheme)].sort((a, b) => b - a);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}

describe("the palette", () => {
  it("pairs, when the guide lists contrasts, are all read by this test", () => {
    expect(pairs.length).toBe([...guide.matchAll(/^\| [\w-]+ on /gm)].length);
    expect(pairs.length).toBeGreaterThan(12);
  });

  it("colours, when the guide lists them, are those of the styles", () => {
    const listed = [...guide.matchAll(/^\| ([\w-]+) +\| (#\w{6}) +\| (#\w{6}) +\|/gm)];

    expect(listed.length).toBeGreaterThan(15);
    for (const [, name, light, dark] of listed) expect([name, palette.get(name ?? "")]).toEqual([name, { light, dark }]);
  });

  it.each(pairs)("contrast, when it is $pair, is what the guide says and above its bar", ({ ink, ground, told, bar }) => {
    for (const scheme of ["light", "dark"] as const) {
      expect(contrast(ink, ground, scheme)).toBeCloseTo(told[scheme], 1);
      expect(contrast(ink, ground, scheme)).toBeGreaterThanOrEqual(bar);
    }
  });

  it.each(["light", "dark"] as const)("ratings, when the scheme is %s, grow lighter from Forgot to Easy", (scheme) => {
    const ladder = ["forgot", "hard", "good", "easy"].map((name) => luminanceOf(name, scheme));

    expect(ladder).toEqual([...ladder].sort((a, b) => a - b));
    expect(new Set(ladder).size).toBe(4);
  });
});

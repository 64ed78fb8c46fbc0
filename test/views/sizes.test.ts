import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "@jest/globals";

const folder = fileURLToPath(new URL("../../dist/assets", import.meta.url));
const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")) as Record<string, string>;

/** Bytes on the wire, in the form in which `suffix` files of the published assets go out. */
function bytesOf(extension: string, suffix: string): number {
  const names = Object.values(manifest).filter((name) => name.endsWith(extension));
  return names.reduce((sum, name) => sum + statSync(join(folder, name + suffix)).size, 0);
}

describe("what the quiz page loads, compressed", () => {
  it("styles, when all are counted, stay within 12 kB", () => {
    expect(bytesOf(".css", ".br")).toBeLessThanOrEqual(12_000);
  });

  it("scripts, when htmx and ours are counted, stay within 20 kB", () => {
    expect(bytesOf(".js", ".br")).toBeLessThanOrEqual(20_000);
  });

  it("fonts, when all faces are counted, stay within 120 kB", () => {
    expect(bytesOf(".woff2", "")).toBeLessThanOrEqual(120_000);
  });

  it("published files, when the styles name one, are there under that name", () => {
    const css = readFileSync(join(folder, manifest["app.css"] ?? ""), "utf8");
    const named = [...css.matchAll(/url\("?([^")]+)"?\)/g)].map(([, name]) => name);

    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((name) => !readdirSync(folder).includes(name ?? ""))).toEqual([]);
  });
});

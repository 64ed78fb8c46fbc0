/** `npm run bench:weight`: bytes that the quiz page sends, compressed as they are published; exits 1 when one is over its limit. */
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../server/root.js";

const assets = join(projectRoot, "dist", "assets");
const manifest = JSON.parse(readFileSync(join(assets, "manifest.json"), "utf8")) as Record<string, string>;

/** Sum over the assets whose name matches; fonts are compressed by themselves. */
function bytes(pattern: RegExp): number {
  const files = Object.entries(manifest).filter(([name]) => pattern.test(name));
  return files.reduce((sum, [name, file]) => sum + statSync(join(assets, name.endsWith(".woff2") ? file : `${file}.br`)).size, 0);
}

const limits = [
  { what: "JavaScript", pattern: /\.js$/, limit: 20_000 },
  { what: "CSS", pattern: /\.css$/, limit: 12_000 },
  { what: "fonts", pattern: /\.woff2$/, limit: 120_000 },
];

for (const { what, pattern, limit } of limits) {
  const size = bytes(pattern);
  console.log(
    `${what}: ${size.toLocaleString("en")} bytes, ${(size / limit).toFixed(2)} of the limit of ${limit.toLocaleString("en")}`,
  );
  if (size > limit) process.exitCode = 1;
}

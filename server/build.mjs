/**
 * Makes everything that is not committed: the Prisma client, then `dist/` (compiled code, hashed and compressed assets).
 * Runs after `npm ci` (the script `prepare`), before the tests, and by hand as `npm run build`.
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, extname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import esbuild from "esbuild";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, "dist");
const assetsIn = join(root, "views", "assets");

/** Files of other packages that the browser gets, by the name under which `views/` asks for them. */
const vendored = {
  "htmx.js": "htmx.org/dist/htmx.min.js",
  "serif.woff2": "@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2",
  "sans.woff2": "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
};

/** Generates the Prisma client if the schema changed. It needs no engine, but Prisma looks for one: any existing executable satisfies it. */
function generateClient() {
  const generated = join(root, "server", "store", "generated");
  const stamp = join(generated, "schema.sha256");
  const hash = sha256(
    readFileSync(join(root, "prisma", "schema.prisma")) + readFileSync(join(root, "package-lock.json"), "utf8"),
  );
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === hash) return;
  const prisma = createRequire(import.meta.url).resolve("prisma/build/index.js");
  execFileSync(process.execPath, [prisma, "generate"], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: "1" },
  });
  writeFileSync(stamp, hash);
}

/** Every TypeScript source becomes one JavaScript file at the same place under `dist/`. */
async function compile() {
  const sources = ["server", "views"].flatMap((folder) => filesBelow(join(root, folder))).filter((file) => file.endsWith(".ts"));
  await esbuild.build({
    entryPoints: sources,
    outdir: dist,
    outbase: root,
    format: "esm",
    platform: "node",
    target: "node20",
    sourcemap: true,
    logLevel: "warning",
  });
}

/** Copies the browser's files under names that carry their hash (cached for ever), each with its brotli and gzip form. */
function publishAssets() {
  const out = join(dist, "assets");
  mkdirSync(out, { recursive: true });
  const own = filesBelow(assetsIn).map((file) => [relative(assetsIn, file).split(sep).join("/"), file]);
  const foreign = Object.entries(vendored).map(([name, path]) => [name, join(root, "node_modules", path)]);
  const manifest = {};
  // Stylesheets last: they name other assets, whose hashed names must be known.
  for (const [name, file] of [...foreign, ...own].sort(
    ([a], [b]) => a.endsWith(".css") - b.endsWith(".css") || (a < b ? -1 : 1),
  )) {
    let bytes = readFileSync(file);
    if (name.endsWith(".css")) bytes = Buffer.from(minifyStyles(bytes.toString(), manifest));
    if (name.endsWith(".js") && !(name in vendored))
      bytes = Buffer.from(esbuild.transformSync(bytes.toString(), { minify: true, target: "es2022" }).code);
    const extension = extname(name);
    const published = `${name.slice(0, -extension.length).replaceAll("/", "-")}.${sha256(bytes).slice(0, 10)}${extension}`;
    manifest[name] = published;
    writeFileSync(join(out, published), bytes);
    if (/\.(css|js|svg|json|webmanifest)$/.test(name)) {
      writeFileSync(
        join(out, `${published}.br`),
        brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
      );
      writeFileSync(join(out, `${published}.gz`), gzipSync(bytes, { level: 9 }));
    }
  }
  writeFileSync(join(out, "manifest.json"), JSON.stringify(manifest, null, 2));
}

function minifyStyles(css, manifest) {
  const linked = css.replace(/url\("?([\w./-]+)"?\)/g, (whole, name) => (manifest[name] ? `url("${manifest[name]}")` : whole));
  return esbuild.transformSync(linked, { loader: "css", minify: true, target: ["chrome120", "firefox120", "safari17"] }).code;
}

function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function sha256(bytes) {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Removes what an earlier build left in `dist/` and this one did not write. */
function removeStale(startedAt) {
  for (const file of filesBelow(dist)) if (statSync(file).mtimeMs < startedAt - 1000) rmSync(file);
}

/** Names, sizes and times of everything that a build reads: equal means that `dist/` is up to date. */
function fingerprint() {
  const read = [
    ...["server", "views"].flatMap((folder) => filesBelow(join(root, folder))),
    join(root, "prisma", "schema.prisma"),
  ];
  const own = read.filter((file) => !file.includes(`${sep}generated${sep}`));
  return sha256(own.map((file) => `${file}\0${statSync(file).size}\0${statSync(file).mtimeMs}`).join("\n"));
}

/** Builds the whole, in place; does nothing when nothing changed since the last build. */
export async function build() {
  const stamp = join(dist, "build.sha256");
  const wanted = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  const startedAt = Date.now();
  generateClient();
  await compile();
  publishAssets();
  removeStale(startedAt);
  writeFileSync(stamp, wanted);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build();

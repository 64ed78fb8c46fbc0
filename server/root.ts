import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Absolute path of the project's folder: the same from the sources and from `dist/`. Relative paths in the configuration start here. */
export const projectRoot = findProjectRoot(dirname(fileURLToPath(import.meta.url)));

function findProjectRoot(folder: string): string {
  const manifest = join(folder, "package.json");
  if (existsSync(manifest) && readFileSync(manifest, "utf8").includes('"name": "deckhand"')) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error("package.json of Deckhand was not found above the running code.");
  return findProjectRoot(parent);
}

import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { readConfig } from "../config.js";
import { projectRoot } from "../root.js";
import { copyDatabase } from "../store/copy.js";
import { inspectDatabase } from "../store/inspect.js";
import { requireOurDatabase } from "../store/migrate.js";

/** `deckhand backup FILE`: writes a copy of the database, also while the server runs, and reads it once to see that it is whole. */
export async function backup([name = ""]: readonly string[]): Promise<number> {
  const target = resolve(name);
  const { databaseFile } = readConfig(process.env, projectRoot);
  const refusal = refuse(databaseFile, target);
  if (refusal !== null) {
    process.stderr.write(`${refusal}\n`);
    return 1;
  }
  requireOurDatabase(databaseFile);
  copyDatabase(databaseFile, target);
  const { problems } = inspectDatabase(target);
  if (problems.length === 0) {
    process.stdout.write(`The database ${databaseFile} was copied to ${target}.\n`);
    return 0;
  }
  process.stderr.write(`The copy ${target} was made, but it is damaged, as the database is:\n${problems.join("\n")}\n`);
  return 1;
}

function refuse(file: string, target: string): string | null {
  if (!existsSync(file)) return `There is no database ${file} yet: start the server first, or set DATABASE_URL.`;
  if (existsSync(target)) return `There is already a file ${target}; it was not replaced. Name another one.`;
  if (!existsSync(dirname(target))) return `There is no folder ${dirname(target)}. Make it first.`;
  return null;
}

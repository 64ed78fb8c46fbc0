import { resolve } from "node:path";
import { readConfig } from "../config.js";
import { projectRoot } from "../root.js";
import { restoreDatabase } from "../store/restore.js";

/** `deckhand restore FILE`: puts a copy in the place of the database, which is kept; refused while anything uses the database. */
export async function restore([name = ""]: readonly string[]): Promise<number> {
  const from = resolve(name);
  const { databaseFile } = readConfig(process.env, projectRoot);
  const { replaced, isOlder } = restoreDatabase(from, databaseFile, Date.now());
  const sentences = [`The database ${databaseFile} is now the copy ${from}.`];
  if (replaced !== null) sentences.push(`What was there before is kept as ${replaced}.`);
  if (isOlder) sentences.push("It was made by an older version; the next start brings it up to this one.");
  process.stdout.write(`${sentences.join("\n")}\n`);
  return 0;
}

import { readConfig } from "../config.js";
import { projectRoot } from "../root.js";
import { inspectDatabase } from "../store/inspect.js";
import { openStore } from "../store/open.js";
import { checkRollups } from "../store/read/rollups.js";

/** `deckhand check`: reads the whole database, also while the server runs; status 1 when anything is damaged or a count is wrong. */
export async function check(): Promise<number> {
  const { databaseFile } = readConfig(process.env, projectRoot);
  const { problems: damages, isOlder } = inspectDatabase(databaseFile);
  const problems = damages.length > 0 || isOlder ? damages : await compareCounts(databaseFile);
  if (problems.length > 0) {
    process.stderr.write(`The database ${databaseFile} is not in order:\n${problems.join("\n")}\n`);
    return 1;
  }
  const older = isOlder
    ? " It was made by an older version, so its counts were not compared; the next start brings it up to this one."
    : "";
  process.stdout.write(`The database ${databaseFile} is in order.${older}\n`);
  return 0;
}

async function compareCounts(file: string): Promise<readonly string[]> {
  const store = await openStore({ file, now: Date.now });
  try {
    return checkRollups(store);
  } finally {
    await store.close();
  }
}

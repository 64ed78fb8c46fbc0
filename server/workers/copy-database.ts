import { startWorker, untilEnded } from "./start-worker.js";

/** Which database, and where its copy goes; absolute paths. */
export interface CopyInput {
  readonly file: string;
  readonly target: string;
}

/** Copies the database `file` to `target` in a worker, so that nobody waits; rejects with StartError's message when that cannot be done. */
export function copyDatabaseInWorker(file: string, target: string): Promise<void> {
  const input: CopyInput = { file, target };
  return untilEnded(startWorker("copy-database-worker", input));
}

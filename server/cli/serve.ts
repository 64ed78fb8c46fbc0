import { readConfig } from "../config.js";
import { createLog } from "../log.js";
import { startServer } from "../main.js";
import { projectRoot } from "../root.js";

/** `deckhand serve`: runs until it is told to stop (Ctrl-C, SIGTERM); a second signal ends it at once. */
export async function serve(): Promise<number> {
  const config = readConfig(process.env, projectRoot);
  const running = await startServer({ config, log: createLog(config.logLevel) });
  process.stderr.write(`\n  Deckhand is at ${running.publicUrl}\n`);
  if (running.setupUrl !== null) {
    process.stderr.write(`\n  There is no account yet. The first one is the owner's; make it here:\n  ${running.setupUrl}\n`);
  }
  process.stderr.write("\n");
  await new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
  await running.close();
  return 0;
}

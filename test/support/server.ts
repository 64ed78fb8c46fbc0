import { cpSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { readConfig, type Config } from "../../server/config.js";
import { createLog } from "../../server/log.js";
import { startServer, type Running } from "../../server/main.js";
import { projectRoot } from "../../server/root.js";
import { closeAfterTest, fixedClock, temporaryFolder, type FixedClock } from "./store.js";

/** The real application, listening on loopback, with a database and a notes folder of its own and a clock that the test moves. */
export interface TestServer extends Running {
  readonly clock: FixedClock;
  readonly folder: string;
  readonly config: Config;
}

/** Starts a server, with its notes read; it is stopped after the test. `env` adds to its environment. */
export async function startTestServer(env: Readonly<Record<string, string>> = {}): Promise<TestServer> {
  const folder = temporaryFolder();
  const notes = join(folder, "notes");
  mkdirSync(notes);
  cpSync(join(projectRoot, "content"), notes, { recursive: true });
  const port = String(20_000 + Math.floor(Math.random() * 20_000));
  const config = readConfig(
    { PORT: port, DATABASE_URL: `file:${join(folder, "deckhand.db")}`, NOTES_DIR: notes, LOG_LEVEL: "silent", ...env },
    projectRoot,
  );
  const clock = fixedClock();
  const server = await startServer({ config, log: createLog(config.logLevel), now: clock.now });
  closeAfterTest(server);
  await server.notesRead;
  return Object.assign(server, { clock, folder, config });
}

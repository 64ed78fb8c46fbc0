import { cpSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { readConfig, type Config } from "../../server/config.js";
import { createLog } from "../../server/log.js";
import { startServer, type Running } from "../../server/main.js";
import { projectRoot } from "../../server/root.js";
import { freePort } from "./free-port.js";
import { closeAfterTest, fixedClock, temporaryFolder, type FixedClock } from "./store.js";

/** The real application, listening on loopback, with a database and a notes folder of its own and a clock that the test moves. */
export interface TestServer extends Running {
  readonly clock: FixedClock;
  readonly folder: string;
  readonly config: Config;
}

/** What a test may ask for. */
export interface TestServerOptions {
  /** Environment besides the usual; it may depend on the port. */
  readonly env?: (port: number) => Readonly<Record<string, string>>;
  /** Folder of notes that is copied for the test; the notes that ship with it when left out. */
  readonly notes?: string;
}

/** Starts a server whose notes are read; it is stopped after the test. */
export async function startTestServer({
  env,
  notes = join(projectRoot, "content"),
}: TestServerOptions = {}): Promise<TestServer> {
  const folder = temporaryFolder();
  const notesDir = join(folder, "notes");
  mkdirSync(notesDir);
  cpSync(notes, notesDir, { recursive: true });
  const port = await freePort();
  const database = `file:${join(folder, "deckhand.db")}`;
  const usual = { PORT: String(port), DATABASE_URL: database, NOTES_DIR: notesDir, LOG_LEVEL: "silent" };
  const config = readConfig({ ...usual, ...env?.(port) }, projectRoot);
  const clock = fixedClock();
  const server = await startServer({ config, log: createLog(config.logLevel), now: clock.now });
  closeAfterTest(server);
  await server.notesRead;
  return { ...server, clock, folder, config };
}

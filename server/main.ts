import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Logger } from "pino";
import { createApp } from "./app.js";
import { loadAssets } from "./assets.js";
import type { Config } from "./config.js";
import { startReadingNotes } from "./notes-at-start.js";
import { projectRoot } from "./root.js";
import { newSetupCode } from "./secrets/token.js";
import { shellOf } from "./routes/shell.js";
import { startDailyBackup } from "./store/backup.js";
import { openStore, type Store } from "./store/open.js";
import { StartError } from "./store/start-error.js";
import { hasLearners } from "./store/read/learners.js";
import { compileViews } from "./views.js";
import { copyDatabaseInWorker } from "./workers/copy-database.js";

/** What a server is started with; main.ts alone makes the real clock. */
export interface ServerOptions {
  readonly config: Config;
  readonly log: Logger;
  /** Milliseconds since 1970 in UTC. */
  readonly now?: () => number;
}

/** A server that accepts requests. */
export interface Running {
  /** Where it listens: `http://127.0.0.1:3000`. */
  readonly url: string;
  /** The address that makes the first account, with its one-time code; null once there is an account. */
  readonly setupUrl: string | null;
  readonly store: Store;
  /** Settles when the notes folder has been read for the first time since the start. */
  readonly notesRead: Promise<void>;
  /** Lets replies finish, then closes everything. */
  readonly close: () => Promise<void>;
}

/**
 * How long an idle connection stays open, in milliseconds: longer than common proxies and slow clients keep theirs, since a request that is
 * sent while we close one is lost (Node's own five seconds are too short for that).
 */
const keepAliveMs = 75_000;

/**
 * Opens the database and listens while the notes are read; only a fresh installation waits for them.
 * Throws StartError, with the remedy in its message, when the data or the port cannot be had.
 */
export async function startServer({ config, log, now = Date.now }: ServerOptions): Promise<Running> {
  const store = await openStore({ file: config.databaseFile, now });
  const setupCode = hasLearners(store) ? null : newSetupCode();
  const assets = loadAssets(join(projectRoot, "dist", "assets"));
  const views = compileViews(join(projectRoot, "views"), assets.url);
  const app = createApp(
    {
      config,
      store,
      log,
      now,
      setupCode,
      renderFragment: views.render,
      renderPage: (request, view, model) => views.renderPage(view, model, shellOf(request)),
    },
    assets,
  );
  const server = createServer({ keepAliveTimeout: keepAliveMs }, app);
  const notes = startReadingNotes({ store, notesDir: config.notesDir, log, now });
  // Whoever makes the first account shall find the decks there; later starts do not wait for the notes.
  if (setupCode !== null) await notes.first;
  await listen(server, config).catch(async (error: unknown) => {
    await notes.stop();
    await store.close();
    throw error;
  });
  const backup = startDailyBackup({
    file: config.databaseFile,
    now,
    copy: copyDatabaseInWorker,
    failed: (error) => log.error({ err: error }, "the daily copy could not be made"),
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${config.host.includes(":") ? `[${config.host}]` : config.host}:${port}`,
    setupUrl: setupCode === null ? null : `${config.publicUrl}/signup?code=${setupCode}`,
    store,
    notesRead: notes.first,
    close: async () => {
      await closeServer(server);
      await Promise.all([notes.stop(), backup.stop()]);
      await store.close();
    },
  };
}

async function listen(server: Server, { port, host }: Config): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(explainListening(error, port, host)));
    server.listen(port, host, resolve);
  });
}

function explainListening(error: NodeJS.ErrnoException, port: number, host: string): Error {
  const reasons: Readonly<Record<string, string>> = {
    EADDRINUSE: `Port ${port} is in use, perhaps by another Deckhand. Stop that program, or choose another port: PORT=${port + 1} npm start`,
    EACCES: `Port ${port} may not be opened by this user. Choose one above 1023: PORT=3000 npm start`,
    EADDRNOTAVAIL: `This machine has no address ${host}. Set HOST to one that it has, or to 0.0.0.0 for all of them.`,
    ENOTFOUND: `The name ${host} is not known here. Set HOST to an address of this machine.`,
  };
  const reason = reasons[error.code ?? ""];
  return reason === undefined ? error : new StartError(reason, { cause: error });
}

async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const impatience = setTimeout(() => server.closeAllConnections(), 5_000);
  await closed;
  clearTimeout(impatience);
}

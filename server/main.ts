import { join } from "node:path";
import type { Logger } from "pino";
import { createApp } from "./app.js";
import { loadAssets } from "./assets.js";
import type { Config } from "./config.js";
import { listen, type Listening } from "./listen.js";
import { startReadingNotes } from "./notes-at-start.js";
import { projectRoot } from "./root.js";
import { newSetupCode } from "./secrets/token.js";
import { shellOf } from "./routes/shell.js";
import { startDailyBackup } from "./store/backup.js";
import { openStore, type Store } from "./store/open.js";
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
  /** The address that people use. */
  readonly publicUrl: string;
  /** The address that makes the first account, with its one-time code; null once there is an account. */
  readonly setupUrl: string | null;
  readonly store: Store;
  /** Settles when the notes folder has been read for the first time since the start. */
  readonly notesRead: Promise<void>;
  /** Lets replies finish, then closes everything. */
  readonly close: () => Promise<void>;
}

/**
 * Takes the port, so that where it cannot be had nothing else is touched; then opens the database and answers while the notes are read.
 * Only on a fresh installation do requests wait for the notes too. Throws StartError, with the remedy in its message, when the port or the
 * data cannot be had.
 */
export async function startServer({ config, log, now = Date.now }: ServerOptions): Promise<Running> {
  const listening = await listen(config);
  try {
    return await startAt(listening, { config: withPort(config, listening.port), log, now });
  } catch (error) {
    await listening.close();
    throw error;
  }
}

async function startAt(listening: Listening, { config, log, now }: Required<ServerOptions>): Promise<Running> {
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
  const notes = startReadingNotes({ store, notesDir: config.notesDir, log, now });
  // Whoever makes the first account shall find the decks there; later starts do not wait for the notes.
  if (setupCode !== null) await notes.first;
  listening.answerWith(app);
  const backup = startDailyBackup({
    file: config.databaseFile,
    now,
    copy: copyDatabaseInWorker,
    failed: (error) => log.error({ err: error }, "the daily copy could not be made"),
  });
  return {
    url: `http://${config.host.includes(":") ? `[${config.host}]` : config.host}:${listening.port}`,
    publicUrl: config.publicUrl,
    setupUrl: setupCode === null ? null : `${config.publicUrl}/signup?code=${setupCode}`,
    store,
    notesRead: notes.first,
    close: async () => {
      await listening.close();
      await Promise.all([notes.stop(), backup.stop()]);
      await store.close();
    },
  };
}

/** The configuration with the port that the system gave, where it was asked for any (PORT=0). */
function withPort(config: Config, port: number): Config {
  return { ...config, port, publicUrl: config.publicUrl.replace(/:0$/, `:${port}`) };
}

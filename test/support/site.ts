import { join } from "node:path";
import supertest from "supertest";
import { createApp } from "../../server/app.js";
import { loadAssets } from "../../server/assets.js";
import type { Config } from "../../server/config.js";
import { createLog } from "../../server/log.js";
import { projectRoot } from "../../server/root.js";
import { shellOf } from "../../server/routes/shell.js";
import { compileViews } from "../../server/views.js";
import { insertSession } from "./accounts.js";
import { insertPreset } from "./build-deck.js";
import { insertLearner } from "./build-learner.js";
import { testConfig } from "./config.js";
import { openTestStore, type TestStore } from "./store.js";

/** The real application on a database of the test's own, without notes, as programs on this machine reach it. */
export interface TestSite {
  readonly store: TestStore;
  readonly config: Config;
  /** Everything that was logged, at every level. */
  readonly logged: () => string;
  /** What the server printed for the first owner. */
  readonly setupCode: string;
  /** Somebody at a browser that has this session, or none; its forms come from our own pages. */
  readonly visitor: (session?: Session) => Visitor;
}

/** A log-in, as insertSession makes it. */
interface Session {
  readonly token: string;
  readonly sessionId: number;
}

/** The headers that a browser would add are there already. */
export interface Visitor {
  readonly get: (path: string) => supertest.Test;
  /** Sends a form. */
  readonly post: (path: string, form?: Readonly<Record<string, string>>) => supertest.Test;
}

/** A site with these environment variables. */
export async function openTestSite(env: Readonly<Record<string, string>> = {}): Promise<TestSite> {
  const store = await openTestStore();
  const config = testConfig(env);
  const lines: string[] = [];
  const log = createLog("trace", { write: (line) => void lines.push(line) });
  const setupCode = "abcd-efgh-jkmn-pqrs";
  const { render, renderPage } = views();
  const app = createApp(
    {
      config,
      store,
      log,
      now: store.clock.now,
      setupCode,
      renderFragment: render,
      renderPage: (request, view, model) => renderPage(view, model, shellOf(request)),
    },
    assets(),
  );
  const agent = supertest(app);
  const cookieName = config.isHttps ? "__Host-deckhand_session" : "deckhand_session";
  const visitor = (session?: Session): Visitor => {
    const cookie = session === undefined ? "" : `${cookieName}=${session.token}`;
    return {
      get: (path) => agent.get(path).set("Cookie", cookie),
      post: (path, form = {}) =>
        agent.post(path).set("Cookie", cookie).set("Sec-Fetch-Site", "same-origin").type("form").send(form),
    };
  };
  return { store, config, setupCode, visitor, logged: () => lines.join("") };
}

/** A learner with a preset, logged in. */
export async function insertVisitor(site: TestSite, given: Parameters<typeof insertLearner>[1] = {}) {
  const learner = await insertLearner(site.store, given);
  await insertPreset(site.store, { learnerId: learner.id, name: "Default" });
  const session = await insertSession(site.store, learner.id);
  return { learnerId: learner.id, session, ...site.visitor(session) };
}

let loaded: ReturnType<typeof loadAssets> | undefined;
let compiled: ReturnType<typeof compileViews> | undefined;

/** Both are the same for every test of a file, and slow to make. */
function assets() {
  return (loaded ??= loadAssets(join(projectRoot, "dist", "assets")));
}

function views() {
  return (compiled ??= compileViews(join(projectRoot, "views"), assets().url));
}

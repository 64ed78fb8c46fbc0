import type { Request } from "express";
import type { Logger } from "pino";
import type { Config } from "../config.js";
import type { Store } from "../store/open.js";

/** What every route is given: made once in main.ts, or by a test. */
export interface Web {
  readonly config: Config;
  readonly store: Store;
  readonly log: Logger;
  /** The clock: milliseconds since 1970 in UTC. */
  readonly now: () => number;
  /** HTML of a full page: the template `view` inside the layout, which also shows who is logged in. */
  readonly renderPage: (request: Request, view: string, model: object) => string;
  /** HTML of a template alone: the reply to a swap. */
  readonly renderFragment: (view: string, model: object) => string;
  /** The one-time code of a fresh installation, while it has no account and is asked for one; otherwise null. */
  readonly setupCode: string | null;
}

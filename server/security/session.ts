import type { Request, RequestHandler, Response } from "express";
import type { Config } from "../config.js";
import { UnauthenticatedError } from "../domain/errors.js";
import { isSessionAlive, isSessionUseNews } from "../domain/session.js";
import type { AnonymousAct } from "../operations/act.js";
import { renewSession } from "../operations/renew-session.js";
import { hashToken } from "../secrets/token.js";
import { selectOptionalSession, type LoggedIn } from "../store/read/sessions.js";
import { clearSessionCookie, readSessionCookie, setSessionCookie } from "./session-cookie.js";

/** What recognising a session takes. */
export interface SessionContext {
  readonly config: Config;
  readonly store: AnonymousAct["store"];
  readonly now: () => number;
}

/** Kept beside the request and not on it, so that it can be asked for only through the functions below. */
const loggedIn = new WeakMap<Request, LoggedIn>();

/**
 * Finds out who makes the request, from its cookie. A session's use is written down at most once a day; its cookie is then
 * set anew, so that both end 90 days after the last use. A cookie without a living session is taken back.
 */
export function recogniseSession({ config, store, now }: SessionContext): RequestHandler {
  return async (request, response, next) => {
    const token = readSessionCookie(request, config);
    if (token === null) return next();
    const session = selectOptionalSession(store, hashToken(token));
    const instant = now();
    if (session === null || !isSessionAlive(session.lastUsedAt, instant)) {
      clearSessionCookie(response, config);
      return next();
    }
    loggedIn.set(request, session);
    if (isSessionUseNews(session.lastUsedAt, instant)) await renew({ config, store, now }, session, { response, token, instant });
    next();
  };
}

async function renew(
  { config, store }: SessionContext,
  { sessionId, learnerId }: LoggedIn,
  { response, token, instant }: { response: Response; token: string; instant: number },
): Promise<void> {
  await renewSession({ store, learnerId, now: instant }, { sessionId });
  setSessionCookie(response, token, config);
}

/** Who makes the request, or null if nobody is logged in. */
export function optionalLearnerOf(request: Request): LoggedIn | null {
  return loggedIn.get(request) ?? null;
}

/** Who makes the request. Throws UnauthenticatedError if nobody is logged in; behind requireLearner it never does. */
export function learnerOf(request: Request): LoggedIn {
  const learner = loggedIn.get(request);
  if (learner === undefined) throw new UnauthenticatedError("Your log-in has ended. Log in again.");
  return learner;
}

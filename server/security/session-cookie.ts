import type { CookieOptions, Request, Response } from "express";
import type { Config } from "../config.js";
import { sessionLifetimeMs } from "../domain/session.js";
import { isToken } from "../secrets/token.js";

/** Name of the cookie; with the prefix, browsers take it only over https and from this very host. */
function sessionCookieName(config: Config): string {
  return config.isHttps ? "__Host-deckhand_session" : "deckhand_session";
}

/** The session's token that the browser sent, or null. Where several cookies have the name, none of them is believed. */
export function readSessionCookie(request: Request, config: Config): string | null {
  const start = `${sessionCookieName(config)}=`;
  const pairs = (request.headers.cookie ?? "").split(";").map((pair) => pair.trim());
  const values = pairs.filter((pair) => pair.startsWith(start)).map((pair) => pair.slice(start.length));
  const [value] = values;
  return values.length === 1 && value !== undefined && isToken(value) ? value : null;
}

/** Keeps the browser logged in until 90 days after now. */
export function setSessionCookie(response: Response, token: string, config: Config): void {
  response.cookie(sessionCookieName(config), token, { ...attributes(config), maxAge: sessionLifetimeMs });
}

/** Lets the browser forget its session. */
export function clearSessionCookie(response: Response, config: Config): void {
  response.clearCookie(sessionCookieName(config), attributes(config));
}

function attributes(config: Config): CookieOptions {
  return { httpOnly: true, sameSite: "lax", path: "/", secure: config.isHttps };
}

import type { Request, RequestHandler } from "express";
import { NotFoundError, UnauthenticatedError } from "../domain/errors.js";
import { learnerOf, optionalLearnerOf } from "./session.js";

/**
 * Lets through only who is logged in. A page sends others to the log-in, and back afterwards; so does htmx, which is told
 * to load that page; any other request is refused, since what it sent would be lost on the way.
 */
export const requireLearner: RequestHandler = (request, response, next) => {
  if (optionalLearnerOf(request) !== null) return next();
  const isHtmx = request.get("HX-Request") === "true";
  if (!isHtmx && (request.method === "GET" || request.method === "HEAD")) {
    return response.redirect(303, logInUrl(request.originalUrl));
  }
  if (isHtmx) response.set("HX-Redirect", logInUrl(pageOf(request), { isRefusal: request.method === "POST" }));
  throw new UnauthenticatedError(
    "Your log-in has ended, so nothing was changed. Log in again, then repeat what you wanted to do.",
  );
};

/** Lets through only owners: to everybody else who is logged in there is nothing here. */
export const requireOwner: RequestHandler = (request, response, next) =>
  requireLearner(request, response, (error?: unknown) => {
    if (error !== undefined) return next(error);
    if (learnerOf(request).role === "owner") return next();
    next(new NotFoundError("There is no page at this address. It may have moved, or the link has a slip in it."));
  });

/**
 * An address on this site to go to after logging in: `typed` if it is one of ours, otherwise "/". Nothing is followed that a
 * browser could take for another host ("//elsewhere", "/\\elsewhere"), and nothing that would lead back to the log-in.
 */
export function safeNext(typed: string): string {
  const isPath = typed.length <= 2000 && /^\/(?!\/)[\x21-\x5b\x5d-\x7e]*$/.test(typed);
  const url = isPath && URL.canParse(typed, elsewhere) ? new URL(typed, elsewhere) : null;
  if (url === null || url.origin !== elsewhere || url.pathname.startsWith("//")) return "/";
  return ["/login", "/logout", "/signup"].includes(url.pathname) ? "/" : `${url.pathname}${url.search}${url.hash}`;
}

/** A host that nobody has: an address that does not stay on it would leave this site. */
const elsewhere = "http://here.invalid";

/** The log-in, which leads to `next` afterwards. `isRefusal` lets it say that what was sent last has not been done. */
export function logInUrl(next: string, { isRefusal = false } = {}): string {
  const path = safeNext(next);
  const parameters = [...(path === "/" ? [] : [`next=${encodeURIComponent(path)}`]), ...(isRefusal ? ["ended=yes"] : [])];
  return parameters.length === 0 ? "/login" : `/login?${parameters.join("&")}`;
}

/** The page in which htmx made the request: it sends its whole address. */
function pageOf(request: Request): string {
  const page = request.get("HX-Current-URL") ?? "";
  if (!URL.canParse(page)) return "/";
  const { pathname, search } = new URL(page);
  return `${pathname}${search}`;
}

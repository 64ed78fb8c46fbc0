import type { Request, RequestHandler } from "express";
import type { Config } from "../config.js";
import { ForbiddenError } from "../domain/errors.js";
import { originInUse } from "./request-origin.js";

/**
 * Refuses every request that may change something unless it comes from one of our own pages (cross-site request forgery).
 * `Sec-Fetch-Site` decides where the browser sends it, which it does only over https and at loopback names; else `Origin`.
 */
export function originCheck(config: Config): RequestHandler {
  const originOf = originInUse(config);
  const comesFromOurs = (request: Request): boolean => {
    const site = request.headers["sec-fetch-site"];
    if (site !== undefined) return site === "same-origin";
    const { origin } = request.headers;
    return origin !== undefined && (origin === config.publicUrl || origin === originOf(request));
  };
  return (request, _response, next) => {
    if (request.method === "GET" || request.method === "HEAD" || comesFromOurs(request)) return next();
    throw new ForbiddenError(
      `This form was not sent from a page of this Deckhand, so nothing was changed. Open ${config.publicUrl}, find the form there and send it again.`,
    );
  };
}

import type { RequestHandler } from "express";
import type { Config } from "../config.js";
import { AppError } from "../domain/errors.js";
import { originInUse } from "./request-origin.js";

/** The request was meant for another address than those at which this Deckhand answers. */
class MisdirectedError extends AppError {
  readonly status = 421;
}

/**
 * Refuses a `Host` that is neither PUBLIC_URL's nor a loopback name: without it, a page elsewhere whose name was rebound to
 * this machine could read and write as if it were ours.
 */
export function hostCheck(config: Config): RequestHandler {
  const originOf = originInUse(config);
  return (request, _response, next) => {
    if (originOf(request) !== null) return next();
    throw new MisdirectedError(
      `This Deckhand answers at ${config.publicUrl}. Open it there, or let whoever runs it set PUBLIC_URL to the address in use.`,
    );
  };
}

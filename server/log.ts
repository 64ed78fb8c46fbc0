import { randomUUID } from "node:crypto";
import type { RequestHandler } from "express";
import { pino, type DestinationStream, type Logger } from "pino";
import type { Config } from "./config.js";

declare module "express-serve-static-core" {
  interface Request {
    /** Names this request in the log and, where it failed, to the person who made it. */
    id: string;
    /** The log, each line of which carries the request's id. */
    log: Logger;
  }
}

/** The structured log: one JSON document a line, on standard output unless `destination` says otherwise. */
export function createLog(level: Config["logLevel"], destination?: DestinationStream): Logger {
  const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: describeError } };
  return destination === undefined ? pino(options) : pino(options, destination);
}

/**
 * Gives each request its id, also in the reply's `X-Request-Id`, and writes one line when the reply is through.
 * Query strings, headers and bodies are left out: invitations, the set-up code, sessions and passwords are in them.
 */
export function requestLog(log: Logger): RequestHandler {
  return (request, response, next) => {
    const startedMs = performance.now();
    request.id = randomUUID();
    request.log = log.child({ requestId: request.id });
    response.set("X-Request-Id", request.id);
    const { method, path } = request;
    response.once("close", () => {
      const durationMs = Math.round((performance.now() - startedMs) * 10) / 10;
      const line = { method, path, status: response.statusCode, durationMs };
      if (!response.writableFinished) request.log.info(line, "connection closed before the reply was through");
      else if (response.statusCode >= 500) request.log.error(line, "request");
      else if (path.startsWith("/assets/")) request.log.debug(line, "request");
      else request.log.info(line, "request");
    });
    next();
  };
}

/** Only what helps to find the fault: libraries hang whole requests, with their secrets, onto their errors. */
function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const code = "code" in error && typeof error.code === "string" ? { code: error.code } : {};
  const cause = error.cause === undefined ? {} : { cause: describeError(error.cause) };
  return { type: error.name, message: error.message, stack: error.stack, ...code, ...cause };
}

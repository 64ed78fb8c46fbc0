import type { ErrorRequestHandler, Request, RequestHandler, Response } from "express";
import { AppError, NotFoundError, TooManyRequestsError, ValidationError } from "../domain/errors.js";
import type { Link } from "../../views/models.js";
import { logInUrl } from "../security/require-learner.js";
import type { Web } from "./context.js";

/** The last route: nothing has this address. */
export const notFound: RequestHandler = () => {
  throw new NotFoundError("There is no page at this address. It may have moved, or the link has a slip in it.");
};

/**
 * The one place that answers an error: as a page, as a fragment for htmx, or as `application/problem+json` (RFC 9457).
 * A refusal says what happened; anything else is a bug, logged with the request's id, of which only the id is told.
 */
export function errorReply(web: Web): ErrorRequestHandler {
  return (error: unknown, request: Request, response: Response, next): void => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const refusal = asRefusal(error);
    const id = String(request.id);
    if (refusal === null) request.log.error({ err: error }, "request failed");
    const status = refusal?.status ?? 500;
    const message =
      refusal?.message ??
      "Something went wrong here, not with what you did. Try once more; if it stays, tell whoever runs this Deckhand.";
    if (refusal instanceof TooManyRequestsError) response.set("Retry-After", String(refusal.retryAfterSeconds));
    response.status(status).set("Cache-Control", "no-store").vary("Accept").vary("HX-Request");
    send(web, request, response, {
      status,
      title: titleOf(status),
      message,
      id: refusal === null ? id : null,
      fields: fieldsOf(refusal),
      way: status === 401 ? { label: "Log in", url: logInUrl(formOf(request)) } : { label: "Go to Today", url: "/" },
    });
  };
}

interface ErrorModel {
  readonly status: number;
  readonly title: string;
  readonly message: string;
  /** Shown only for a bug, so that it can be found in the log. */
  readonly id: string | null;
  readonly fields: Readonly<Record<string, string>>;
  /** Where to go from here. */
  readonly way: Link;
}

function send(web: Web, request: Request, response: Response, model: ErrorModel): void {
  if (request.get("hx-request") === "true") {
    response.type("html").send(web.renderFragment("error/error", model));
  } else if (request.accepts(["html", "json"]) === "json") {
    const { status, title, message: detail, id, fields } = model;
    response
      .type("application/problem+json")
      .send(JSON.stringify({ type: "about:blank", title, status, detail, instance: id, fields }));
  } else {
    response.type("html").send(web.renderPage(request, "error/page", model));
  }
}

/** The page that the form was on, where the browser says so: after the log-in it is shown again. */
function formOf(request: Request): string {
  const page = request.get("Referer") ?? "";
  return URL.canParse(page) ? new URL(page).pathname : "/";
}

/** A refusal that is meant for the learner, or null for a bug. Express' own body and URL errors become refusals here. */
function asRefusal(error: unknown): AppError | { status: number; message: string } | null {
  if (error instanceof AppError) return error;
  const type = typeof error === "object" && error !== null && "type" in error ? error.type : null;
  if (type === "entity.too.large")
    return { status: 413, message: "That is more than this page accepts (100 kB). Send less at once." };
  if (type === "parameters.too.many") return { status: 413, message: "That form has more fields than this page accepts." };
  if (error instanceof URIError)
    return { status: 400, message: "This address cannot be read: a % in it is not followed by two hexadecimal digits." };
  if (typeof type === "string" && /^(entity|encoding|charset|request|stream)\./.test(type)) {
    return { status: 400, message: "What the browser sent cannot be read. Reload the page and try again." };
  }
  return null;
}

function fieldsOf(refusal: AppError | { status: number } | null): Readonly<Record<string, string>> {
  return refusal instanceof ValidationError ? refusal.fields : {};
}

function titleOf(status: number): string {
  const titles: Readonly<Record<number, string>> = {
    400: "That could not be read",
    401: "Please log in",
    403: "That is not allowed",
    404: "Not found",
    409: "That changed meanwhile",
    413: "Too much at once",
    421: "Wrong address",
    422: "Something needs another look",
    429: "A little slower",
  };
  return titles[status] ?? "Something went wrong";
}

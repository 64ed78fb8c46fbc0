import { createReadStream } from "node:fs";
import type { Response } from "express";
import type { MediaRow } from "../store/read/media.js";
import type { Web } from "./context.js";

/**
 * Sends a file of the store. A browser may keep it for a day and then asks whether it is still the same; opened by itself, nothing in it runs (an
 * SVG is a document that could hold scripts).
 */
export function sendMedia(web: Web, response: Response, { sha256, type, file: path }: MediaRow): void {
  const etag = `"${sha256}"`;
  response.set({
    "Content-Type": type,
    "Cache-Control": "private, max-age=86400",
    ETag: etag,
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  });
  if (response.req.get("If-None-Match") === etag) {
    response.status(304).end();
    return;
  }
  const file = createReadStream(path);
  file.on("error", (error) => {
    web.log.error({ err: error, sha256 }, "a stored file could not be read");
    if (response.headersSent) response.destroy();
    else response.status(404).set("Content-Type", "text/plain").end();
  });
  file.pipe(response);
}

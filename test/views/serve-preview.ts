import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadAssets } from "../../server/assets.js";
import { compileViews, type Views } from "../../server/views.js";
import { samples } from "./samples/all.js";

/** The policy of the real server, so that nothing passes here that a browser would refuse there. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; " +
  "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** Three thousand pixels of picture. */
const widePicture =
  '<svg xmlns="http://www.w3.org/2000/svg" width="3000" height="900"><rect width="3000" height="280" fill="#9cc3d1"/>' +
  '<rect y="310" width="3000" height="280" fill="#5d97ac"/><rect y="620" width="3000" height="280" fill="#2a6a80"/></svg>';

/** What a page sent with POST. */
export interface Sent {
  readonly path: string;
  readonly form: Readonly<Record<string, string>>;
}

export interface Reply {
  readonly status: number;
  readonly html: string;
}

export interface Preview {
  readonly url: string;
  readonly views: Views;
  close(): Promise<void>;
}

/** Serves every sample at its name, on a free port of this machine; `answer` replies to what pages send. */
export async function servePreview(answer?: (sent: Sent) => Reply): Promise<Preview> {
  const root = fileURLToPath(new URL("../..", import.meta.url));
  const assets = loadAssets(join(root, "dist", "assets"));
  const views = compileViews(join(root, "views"), assets.url);
  const server = createServer((request, response) => {
    response.setHeader("Content-Security-Policy", policy);
    if (request.method === "POST" && answer) void replyTo(request, response, answer);
    else sendPage(request, response);
  });
  const sendPage = (request: IncomingMessage, response: ServerResponse): void => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname.slice(1);
    const asset = path.startsWith("assets/") ? assets.read(path.slice("assets/".length), "") : undefined;
    const sample = samples.find(({ name }) => name === path);
    if (asset !== undefined) response.writeHead(200, { "Content-Type": asset.type }).end(asset.bytes);
    else if (path === "wide.svg") response.writeHead(200, { "Content-Type": "image/svg+xml" }).end(widePicture);
    else if (sample === undefined) sendHtml(response, { status: 404, html: "<!doctype html><title>Nothing here</title>" });
    else sendHtml(response, { status: 200, html: views.renderPage(sample.view, sample.model, sample.shell) });
  };
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    views,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function replyTo(request: IncomingMessage, response: ServerResponse, answer: (sent: Sent) => Reply): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const form = Object.fromEntries(new URLSearchParams(Buffer.concat(parts).toString()));
  sendHtml(response, answer({ path: request.url ?? "", form }));
}

function sendHtml(response: ServerResponse, { status, html }: Reply): void {
  response.writeHead(status, { "Content-Type": "text/html; charset=utf-8" }).end(html);
}

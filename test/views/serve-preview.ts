import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { loadAssets } from "../../server/assets.js";
import { compileViews } from "../../server/views.js";
import { samples } from "./samples/all.js";

/** The policy of the real server, so that nothing passes here that a browser would refuse there. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; " +
  "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** Three thousand pixels of picture. */
const widePicture =
  '<svg xmlns="http://www.w3.org/2000/svg" width="3000" height="900"><rect width="3000" height="280" fill="#9cc3d1"/>' +
  '<rect y="310" width="3000" height="280" fill="#5d97ac"/><rect y="620" width="3000" height="280" fill="#2a6a80"/></svg>';

export interface Preview {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves every sample at its name, on a free port of this machine. */
export async function servePreview(): Promise<Preview> {
  const root = fileURLToPath(new URL("../..", import.meta.url));
  const assets = loadAssets(`${root}dist/assets`);
  const views = compileViews(`${root}views`, assets.url);
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname.slice(1);
    const asset = path.startsWith("assets/") ? assets.read(path.slice("assets/".length), "") : undefined;
    const sample = samples.find(({ name }) => name === path);
    response.setHeader("Content-Security-Policy", policy);
    if (asset !== undefined) response.writeHead(200, { "Content-Type": asset.type }).end(asset.bytes);
    else if (path === "wide.svg") response.writeHead(200, { "Content-Type": "image/svg+xml" }).end(widePicture);
    else if (sample === undefined) response.writeHead(404).end();
    else {
      const html = views.renderPage(sample.view, sample.model, sample.shell);
      response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" }).end(html);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

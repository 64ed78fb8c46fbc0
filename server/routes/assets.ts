import { Router } from "express";
import type { Assets } from "../assets.js";
import { NotFoundError } from "../domain/errors.js";

/** `GET /assets/…`: the browser's own files. Their names carry a hash, so a browser asks for each of them once. */
export function assetRoutes(assets: Assets): Router {
  const router = Router();
  router.get("/assets/:name", (request, response) => {
    const reply = assets.read(request.params.name, request.get("accept-encoding") ?? "");
    if (reply === undefined) throw new NotFoundError("There is no such file.");
    if (reply.encoding !== null) response.set("Content-Encoding", reply.encoding);
    response.set({ "Content-Type": reply.type, "Cache-Control": "public, max-age=31536000, immutable", Vary: "Accept-Encoding" });
    response.send(reply.bytes);
  });
  router.get("/favicon.ico", (_request, response) => response.redirect(301, assets.url("favicon.svg")));
  return router;
}

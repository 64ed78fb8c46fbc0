import express, { type Express } from "express";
import type { Assets } from "./assets.js";
import { requestLog } from "./log.js";
import { assetRoutes } from "./routes/assets.js";
import type { Web } from "./routes/context.js";
import { errorReply, notFound } from "./routes/error-reply.js";

/** The whole application: the order of the middleware, then the whole route table. */
export function createApp(web: Web, assets: Assets): Express {
  const app = express();
  app.set("etag", false);
  app.set("trust proxy", web.config.trustProxy);
  app.disable("x-powered-by");

  app.use(requestLog(web.log));
  app.use(assetRoutes(assets));
  app.use(express.urlencoded({ extended: false, limit: "100kb", parameterLimit: 200 }));

  app.use(notFound);
  app.use(errorReply(web));
  return app;
}

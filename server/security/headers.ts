import type { RequestHandler } from "express";
import helmet from "helmet";
import type { Config } from "../config.js";

const self = ["'self'"];

/**
 * What every reply says about how a browser may use it. Pages are private: nothing keeps a copy of them, unless the route
 * says otherwise. What makes sense over https only is left out over http, where browsers would log an error for it.
 */
export function securityHeaders(config: Config): RequestHandler {
  const headers = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: self,
        styleSrc: self,
        imgSrc: self,
        fontSrc: self,
        connectSrc: self,
        mediaSrc: self,
        manifestSrc: self,
        workerSrc: self,
        formAction: self,
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    // Not "no-referrer": Chromium would then send `Origin: null` with forms, and the origin check refuse them.
    referrerPolicy: { policy: "same-origin" },
    frameguard: { action: "deny" },
    crossOriginOpenerPolicy: config.isHttps,
    originAgentCluster: config.isHttps,
    strictTransportSecurity: config.isHttps && { maxAge: 31_536_000, includeSubDomains: false },
  });
  return (request, response, next) => {
    response.set("Cache-Control", "no-store");
    headers(request, response, next);
  };
}

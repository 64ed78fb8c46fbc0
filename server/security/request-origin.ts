import type { Request } from "express";
import type { Config } from "../config.js";

/** The names by which a machine can always reach itself; no other machine can make a browser take them for its own. */
const loopbackNames = ["localhost", "127.0.0.1", "[::1]"];

/**
 * Tells the origin at which a request reached us, if that is one of ours: PUBLIC_URL, or plain http at a loopback name and
 * the port on which we listen (or PUBLIC_URL's, if that is a loopback name). Null for any other `Host`, as a page elsewhere
 * would send it after rebinding its own name to us.
 */
export function originInUse(config: Config): (request: Request) => string | null {
  const originsByPort = new Map<number, ReadonlyMap<string, string>>();
  return (request) => {
    const port = request.socket.localPort ?? config.port;
    const origins = originsByPort.get(port) ?? ourOrigins(config, port);
    originsByPort.set(port, origins);
    return origins.get((request.headers.host ?? "").toLowerCase()) ?? null;
  };
}

/** Each of our origins by the values of `Host` that mean it: the scheme's own port may be named or left out. */
function ourOrigins(config: Config, port: number): ReadonlyMap<string, string> {
  const publicUrl = new URL(config.publicUrl);
  const isPublicLoopback = isLoopbackName(publicUrl.hostname) && !config.isHttps;
  const ports = isPublicLoopback ? [port, Number(publicUrl.port || 80)] : [port];
  const ours = [...loopbackNames.flatMap((name) => ports.map((each) => new URL(`http://${name}:${each}`))), publicUrl];
  return new Map(
    ours.flatMap((url) => {
      const named = `${url.hostname}:${url.port || (url.protocol === "https:" ? 443 : 80)}`;
      return [[named, url.origin] as const, [url.host, url.origin] as const];
    }),
  );
}

/** Whether a host name means the machine on which it is used, whichever that is. */
export function isLoopbackName(hostname: string): boolean {
  return loopbackNames.includes(hostname);
}

/** Headers by which a proxy says that it passes on somebody else's request. */
const forwardingHeaders = ["forwarded", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip", "via"];

/** Whether the request comes straight from a program on this machine: over loopback, and passed on by nobody. */
export function isFromThisMachine(request: Request): boolean {
  const address = (request.socket.remoteAddress ?? "").replace(/^::ffff:/i, "");
  const isLoopback = address === "::1" || address.startsWith("127.");
  return isLoopback && forwardingHeaders.every((name) => request.headers[name] === undefined);
}

import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Config } from "./config.js";
import { StartError } from "./store/start-error.js";

/** A port that is ours; requests wait there until somebody answers them. */
export interface Listening {
  readonly port: number;
  /** Answers the requests from now on, those that wait first. */
  readonly answerWith: (listener: RequestListener) => void;
  /** Lets replies finish, for five seconds at most, then closes every connection. */
  readonly close: () => Promise<void>;
}

/**
 * How long an idle connection stays open, in milliseconds: longer than common proxies and slow clients keep theirs, since a request that is
 * sent while we close one is lost (Node's own five seconds are too short for that).
 */
const keepAliveMs = 75_000;

/** Takes the configured port. Throws StartError, with the remedy in its message, where it cannot be had. */
export async function listen({ port, host }: Pick<Config, "port" | "host">): Promise<Listening> {
  let answerWith: Listening["answerWith"] = () => undefined;
  const listener = new Promise<RequestListener>((resolve) => (answerWith = resolve));
  const server = createServer({ keepAliveTimeout: keepAliveMs }, (request, response) => {
    void listener.then((answer) => answer(request, response));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(explain(error, port, host)));
    server.listen(port, host, resolve);
  });
  return { port: (server.address() as AddressInfo).port, answerWith, close: () => closeServer(server) };
}

function explain(error: NodeJS.ErrnoException, port: number, host: string): Error {
  const reasons: Readonly<Record<string, string>> = {
    EADDRINUSE: `Port ${port} is in use, perhaps by another Deckhand. Stop that program, or choose another port: PORT=${port + 1} npm start`,
    EACCES: `Port ${port} may not be opened by this user. Choose one above 1023: PORT=3000 npm start`,
    EADDRNOTAVAIL: `This machine has no address ${host}. Set HOST to one that it has, or to 0.0.0.0 for all of them.`,
    ENOTFOUND: `The name ${host} is not known here. Set HOST to an address of this machine.`,
  };
  const reason = reasons[error.code ?? ""];
  return reason === undefined ? error : new StartError(reason, { cause: error });
}

async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const impatience = setTimeout(() => server.closeAllConnections(), 5_000);
  await closed;
  clearTimeout(impatience);
}

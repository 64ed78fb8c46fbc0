import { isIP } from "node:net";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import type { Registration } from "./domain/admission.js";

/** How this installation runs: read from the environment once, at start. */
export interface Config {
  /** TCP port; 0 lets the system choose one. */
  readonly port: number;
  /** Address or name on which to listen. */
  readonly host: string;
  /** Origin that people open, without a slash at its end: `https://cards.example.org`. */
  readonly publicUrl: string;
  readonly isHttps: boolean;
  /** Whose `X-Forwarded-For` is believed: nobody's, that of the last so many hops, or of these addresses. */
  readonly trustProxy: false | number | readonly string[];
  /** Absolute path of the SQLite file. */
  readonly databaseFile: string;
  /** Absolute path of the folder of notes. */
  readonly notesDir: string;
  readonly registration: Registration;
  readonly logLevel: LogLevel;
}

const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;
type LogLevel = (typeof logLevels)[number];

/** The environment asks for something that cannot be; each fault names the variable, what is wrong and an example. */
export class ConfigError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(faults.join("\n"));
    this.name = "ConfigError";
  }
}

/**
 * The configuration that `env` asks for; an empty variable counts as unset, a relative path starts at `projectRoot`.
 * Throws ConfigError with one sentence for each variable that is wrong.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>, projectRoot: string): Config {
  const given = Object.fromEntries(Object.entries(env).map(([name, value]) => [name, value?.trim() || undefined]));
  const parsed = environment(projectRoot).safeParse(given);
  if (!parsed.success) throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`));
  const { PORT: port, HOST: host, TRUST_PROXY: trustProxy, DATABASE_URL: databaseFile, NOTES_DIR: notesDir } = parsed.data;
  const publicUrl = parsed.data.PUBLIC_URL ?? new URL(`http://localhost:${port}`).origin;
  const { REGISTRATION: registration, LOG_LEVEL: logLevel } = parsed.data;
  const isHttps = publicUrl.startsWith("https:");
  return { port, host, publicUrl, isHttps, trustProxy, databaseFile, notesDir, registration, logLevel };
}

function environment(projectRoot: string) {
  const text = (name: string) => z.string().max(1000, `the value is longer than 1000 characters. ${examples[name]}`);
  return z.object({
    PORT: text("PORT").default("3000").transform(orFault(parsePort, "PORT")),
    HOST: text("HOST").default("127.0.0.1").transform(orFault(parseHost, "HOST")),
    PUBLIC_URL: text("PUBLIC_URL").transform(orFault(parseOrigin, "PUBLIC_URL")).optional(),
    TRUST_PROXY: text("TRUST_PROXY").default("off").transform(orFault(parseTrustProxy, "TRUST_PROXY")),
    DATABASE_URL: text("DATABASE_URL")
      .default("file:./data/deckhand.db")
      .transform(orFault((value) => parseDatabaseUrl(value, projectRoot), "DATABASE_URL")),
    NOTES_DIR: text("NOTES_DIR")
      .default("./content")
      .transform((value) => resolve(projectRoot, value)),
    REGISTRATION: text("REGISTRATION")
      .default("invitation")
      .transform(orFault(oneOf(["closed", "invitation", "open"] as const), "REGISTRATION")),
    LOG_LEVEL: text("LOG_LEVEL")
      .default("info")
      .transform(orFault(oneOf(logLevels), "LOG_LEVEL")),
  });
}

const examples: Readonly<Record<string, string>> = {
  PORT: "Example: PORT=3000",
  HOST: "Example: HOST=127.0.0.1 (this machine only), or HOST=0.0.0.0 (every network)",
  PUBLIC_URL: "Example: PUBLIC_URL=https://cards.example.org",
  TRUST_PROXY: "Example: TRUST_PROXY=1 (one proxy in front), or TRUST_PROXY=loopback,10.0.0.0/8; off by default",
  DATABASE_URL: "Example: DATABASE_URL=file:./data/deckhand.db",
  REGISTRATION: "Example: REGISTRATION=invitation",
  LOG_LEVEL: "Example: LOG_LEVEL=info",
};

/** What is wrong with one value; the example is added where it is caught. */
class Fault extends Error {}

/** `parse` as a transformation of zod, which says what `parse` threw, and the example of the variable `name`. */
function orFault<Value>(parse: (value: string) => Value, name: string) {
  return (value: string, context: z.RefinementCtx): Value => {
    try {
      return parse(value);
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      context.addIssue({ code: "custom", message: `${error.message} ${examples[name]}` });
      return z.NEVER;
    }
  };
}

function parsePort(value: string): number {
  const port = /^\d{1,5}$/.test(value) ? Number(value) : Infinity;
  if (port > 65535) throw new Fault(`"${value}" is not a port; ports are whole numbers from 0 to 65535.`);
  return port;
}

function parseHost(value: string): string {
  const isName = /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/i.test(value);
  if (isIP(value) === 0 && !isName) throw new Fault(`"${value}" is neither an IP address nor a host name.`);
  return value;
}

function parseOrigin(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : null;
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new Fault("the value is no address that starts with http:// or https://.");
  if (url.username !== "" || url.password !== "") throw new Fault("the address must hold no user name or password.");
  if (url.pathname !== "/" || url.search !== "" || url.hash !== "") {
    throw new Fault(`"${value}" goes on after the host; Deckhand needs a host (and port) of its own, without a path.`);
  }
  return url.origin;
}

function parseTrustProxy(value: string): Config["trustProxy"] {
  if (/^(off|false|no|0)$/i.test(value)) return false;
  if (/^\d{1,2}$/.test(value)) return Number(value);
  const addresses = value.split(",").map((address) => address.trim());
  const unknown = addresses.find((address) => !isTrustable(address));
  if (unknown !== undefined)
    throw new Fault(`"${unknown}" is neither off, a number of proxies, an IP address nor a range of them.`);
  return addresses;
}

/** Whether Express takes it as a trusted address: an IP address, a range in CIDR notation, or one of its three names. */
function isTrustable(address: string): boolean {
  if (["loopback", "linklocal", "uniquelocal"].includes(address)) return true;
  const [ip = "", bits, ...rest] = address.split("/");
  const version = isIP(ip);
  if (version === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= (version === 4 ? 32 : 128));
}

function parseDatabaseUrl(value: string, projectRoot: string): string {
  // The value itself is not told: the address of another kind of database may hold a password.
  if (!value.startsWith("file:"))
    throw new Fault("the value does not start with file: (Deckhand keeps its data in one SQLite file).");
  const path = value.slice("file:".length);
  if (path === "" || /[/\\]$/.test(path)) throw new Fault(`"${value}" names a folder, not a file.`);
  if (/[?#]/.test(path)) throw new Fault(`"${value}" has options behind the path, which Deckhand does not take.`);
  if (!path.startsWith("//")) return resolve(projectRoot, path);
  try {
    return fileURLToPath(value);
  } catch {
    throw new Fault(`"${value}" is not the address of a file on this machine.`);
  }
}

function oneOf<const Choices extends readonly string[]>(choices: Choices) {
  return (value: string): Choices[number] => {
    const choice = choices.find((known) => known === value);
    if (choice === undefined) throw new Fault(`"${value}" is none of ${choices.join(", ")}.`);
    return choice;
  };
}

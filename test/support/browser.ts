import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from "playwright-core";
import { findChromium } from "./find-chromium.mjs";

/** Flags under which Chromium runs in a container, offline and without chatter. */
const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A browser; `hosts` maps names to addresses, as a hosts file would ("deckhand.lan" → "127.0.0.1"). */
export function launchBrowser(hosts: Readonly<Record<string, string>> = {}): Promise<Browser> {
  const rules = Object.entries(hosts).map(([name, address]) => `MAP ${name} ${address}`);
  const args = rules.length > 0 ? [...flags, `--host-resolver-rules=${rules.join(",")}`] : flags;
  return chromium.launch({ executablePath: findChromium(), args });
}

/** A person at a browser: their own cookies, and every console error and uncaught exception noted. */
export interface Person {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the browser's console complained about so far, without the lines about replies that a test provoked (4xx). */
  readonly complaints: () => readonly string[];
}

/** Opens a context of its own in `browser`; addresses are relative to `baseURL`. */
export async function newPerson(browser: Browser, baseURL: string, options: BrowserContextOptions = {}): Promise<Person> {
  const context = await browser.newContext({ baseURL, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    const expected = /the server responded with a status of 4\d\d/.test(message.text());
    if (message.type() === "error" && !expected) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  return { page, context, complaints: () => complaints };
}

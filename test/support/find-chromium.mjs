import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const cache = fileURLToPath(new URL("../../node_modules/.cache/browsers", import.meta.url));
const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "chrome.exe", "msedge.exe"];
const applicationFolders = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/**
 * Path of a Chromium for the browser tests: CHROMIUM_PATH, the PATH, the usual folders, Playwright's own; else one is installed
 * (into the project's cache, or with apt in a Debian container). Throws with the remedies: no test is skipped silently.
 * @returns {string}
 */
export function findChromium() {
  const found = findInstalled() ?? installed(installByPlaywright) ?? installed(installByApt);
  if (found !== undefined) return found;
  throw new Error(
    "No Chromium was found for the browser tests. Install one (Debian: apt-get install chromium) or set CHROMIUM_PATH to its executable.",
  );
}

function findInstalled() {
  const onPath = (process.env.PATH ?? "").split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  const candidates = [process.env.CHROMIUM_PATH ?? "", ...onPath, ...applicationFolders, playwrightsOwn()];
  return candidates.find((path) => path !== "" && existsSync(path));
}

function playwrightsOwn() {
  process.env.PLAYWRIGHT_BROWSERS_PATH ??= existsSync(cache) ? cache : "";
  if (process.env.PLAYWRIGHT_BROWSERS_PATH === "") delete process.env.PLAYWRIGHT_BROWSERS_PATH;
  return chromium.executablePath();
}

function installed(install) {
  try {
    install();
  } catch {
    return undefined;
  }
  return findInstalled();
}

function installByPlaywright() {
  const cli = createRequire(import.meta.url).resolve("playwright-core/cli.js");
  console.info("No Chromium found: trying Playwright's download into node_modules/.cache/browsers …");
  execFileSync(process.execPath, [cli, "install", "chromium"], {
    env: { ...process.env, PLAYWRIGHT_BROWSERS_PATH: cache },
    stdio: "ignore",
    timeout: 120_000,
  });
}

function installByApt() {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) throw new Error("not a Debian container");
  console.info("No Chromium found: installing Debian's package with apt-get …");
  execFileSync("apt-get", ["update", "-qq"], { stdio: "ignore", timeout: 300_000 });
  execFileSync("apt-get", ["install", "-y", "-qq", "chromium"], { stdio: "ignore", timeout: 600_000 });
}

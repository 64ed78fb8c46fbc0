import { build } from "../../server/build.mjs";
import { findChromium } from "./find-chromium.mjs";

/**
 * Once before all tests: workers and the command line run from compiled code, so it is made anew;
 * and where browser tests will run, their browser is found, or installed, before several of them look for it at once.
 */
export default async function buildOnce(globalConfig) {
  await build();
  const { patterns = [] } = globalConfig.testPathPatterns ?? {};
  if (patterns.length === 0 || patterns.some((pattern) => pattern.includes("browser")))
    process.env.CHROMIUM_PATH = findChromium();
}

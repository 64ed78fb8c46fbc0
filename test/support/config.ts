import { readConfig, type Config } from "../../server/config.js";
import { projectRoot } from "../../server/root.js";

/** The configuration of an installation with these environment variables, otherwise the default one, silent. */
export function testConfig(env: Readonly<Record<string, string>> = {}): Config {
  return readConfig({ LOG_LEVEL: "silent", ...env }, projectRoot);
}

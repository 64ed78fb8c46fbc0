import { cloud } from "./cloud.js";
import { docker } from "./docker.js";
import type { Field } from "./field.js";
import { git } from "./git.js";
import { kubernetes } from "./kubernetes.js";
import { languages } from "./languages.js";
import { packages } from "./packages.js";
import { settings } from "./settings.js";
import { shell } from "./shell.js";
import { sql } from "./sql.js";
import { systemd } from "./systemd.js";
import { web } from "./web.js";

/** Every field that the generator knows. A new one is a file beside this one and a line here. */
export const fields: readonly Field[] = [cloud, docker, git, kubernetes, languages, packages, settings, shell, sql, systemd, web];

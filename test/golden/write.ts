/** `npm run golden`: writes down what the generator makes of `content/`, so that a change of it shows as a diff that can be reviewed. */
import { writeFileSync } from "node:fs";
import { goldenLines, goldenPath } from "./lines.js";

writeFileSync(goldenPath, await goldenLines());

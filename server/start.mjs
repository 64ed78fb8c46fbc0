/** `npm start`: the compiled server, or a sentence that says how to get one. */
import { existsSync } from "node:fs";
import module from "node:module";

const main = new URL("../dist/server/cli/main.js", import.meta.url);
if (!existsSync(main)) {
  console.error("Deckhand is not built yet. Run: npm ci   (or, after a change to the sources: npm run build)");
  process.exit(1);
}
module.enableCompileCache?.(); // from Node 22 on, starts after the first find their code compiled
process.argv.splice(2, 0, "serve");
await import(main.href);

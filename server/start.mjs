/** `npm start`: the compiled server, or a sentence that says how to get one. */
import { existsSync } from "node:fs";

const main = new URL("../dist/server/cli/main.js", import.meta.url);
if (!existsSync(main)) {
  console.error("Deckhand is not built yet. Run: npm ci   (or, after a change to the sources: npm run build)");
  process.exit(1);
}
process.argv.splice(2, 0, "serve");
await import(main.href);

/**
 * A process of its own that synchronises notes, from the compiled code, and kills itself there and then once so many batches are
 * durable:  FILE NOTES_DIR INSTANT BATCHES
 */
import { syncNotes } from "../../dist/server/operations/sync-notes.js";
import { openStore } from "../../dist/server/store/open.js";

const [file, notesDir, instant, batches] = process.argv.slice(2);
const now = () => Number(instant);
const store = await openStore({ file, now });
let left = Number(batches);
const batch = store.db.batch;
store.db.batch = async (statements) => {
  const results = await batch(statements);
  left -= 1;
  if (left === 0) process.kill(process.pid, "SIGKILL");
  return results;
};
await syncNotes({ store, now, notesDir, dryRun: false, unattended: true });
await store.close();

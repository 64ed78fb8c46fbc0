/**
 * A process of its own that opens a store from the compiled code, for tests with several processes, and of one that is killed:
 *   open FILE     opens, says "open", waits for the end of its input, closes
 *   write FILE    opens, then writes pairs of rows without end and says the number of each pair once it is acknowledged
 */
import { openStore } from "../../dist/server/store/open.js";

const [what, file] = process.argv.slice(2);
const store = await openStore({ file, now: Date.now });

if (what === "write") await writeForEver();
process.stdout.write("open\n");
process.stdin.resume();
process.stdin.on("end", async () => {
  await store.close();
  process.exit(0);
});

async function writeForEver() {
  for (let first = 1; ; first += 5)
    await Promise.all(
      [0, 1, 2, 3, 4].map((offset) => writePair(first + offset).then(() => process.stdout.write(`${first + offset}\n`))),
    );
}

/** Two rows in two tables that must both be there, or neither. */
function writePair(number) {
  const tag = String(number);
  return store.db.batch([
    {
      sql: "INSERT INTO Media (sha256, size, type, createdAt) VALUES (?, ?, 'image/png', 0)",
      parameters: [Buffer.from(tag.padStart(32)), number],
      changes: 1,
    },
    {
      sql: "INSERT INTO Import (kind, name, appliedSeq, aliveAt, startedAt) VALUES ('csv', ?, ?, 0, 0)",
      parameters: ["x".repeat(500), number],
      changes: 1,
    },
  ]);
}

import { pino } from "pino";
import { describe, expect, it } from "@jest/globals";
import { startReadingNotes } from "../../server/notes-at-start.js";
import { manyCards, notesFolder } from "../support/notes-folder.js";
import { noon, openTestStore, type TestStore } from "../support/store.js";

/** A log whose lines a test reads. */
function listeningLog() {
  const lines: { level: number; msg: string; report?: object }[] = [];
  const log = pino({ base: null }, { write: (line: string) => void lines.push(JSON.parse(line) as (typeof lines)[number]) });
  return { log, lines };
}

const begin = (store: TestStore, aliveAt: number) =>
  store.db.batch([
    {
      sql: "INSERT INTO Import (kind, name, appliedSeq, aliveAt, startedAt) VALUES ('notes', 'x', 0, ?, ?)",
      parameters: [aliveAt, aliveAt],
    },
  ]);

describe("the notes at a start", () => {
  it("are read and the report is logged, when the folder has some", async () => {
    const store = await openTestStore();
    const folder = notesFolder(store);
    folder.write("docker/a.md", manyCards(2));
    const { log, lines } = listeningLog();

    const reading = startReadingNotes({ store, notesDir: folder.path, log, now: store.clock.now });
    await reading.first;
    await reading.stop();

    expect(await store.prisma.card.count()).toBe(2);
    expect(lines).toMatchObject([{ level: 30, msg: "notes read", report: { tiers: { new: 2 } } }]);
  });

  it("are left alone with a sentence, when the folder is missing", async () => {
    const store = await openTestStore();
    const { log, lines } = listeningLog();

    const reading = startReadingNotes({ store, notesDir: "/nowhere/notes", log, now: store.clock.now });
    await reading.first;
    await reading.stop();

    expect(lines).toEqual([
      expect.objectContaining({ level: 40, msg: expect.stringMatching(/^The notes were not read\. There is no folder/) }),
    ]);
  });

  it("are read later, when a process was killed a moment ago while it read them", async () => {
    const store = await openTestStore();
    const folder = notesFolder(store);
    folder.write("docker/a.md", manyCards(2));
    await begin(store, noon - 10);
    const { log, lines } = listeningLog();

    const reading = startReadingNotes({ store, notesDir: folder.path, log, now: store.clock.now, patienceMs: 20 });
    await reading.first;
    expect(await store.prisma.card.count()).toBe(0);
    store.clock.advance(60_000);
    for (let tries = 0; tries < 400 && (await store.prisma.card.count()) === 0; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    await reading.stop();

    expect(await store.prisma.card.count()).toBe(2);
    expect(lines[0]).toMatchObject({ level: 40, msg: expect.stringContaining("tries again in 1 seconds") });
  });

  it("are not tried again, when the server has stopped meanwhile", async () => {
    const store = await openTestStore();
    const folder = notesFolder(store);
    folder.write("docker/a.md", manyCards(2));
    await begin(store, noon - 10);
    const { log } = listeningLog();

    const reading = startReadingNotes({ store, notesDir: folder.path, log, now: store.clock.now, patienceMs: 5 });
    await reading.first;
    await reading.stop();
    store.clock.advance(60_000);
    await new Promise((resolve) => setTimeout(resolve, 50));

    expect(await store.prisma.card.count()).toBe(0);
  });
});

import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "@jest/globals";
import { describeSync } from "../../server/cli/notes-sync.js";
import type { SyncReport } from "../../server/operations/sync/report.js";
import { projectRoot } from "../../server/root.js";
import { manyCards, notesFolder } from "../support/notes-folder.js";
import { openTestStore } from "../support/store.js";

/** Runs `deckhand notes sync …` on the database `file`, with `notesDir` as NOTES_DIR. */
async function sync(
  file: string,
  notesDir: string,
  ...words: string[]
): Promise<{ status: number; stdout: string; stderr: string }> {
  const main = join(projectRoot, "dist", "server", "cli", "main.js");
  const env = { ...process.env, DATABASE_URL: `file:${file}`, NOTES_DIR: notesDir };
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [main, "notes", "sync", ...words], {
      env,
      cwd: join(file, ".."),
    });
    return { status: 0, stdout, stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { status: code, stdout, stderr };
  }
}

const report: SyncReport = {
  notesDir: "/notes",
  dryRun: false,
  isUnchanged: false,
  notes: { read: 8, unread: 0 },
  tiers: { exact: 1, moved: 2, edited: 3, changed: 4, new: 5, archived: 6, restored: 7 },
  cards: { active: 10, withheld: 11, added: 12, changed: 13, archived: 14, restored: 15 },
  waiting: null,
  problems: [],
};

describe("deckhand notes sync", () => {
  it("brings NOTES_DIR into the database, when nothing else is named, and prints one JSON document", async () => {
    const store = await openTestStore();
    const folder = notesFolder(store);
    folder.write("docker/a.md", manyCards(2));

    const { status, stdout, stderr } = await sync(store.file, folder.path, "--json");

    expect([status, stderr]).toEqual([0, ""]);
    expect(JSON.parse(stdout)).toMatchObject({ notesDir: folder.path, dryRun: false, tiers: { new: 2 }, cards: { added: 2 } });
    expect(await store.prisma.card.count()).toBe(2);
  });

  it("says what would happen to the named folder, when it is a dry run, and changes nothing", async () => {
    const store = await openTestStore();
    const folder = notesFolder(store);
    folder.write("notes/docker/a.md", manyCards(2));

    const { status, stdout } = await sync(join(folder.path, "new.db"), "/nowhere", "notes", "--dry-run");

    expect(status).toBe(0);
    expect(stdout).toMatch(/^1 note in .*notes\.\n/);
    expect(stdout).toMatch(/\n {2}new +2\n/);
    expect(stdout).toMatch(/\nThis was a dry run: nothing was changed\.\n$/);
    expect((await sync(join(folder.path, "new.db"), folder.path, "--json")).stdout).toContain('"new":2');
  });

  it("is refused with a sentence on standard error and status 1, when the folder is not there", async () => {
    const store = await openTestStore();

    const { status, stdout, stderr } = await sync(store.file, join(store.folder, "missing"), "--json");

    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr).toBe(
      `There is no folder ${join(store.folder, "missing")}. Check its name (NOTES_DIR); nothing was changed.\n`,
    );
  });
});

describe("describeSync", () => {
  it("has a line for each tier and each count of cards, when something happened", () => {
    const lines = describeSync(report).split("\n");

    expect(lines[0]).toBe("8 notes in /notes.");
    expect(lines.flatMap((line) => /^ {2}(.*?) +(\d+)$/.exec(line)?.slice(1).join("=") ?? [])).toEqual([
      "unchanged=1",
      "moved=2",
      "edited, progress kept=3",
      "changed, learners are asked=4",
      "new=5",
      "archived=6",
      "restored=7",
      "active=10",
      "withheld=11",
      "added=12",
      "changed=13",
      "archived=14",
      "restored=15",
    ]);
  });

  it("tells what could not be read, what waits and every problem with its place, when there is any", () => {
    const text = describeSync({
      ...report,
      notes: { read: 1, unread: 1 },
      isUnchanged: true,
      waiting: { cards: 30, reason: "30 cards are no longer in the notes." },
      problems: [{ path: "a.md", line: 3, message: "This note is empty." }],
    });

    expect(text).toContain(
      "1 note in /notes; 1 could not be read, and their cards stay as they are.\nNothing has changed since the last time.\n",
    );
    expect(text).toContain("\n30 cards are no longer in the notes.\n");
    expect(text).toContain("\nProblems\n  a.md:3  This note is empty.\n");
  });
});

import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { logIn } from "../../server/operations/log-in.js";
import { projectRoot } from "../../server/root.js";
import { selectPeople } from "../../server/store/read/learners.js";
import { insertLearnerWithPassword, insertSession } from "../support/accounts.js";
import { insertLearner } from "../support/build-learner.js";
import { noon, openTestStore, temporaryFolder, type TestStore } from "../support/store.js";

describe("deckhand user add", () => {
  it("makes an account from a password that is piped in, when the server runs", async () => {
    const store = await openTestStore();
    await insertLearner(store, { name: "Owner", role: "owner" });

    const ending = await deckhand(store.file, ["user", "add", "Ada L"], "correct horse\n");

    expect(ending).toMatchObject({ status: 0, stdout: "Ada L has an account (learner).\n", stderr: "" });
    await expect(logIn({ store, now: noon }, { name: "ada l", password: "correct horse", userAgent: "" })).resolves.toBeDefined();
  });

  it("makes an owner, when asked to, or when it is the first account in a new database", async () => {
    const file = join(temporaryFolder(), "new", "deckhand.db");

    const first = await deckhand(file, ["user", "add", "Ada"], "correct horse");
    const second = await deckhand(file, ["user", "add", "Ben", "--owner"], "correct horse\r\n");

    expect([first.stdout, second.stdout]).toEqual(["Ada has an account (owner).\n", "Ben has an account (owner).\n"]);
  });

  it.each([
    ["the name is taken", "OWNER", "correct horse\n", "is taken here"],
    ["the password is too short", "Ada", "short\n", "too short"],
    ["no password is given", "Ada", "", "No password was given"],
    ["the name cannot be one", "...", "correct horse\n", "at least one letter"],
  ])("says why and changes nothing, when %s", async (_what, name, input, words) => {
    const store = await openTestStore();
    await insertLearner(store, { name: "Owner", role: "owner" });

    const ending = await deckhand(store.file, ["user", "add", name], input);

    expect(ending).toMatchObject({ status: 1, stdout: "", stderr: expect.stringContaining(words) as unknown });
    expect(selectPeople(store)).toHaveLength(1);
  });
});

describe("deckhand user list", () => {
  it("prints a line for each person, and one JSON document with --json", async () => {
    const store = await peopled();

    const lines = await deckhand(store.file, ["user", "list"]);
    const json = await deckhand(store.file, ["user", "list", "--json"]);

    expect(lines.stdout).toBe("Ada\tlearner\tsince 2026-11-21\tdisabled since 2026-11-21\nOwner\towner\tsince 2026-11-21\n");
    expect(JSON.parse(json.stdout)).toEqual({
      people: [
        expect.objectContaining({ name: "Ada", disabledAt: "2026-11-21T12:00:00.000Z", lastUsedAt: null }),
        expect.objectContaining({ name: "Owner", role: "owner", disabledAt: null, createdAt: "2026-11-21T12:00:00.000Z" }),
      ],
    });
    expect(json.stdout).not.toContain("scrypt");
  });
});

describe("deckhand user password", () => {
  it("sets a new one and ends all of the person's sessions", async () => {
    const store = await openTestStore();
    const owner = await insertLearnerWithPassword(store, { name: "Owner", role: "owner" });
    await insertSession(store, owner.id);

    const ending = await deckhand(store.file, ["user", "password", "owner"], "battery staple\n");

    expect(ending).toMatchObject({ status: 0, stdout: "Owner has a new password, and is logged out everywhere.\n" });
    expect(await store.prisma.session.count()).toBe(0);
    const typed = { name: "Owner", password: "battery staple", userAgent: "" };
    await expect(logIn({ store, now: noon }, typed)).resolves.toMatchObject({ learnerId: owner.id });
  });
});

describe("deckhand user disable and enable", () => {
  it("shuts a person out and lets them in again, but never the only owner", async () => {
    const store = await peopled();

    const enabled = await deckhand(store.file, ["user", "enable", "Ada"]);
    const disabled = await deckhand(store.file, ["user", "disable", "Ada"]);
    const refused = await deckhand(store.file, ["user", "disable", "Owner"]);

    expect([enabled.status, disabled.status]).toEqual([0, 0]);
    expect(refused).toMatchObject({ status: 1, stderr: "Owner is the only owner. Make somebody else an owner first.\n" });
    expect(selectPeople(store).map(({ disabledAt }) => disabledAt !== null)).toEqual([true, false]);
  });
});

describe("deckhand user", () => {
  it.each([
    [["user"]],
    [["user", "remove", "Ada"]],
    [["user", "constructor", "Ada"]],
    [["user", "add"]],
    [["user", "list", "Ada"]],
    [["user", "add", "Ada", "--admin"]],
  ])("shows how it is used and answers 2, when called as %j", async (words) => {
    const store = await openTestStore();

    const ending = await deckhand(store.file, words);

    expect(ending).toMatchObject({ status: 2, stderr: expect.stringContaining("Usage: deckhand user add NAME") as unknown });
  });

  it("says who is meant, when nobody has the name", async () => {
    const store = await peopled();

    const ending = await deckhand(store.file, ["user", "disable", "Eve"]);

    expect(ending).toMatchObject({ status: 1, stderr: "Nobody here is called “Eve”. To see who is: deckhand user list\n" });
  });

  it("makes no database, when there is none to look into", async () => {
    const file = join(temporaryFolder(), "deckhand.db");

    const ending = await deckhand(file, ["user", "list"]);

    expect(ending).toMatchObject({ status: 1, stderr: expect.stringContaining("There is no database") as unknown });
    expect(existsSync(file)).toBe(false);
  });
});

async function peopled(): Promise<TestStore> {
  const store = await openTestStore();
  await insertLearner(store, { name: "Owner", role: "owner" });
  await insertLearner(store, { name: "Ada", disabledAt: new Date(noon) });
  return store;
}

interface Ending {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `deckhand …` on the database `file`, with `input` as its standard input. */
function deckhand(file: string, words: readonly string[], input = ""): Promise<Ending> {
  const main = join(projectRoot, "dist", "server", "cli", "main.js");
  const child = spawn(process.execPath, [main, ...words], { env: { ...process.env, DATABASE_URL: `file:${file}` } });
  const output = { stdout: "", stderr: "" };
  child.stdout.on("data", (chunk: Buffer) => (output.stdout += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output.stderr += chunk.toString()));
  child.stdin.on("error", () => undefined);
  child.stdin.end(input);
  return new Promise((resolve) => child.once("close", (status) => resolve({ status, ...output })));
}

import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, it } from "@jest/globals";
import { runDeckhand, untilAnswers } from "../support/deckhand-process.js";
import { freePort } from "../support/free-port.js";
import { closeAfterTest, openTestStore, temporaryFolder } from "../support/store.js";

/** Environment of a server with a database and an empty notes folder of its own. */
async function ownPlace() {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "notes"));
  const port = await freePort();
  const env = {
    PORT: String(port),
    DATABASE_URL: `file:${join(folder, "data", "deckhand.db")}`,
    NOTES_DIR: join(folder, "notes"),
    LOG_LEVEL: "info",
  };
  return { folder, port, env, url: `http://127.0.0.1:${port}` };
}

describe("deckhand serve", () => {
  it("a fresh installation, when it starts, says where it is and where its first account is made; it ends on SIGTERM", async () => {
    const { env, url, port } = await ownPlace();
    const server = runDeckhand(["serve"], env);
    await untilAnswers(url, server);

    server.child.kill("SIGTERM");

    expect(await server.ended).toBe(0);
    expect(server.stderr()).toContain(`Deckhand is at http://localhost:${port}`);
    expect(server.stderr()).toMatch(new RegExp(`http://localhost:${port}/signup\\?code=\\S{10,}`));
  });

  it("a port that is in use, when it starts, is named with what to do, and the status is 1", async () => {
    const { env, port, folder } = await ownPlace();
    const occupant = createServer();
    await new Promise<void>((resolve) => occupant.listen(port, "127.0.0.1", resolve));
    closeAfterTest({ close: () => new Promise((resolve) => occupant.close(() => resolve())) });

    const server = runDeckhand(["serve"], env);

    expect(await server.ended).toBe(1);
    expect(server.stderr()).toContain(`Port ${port} is in use`);
    expect(server.stderr()).toContain(`PORT=${port + 1} npm start`);
    expect(existsSync(join(folder, "data"))).toBe(false);
  });

  it("a data folder that cannot be made, when it starts, is named with what to do, and the status is 1", async () => {
    const { env, folder } = await ownPlace();
    writeFileSync(join(folder, "file"), "in the way");

    const server = runDeckhand(["serve"], { ...env, DATABASE_URL: `file:${join(folder, "file", "deckhand.db")}` });

    expect(await server.ended).toBe(1);
    expect(server.stderr()).toMatch(/data folder .* cannot be written.*DATABASE_URL/s);
  });

  it("a database made by a newer version, when it starts, is refused and left as it was", async () => {
    const { env } = await ownPlace();
    const store = await openTestStore();
    await store.close();
    const database = new Database(store.file);
    database.exec(`INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
      VALUES ('newer', 'x', '29990101000000_from_the_future', 0, 0, 1)`);
    database.close();

    const server = runDeckhand(["serve"], { ...env, DATABASE_URL: `file:${store.file}` });

    expect(await server.ended).toBe(1);
    expect(server.stderr()).toMatch(/newer/);
  });

  it("wrong configuration, when it starts, is listed variable by variable, and the status is 1", async () => {
    const server = runDeckhand(["serve"], { PORT: "none", REGISTRATION: "maybe" });

    expect(await server.ended).toBe(1);
    expect(server.stderr()).toContain("PORT: ");
    expect(server.stderr()).toContain("REGISTRATION: ");
  });

  it("a notes folder that is missing, when it starts, archives nothing and the server runs", async () => {
    const { env, url, folder } = await ownPlace();
    const server = runDeckhand(["serve"], { ...env, NOTES_DIR: join(folder, "missing") });

    await untilAnswers(url, server);
    await new Promise((resolve) => setTimeout(resolve, 300));

    expect(server.stdout()).toContain("missing");
    expect((await fetch(`${url}/login`, { redirect: "manual" })).status).toBeLessThan(500);
  });
});

describe("deckhand", () => {
  it.each([
    [[], 0, "deckhand notes check PATH"],
    [["help"], 0, "deckhand backup FILE"],
    [["backup", "--help"], 0, "deckhand backup FILE\n    copy the database"],
    [["--version"], 0, "0.1.0"],
  ])("%j says what is asked for", async (words, status, text) => {
    const help = runDeckhand(words);

    expect(await help.ended).toBe(status);
    expect(help.stdout()).toContain(text);
  });

  it.each([
    [["fly"], "There is no command"],
    [["backup"], "Usage: deckhand backup FILE"],
    [["notes", "check", "--loud", "x"], "Usage: deckhand notes check"],
    [["constructor"], "There is no command"],
  ])("%j is wrong usage: status 2, with how it is used", async (words, text) => {
    const refused = runDeckhand(words);

    expect(await refused.ended).toBe(2);
    expect(refused.stderr()).toContain(text);
    expect(refused.stdout()).toBe("");
  });
});

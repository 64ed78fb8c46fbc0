import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach } from "@jest/globals";
import { projectRoot } from "../../server/root.js";
import { migrate } from "../../server/store/migrate.js";
import { readMigrations } from "../../server/store/migrations.js";
import { openStore, type Store } from "../../server/store/open.js";

/** A Saturday noon in UTC, where every test's clock stands unless it is moved. */
export const noon = Date.UTC(2026, 10, 21, 12);

/** A clock that stands still until it is told to move; instants in milliseconds since 1970. */
export interface FixedClock {
  readonly now: () => number;
  readonly set: (instant: number) => void;
  readonly advance: (milliseconds: number) => void;
}

/** A clock that stands at `instant`. */
export function fixedClock(instant: number = noon): FixedClock {
  let current = instant;
  return {
    now: () => current,
    set: (next) => void (current = next),
    advance: (milliseconds) => void (current += milliseconds),
  };
}

/** A real, migrated, empty database of one test's own. */
export interface TestStore extends Store {
  readonly clock: FixedClock;
  /** The folder that the database file is in; removed after the test. */
  readonly folder: string;
}

const folders: string[] = [];
const closables: { close(): Promise<void> }[] = [];

/** Closes it after the test, the last opened first, before the folders go. */
export function closeAfterTest(closable: { close(): Promise<void> }): void {
  closables.push(closable);
}

/** A store in a folder of its own; closed and removed after the test that opened it. */
export async function openTestStore(): Promise<TestStore> {
  const folder = temporaryFolder();
  const file = join(folder, "deckhand.db");
  copyFileSync(migratedTemplate(), file);
  const clock = fixedClock();
  const store = await openStore({ file, now: clock.now });
  closeAfterTest(store);
  return Object.assign(store, { clock, folder });
}

/** A folder that is removed after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "deckhand-test-"));
  folders.push(folder);
  return folder;
}

afterEach(async () => {
  for (const closable of closables.splice(0).reverse()) await closable.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A migrated, empty file: made when it is first needed, and again only when the migrations have changed. */
function migratedTemplate(): string {
  const migrations = readMigrations();
  const version = createHash("sha256").update(migrations.map(({ checksum }) => checksum).join());
  const folder = join(projectRoot, "node_modules", ".cache", "test-databases");
  const file = join(folder, `${version.digest("hex").slice(0, 16)}.db`);
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    const partial = join(folder, `${process.pid}.partial.db`);
    migrate(partial, noon, migrations);
    // Several workers of Jest may come here at once: each file is complete when it gets its name.
    renameSync(partial, file);
  }
  return file;
}

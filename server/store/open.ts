import { existsSync, statSync } from "node:fs";
import type Database from "better-sqlite3";
import { shareAdapter } from "./adapter.js";
import { createDb, type Db } from "./db.js";
import { PrismaClient } from "./generated/client.js";
import { makeDataFolder, shareLock, type Lock } from "./lock.js";
import { migrate, requireOurDatabase } from "./migrate.js";

/** An open database. */
export interface Store {
  /** For reads, and for writes of single rows without `include`; it opens no transactions. */
  readonly prisma: PrismaClient;
  /** The connection that Prisma and `db` share; for `store/` only. It gives BigInt unless a statement says otherwise. */
  readonly sqlite: Database.Database;
  readonly db: Db;
  /** Absolute path of the database file. */
  readonly file: string;
  /** Waits for the batches that are queued, then closes. */
  close(): Promise<void>;
}

/** What openStore needs to know. */
export interface StoreOptions {
  /** Absolute path of the SQLite file, which is made if it is absent. */
  readonly file: string;
  /** The clock, in milliseconds since 1970. */
  readonly now: () => number;
}

/**
 * Opens the database, after bringing it up to this version (with a copy kept of what it was).
 * Throws StartError when the folder cannot be written, or the file is not ours, damaged, or newer than this version.
 */
export async function openStore({ file, now }: StoreOptions): Promise<Store> {
  makeDataFolder(file);
  // Before anything is made beside it: a file of another program stays as it was.
  if (existsSync(file) && statSync(file).size > 0) requireOurDatabase(file);
  const lock = shareLock(file);
  try {
    migrate(file, now());
    return await connect(file, lock);
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function connect(file: string, lock: Lock): Promise<Store> {
  const { factory, handle, open } = shareAdapter(file);
  await open();
  const prisma = new PrismaClient({ adapter: factory });
  const db = createDb(handle);
  return {
    prisma,
    get sqlite() {
      return handle();
    },
    db,
    file,
    close: async () => {
      await db.drain();
      await prisma.$disconnect();
      // Where Prisma was asked for nothing, it has not closed anything either.
      handle().close();
      lock.release();
    },
  };
}

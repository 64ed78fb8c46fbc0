import type Database from "better-sqlite3";

/** How long a statement waits for another process's write before it fails, in milliseconds. */
const busyTimeoutMs = 5_000;

/**
 * Settings of every connection that writes. FULL, since an acknowledged answer survives a power loss too;
 * SQLite's own default for the page cache is too small for a million cards.
 */
export function setPragmas(database: Database.Database): void {
  database.pragma(`busy_timeout = ${busyTimeoutMs}`);
  database.pragma("journal_mode = WAL");
  database.pragma("synchronous = FULL");
  database.pragma("fullfsync = ON"); // macOS alone: there an ordinary flush stops at the disk's own cache
  database.pragma("foreign_keys = ON");
  database.pragma("cache_size = -65536"); // kibibytes
  // Each batch of a group sets aside the pages that it changes: in memory, not in a temporary file.
  database.pragma("temp_store = MEMORY");
  // Pages: eight times SQLite's own, so that a page which many answers change is copied into the database once, not after each few.
  database.pragma("wal_autocheckpoint = 8000");
  // After a large import the write-ahead log shrinks to this again, in bytes, instead of keeping its greatest size.
  database.pragma("journal_size_limit = 67108864");
}

/** What SQLite said when it could not do something. */
export interface SqliteError {
  /** Such as SQLITE_BUSY or SQLITE_CONSTRAINT_UNIQUE. */
  readonly code: string;
  readonly message: string;
}

/**
 * The error of SQLite that was thrown, or null if it was something else. By its name: the driver makes its errors from the class of
 * whoever loaded it first in this process, so `instanceof` holds there alone.
 */
export function asSqliteError(error: unknown): SqliteError | null {
  if (typeof error !== "object" || error === null || !("name" in error && "code" in error && "message" in error)) return null;
  const { name, code, message } = error;
  return name === "SqliteError" && typeof code === "string" && typeof message === "string" ? { code, message } : null;
}

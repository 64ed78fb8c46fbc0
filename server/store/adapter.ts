import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import type { SqlDriverAdapter, SqlDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import type Database from "better-sqlite3";
import { setPragmas } from "./pragmas.js";

/** Prisma's adapter, and the connection that it and db.ts share. */
export interface SharedAdapter {
  readonly factory: SqlDriverAdapterFactory;
  /** The open connection; another one after a reconnect. Throws before `open`. */
  readonly handle: () => Database.Database;
  /** Connects. Prisma takes the same connection when its first query asks for one: starting its engine takes longer than this. */
  readonly open: () => Promise<void>;
}

/**
 * Prisma's adapter for `file` with one connection, whose handle is shared. It opens no transactions: while one is open, another
 * request's plain write would run inside it, and be lost when it rolls back (docs/decisions/0002-no-prisma-transactions.md).
 */
export function shareAdapter(file: string): SharedAdapter {
  const original = new PrismaBetterSqlite3({ url: file }, { timestampFormat: "unixepoch-ms" });
  let adapter: SqlDriverAdapter | undefined;
  const openOnce = async (): Promise<SqlDriverAdapter> => {
    if (adapter !== undefined && handleOf(adapter).open) return adapter;
    adapter = withoutTransactions(await original.connect());
    setPragmas(handleOf(adapter));
    return adapter;
  };
  return {
    // eslint-disable-next-line no-restricted-syntax -- the adapter's own method, no nested write
    factory: { provider: original.provider, adapterName: original.adapterName, connect: openOnce },
    handle: () => {
      if (adapter === undefined) throw new Error("The database is not connected yet.");
      return handleOf(adapter);
    },
    open: async () => void (await openOnce()),
  };
}

/** The adapter keeps its connection in a property that its published type leaves out. */
function handleOf(adapter: SqlDriverAdapter): Database.Database {
  return (adapter as SqlDriverAdapter & { readonly client: Database.Database }).client;
}

function withoutTransactions(adapter: SqlDriverAdapter): SqlDriverAdapter {
  adapter.startTransaction = () =>
    Promise.reject(
      new Error("This Prisma call opens a transaction, in which other requests' writes could be lost: use db.batch."),
    );
  // As many values as SQLite binds: Prisma would cut longer lists into pieces, inside a transaction, for reads too.
  adapter.getConnectionInfo = () => ({ maxBindValues: 32_766, supportsRelationJoins: false });
  return adapter;
}

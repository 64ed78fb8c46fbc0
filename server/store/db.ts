import type Database from "better-sqlite3";
import { ConflictError } from "../domain/errors.js";

/** A value that SQLite stores as it is; instants are numbers of milliseconds, booleans 0 and 1. */
type SqlValue = string | number | bigint | Uint8Array | null;

/** One statement of a batch; its text is constant (values are parameters, lists go through json_each), since it is kept prepared. */
export interface Statement {
  readonly sql: string;
  readonly parameters: readonly SqlValue[] | Readonly<Record<string, SqlValue>>;
  /** Exact number of rows that must change, else the whole batch fails with a ConflictError and changes nothing. */
  readonly changes?: number;
}

/** What a statement did. */
interface StatementResult {
  readonly changes: number;
  readonly lastInsertRowid: number;
}

/** A query, prepared. Integers beyond 2^53 come back inexact. */
interface Query<Row> {
  get(...parameters: readonly (SqlValue | Readonly<Record<string, SqlValue>>)[]): Row | undefined;
  all(...parameters: readonly (SqlValue | Readonly<Record<string, SqlValue>>)[]): Row[];
}

/** The database as `store/` uses it beside Prisma's client. */
export interface Db {
  /**
   * Applies all statements in order, or none. Resolves once they are durable. Batches that arrive in one turn of the event loop
   * share a commit, in the order of their arrival. Rejects with ConflictError when a guard (`changes`) fails, else with SQLite's error.
   */
  batch(statements: readonly Statement[]): Promise<readonly StatementResult[]>;
  /** Prepares a query once for its text, which is constant. For `store/read`. */
  prepare<Row>(sql: string): Query<Row>;
  /**
   * Gives what `read`, which waits for nothing, gives: all its queries see the database at one moment, and take SQLite's lock once
   * rather than each (a fifth of the time of ten small ones).
   */
  snapshot<Result>(read: () => Result): Result;
  /** A number that changes when another connection has changed the database: a cache that saw a different one is stale. */
  dataVersion(): number;
}

/** A Db, and the way to its end. */
export interface ClosableDb extends Db {
  /** Refuses new batches; resolves when those already queued have been settled. */
  drain(): Promise<void>;
}

interface Queued {
  readonly statements: readonly Statement[];
  readonly resolve: (results: readonly StatementResult[]) => void;
  readonly reject: (error: unknown) => void;
}

type Outcome = { readonly results: readonly StatementResult[] } | { readonly error: unknown };

/** A Db on the connection that `handle` gives; statements are prepared anew when that is another one. */
export function createDb(handle: () => Database.Database): ClosableDb {
  const prepared = cachePerHandle(handle, prepareStatement);
  const queries = cachePerHandle(handle, prepareQuery);
  let queue: Queued[] = [];
  let closed = false;
  let flushed: Promise<void> = Promise.resolve();

  const flush = () => {
    const group = queue;
    queue = [];
    commitGroup(handle(), prepared, group);
  };

  return {
    batch: (statements) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(new Error("The database is closed."));
        if (queue.length === 0) flushed = new Promise((done) => setImmediate(() => (flush(), done())));
        queue.push({ statements, resolve, reject });
      }),
    // The row's shape is a promise of the one who wrote the SQL.
    prepare: <Row>(sql: string) => queries(sql) as Query<Row>,
    snapshot: (read) => {
      if (handle().inTransaction) return read();
      prepared("BEGIN").run();
      try {
        return read();
      } finally {
        prepared("COMMIT").run();
      }
    },
    dataVersion: () => (prepared("PRAGMA data_version").get() as { data_version: number }).data_version,
    drain: () => {
      closed = true;
      return flushed;
    },
  };
}

type Prepare = (sql: string) => Database.Statement<unknown[], unknown>;

/** Far more texts than the code contains; reaching it means that some text is not constant, and must not eat the memory. */
const cachedTextLimit = 2_000;

/** Makes something of each SQL text once, and again when the handle is another one. */
function cachePerHandle<Made>(handle: () => Database.Database, make: (database: Database.Database, sql: string) => Made) {
  let cache = new Map<string, Made>();
  let owner: Database.Database | undefined;
  return (sql: string): Made => {
    const database = handle();
    if (owner !== database || cache.size >= cachedTextLimit) {
      cache = new Map();
      owner = database;
    }
    const known = cache.get(sql);
    if (known !== undefined) return known;
    const made = make(database, sql);
    cache.set(sql, made);
    return made;
  };
}

/** The shared connection gives BigInt for every integer, as Prisma wants it; ours are numbers. */
function prepareStatement(database: Database.Database, sql: string): Database.Statement<unknown[], unknown> {
  return database.prepare<unknown[], unknown>(sql).safeIntegers(false);
}

/** Rows are made here from bare values: better-sqlite3 makes them as hash tables, which take twice the time to make and to read. */
function prepareQuery(database: Database.Database, sql: string): Query<unknown> {
  const statement = prepareStatement(database, sql).raw();
  const names = statement.columns().map(({ name }) => name);
  const empty = emptyRow(names);
  const rowOf = (values: unknown): unknown => {
    const row = { ...empty };
    (values as readonly unknown[]).forEach((value, index) => (row[names[index] ?? ""] = value)); // raw: a value for each column
    return row;
  };
  return {
    get: (...parameters) => {
      const values = statement.get(...parameters);
      return values === undefined ? undefined : rowOf(values);
    },
    all: (...parameters) => statement.all(...parameters).map(rowOf),
  };
}

/** Parsed, not assembled: V8 then gives it a fixed shape, which its copies share. */
function emptyRow(names: readonly string[]): Record<string, unknown> {
  return JSON.parse(JSON.stringify(Object.fromEntries(names.map((name) => [name, null])))) as Record<string, unknown>;
}

/** Runs every batch of the group in its own savepoint, commits them together, then settles them. */
function commitGroup(database: Database.Database, prepare: Prepare, group: readonly Queued[]): void {
  let outcomes: readonly Outcome[];
  try {
    prepare("BEGIN IMMEDIATE").run();
    outcomes = group.map(({ statements }) => runInSavepoint(database, prepare, statements));
    prepare("COMMIT").run();
  } catch (error) {
    if (database.inTransaction) database.exec("ROLLBACK");
    for (const { reject } of group) reject(error);
    return;
  }
  group.forEach((queued, index) => {
    const outcome = outcomes[index];
    if (outcome !== undefined && "results" in outcome) queued.resolve(outcome.results);
    else queued.reject(outcome?.error);
  });
}

function runInSavepoint(database: Database.Database, prepare: Prepare, statements: readonly Statement[]): Outcome {
  prepare("SAVEPOINT batch").run();
  try {
    const results = statements.map((statement) => runGuarded(prepare, statement));
    prepare("RELEASE batch").run();
    return { results };
  } catch (error) {
    // A full disk or an I/O error has rolled back the whole transaction: nothing of the group is left to commit.
    if (!database.inTransaction) throw error;
    prepare("ROLLBACK TO batch").run();
    prepare("RELEASE batch").run();
    return { error };
  }
}

function runGuarded(prepare: Prepare, { sql, parameters, changes }: Statement): StatementResult {
  const result = prepare(sql).run(parameters);
  if (changes !== undefined && result.changes !== changes)
    throw new ConflictError("This has changed since it was shown. Look at it again, then repeat what you wanted to do.");
  return { changes: result.changes, lastInsertRowid: Number(result.lastInsertRowid) };
}

/** What the migrations make, compared with schema.prisma, by Prisma's schema engine (a WebAssembly module: nothing is downloaded). */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import Database from "better-sqlite3";

const prismaFolder = fileURLToPath(new URL("..", import.meta.url));
const migrationsFolder = join(prismaFolder, "migrations");
const schemaPath = join(prismaFolder, "schema.prisma");
const schemaFiles = [{ path: schemaPath, content: readFileSync(schemaPath, "utf8") }];

/** Tables that Prisma does not know (full-text search, later) go here: the engine leaves them alone. */
const filters = { externalTables: [], externalEnums: [] };

/** SQL that leads from the migrations to schema.prisma, and whether they differ at all. */
export async function diffMigrationsAgainstSchema() {
  const scratch = mkdtempSync(join(tmpdir(), "deckhand-drift-"));
  try {
    const url = join(scratch, "scratch.db");
    applyMigrations(url);
    return await diff(url);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Applies the migrations to `file` as `prisma migrate deploy` does; resolves with the names of those that it lacked. */
export async function deployMigrations(file) {
  const result = await withEngine(file, (engine) => engine.applyMigrations({ migrationsList: migrationsList(), filters }));
  return result.appliedMigrationNames;
}

function applyMigrations(file) {
  const database = new Database(file);
  for (const { sql } of readMigrations()) database.exec(sql);
  database.close();
}

function readMigrations() {
  return readdirSync(migrationsFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => ({ name, sql: readFileSync(join(migrationsFolder, name, "migration.sql"), "utf8") }));
}

function migrationsList() {
  const lockfile = "migration_lock.toml";
  return {
    baseDir: migrationsFolder,
    lockfile: { path: lockfile, content: readFileSync(join(migrationsFolder, lockfile), "utf8") },
    shadowDbInitScript: "",
    migrationDirectories: readMigrations().map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: "migration.sql", content: { tag: "ok", value: sql } },
    })),
  };
}

async function diff(url) {
  const result = await withEngine(url, (engine) =>
    engine.diff({
      from: { tag: "schemaDatasource", files: schemaFiles, configDir: prismaFolder },
      to: { tag: "schemaDatamodel", files: schemaFiles },
      script: true,
      exitCode: true,
      filters,
    }),
  );
  return { sql: result.stdout ?? "", differs: result.exitCode !== 0 };
}

/** The engine opens connections to the file `url` and never closes them: that is done here. */
async function withEngine(url, use) {
  await (loading ??= loadModule());
  const connections = [];
  const factory = bindMigrationAwareSqlAdapterFactory(withStandardQuotes(new PrismaBetterSqlite3({ url }), connections));
  const datamodels = schemaFiles.map(({ path, content }) => [path, content]);
  const engine = await bindings.SchemaEngine.new({ datamodels }, () => {}, factory);
  try {
    return await use(engine);
  } finally {
    engine.free();
    for (const connection of connections) await connection.dispose();
  }
}

/** The module's bindings know one instance at a time: a second one would be called with the first one's pointers. */
let loading;

async function loadModule() {
  const entry = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm");
  const bytes = readFileSync(entry.replace(/\.js$/, "_bg.wasm"));
  const { instance } = await globalThis.WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": bindings });
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
}

/** The engine asks about partial indexes with names in double quotes, which this SQLite takes for columns only. */
function withStandardQuotes(factory, connections) {
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => {
      const adapter = await factory.connect();
      connections.push(adapter);
      const queryRaw = adapter.queryRaw.bind(adapter);
      adapter.queryRaw = (query) => queryRaw({ ...query, sql: query.sql.replace(/\bname = "([^"]*)"/g, "name = '$1'") });
      return adapter;
    },
    connectToShadowDb: () => factory.connectToShadowDb(),
  };
}

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

/** Tables that Prisma does not know (full-text search, later): the engine leaves them alone. */
const externalTables = [];

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

function applyMigrations(file) {
  const database = new Database(file);
  const migrations = join(prismaFolder, "migrations");
  const names = readdirSync(migrations, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  for (const name of names) database.exec(readFileSync(join(migrations, name, "migration.sql"), "utf8"));
  database.close();
}

async function diff(url) {
  const path = join(prismaFolder, "schema.prisma");
  const files = [{ path, content: readFileSync(path, "utf8") }];
  const engine = await startEngine(files, url);
  try {
    const result = await engine.diff({
      from: { tag: "schemaDatasource", files, configDir: prismaFolder },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: true,
      filters: { externalTables, externalEnums: [] },
    });
    return { sql: result.stdout ?? "", differs: result.exitCode !== 0 };
  } finally {
    engine.free();
  }
}

async function startEngine(files, url) {
  const wasm = createRequire(import.meta.url)
    .resolve("@prisma/schema-engine-wasm")
    .replace(/\.js$/, "_bg.wasm");
  const { instance } = await globalThis.WebAssembly.instantiate(readFileSync(wasm), { "./schema_engine_bg.js": bindings });
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  const factory = bindMigrationAwareSqlAdapterFactory(withStandardQuotes(new PrismaBetterSqlite3({ url })));
  const datamodels = files.map(({ path, content }) => [path, content]);
  return bindings.SchemaEngine.new({ datamodels }, () => {}, factory);
}

/** The engine asks about partial indexes with names in double quotes, which this SQLite takes for columns only. */
function withStandardQuotes(factory) {
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => rewriting(await factory.connect()),
    connectToShadowDb: () => factory.connectToShadowDb(),
  };
}

function rewriting(adapter) {
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = (query) => queryRaw({ ...query, sql: query.sql.replace(/\bname = "([^"]*)"/g, "name = '$1'") });
  return adapter;
}

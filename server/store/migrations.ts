import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../root.js";

/** One step of the schema's history. */
export interface Migration {
  /** Its folder's name, such as 20261121000000_create_everything: the order of names is the order of the steps. */
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the file, in hexadecimal, as Prisma computes it. */
  readonly checksum: string;
}

/** Where this version's migrations are. */
const migrationsFolder = join(projectRoot, "prisma", "migrations");

/** The migrations in `folder`, in order. */
export function readMigrations(folder: string = migrationsFolder): readonly Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const bytes = readFileSync(join(folder, name, "migration.sql"));
      return { name, sql: bytes.toString("utf8"), checksum: createHash("sha256").update(bytes).digest("hex") };
    });
}

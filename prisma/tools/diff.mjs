/**
 * Prints the SQL that leads from the migrations to schema.prisma: the draft of the next migration.
 * A table that it redefines loses what was written by hand (CHECK, WITHOUT ROWID, partial indexes, triggers): put it back.
 */
import { diffMigrationsAgainstSchema } from "./schema-engine.mjs";

const { sql } = await diffMigrationsAgainstSchema();
process.stdout.write(sql);

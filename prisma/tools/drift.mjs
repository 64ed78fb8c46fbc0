/** Exits with 0 when the migrations make what schema.prisma says, else with 1 and the SQL that is missing. */
import { diffMigrationsAgainstSchema } from "./schema-engine.mjs";

const { sql, differs } = await diffMigrationsAgainstSchema();
if (differs) {
  console.error(`The migrations and schema.prisma differ. What leads from the one to the other:\n\n${sql}`);
  process.exitCode = 1;
}

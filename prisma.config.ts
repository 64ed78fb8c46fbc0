import { defineConfig } from "prisma/config";

/** For Prisma's command line, which only generates the client: the server applies its migrations itself (server/store/migrate.ts). */
export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  datasource: { url: "file:./data/deckhand.db" },
});

// `npm run fuzz` runs the same property tests with many more cases (test/support/runs.ts).
if (process.env.npm_lifecycle_event === "fuzz") process.env.FUZZ = "1";

/** Jest runs the TypeScript sources as ES modules; esbuild strips the types (see test/support). */
export default {
  testEnvironment: "node",
  roots: ["<rootDir>/test"],
  testMatch: ["**/*.test.ts"],
  extensionsToTreatAsEsm: [".ts"],
  transform: { "\\.ts$": "<rootDir>/test/support/esbuild-transformer.cjs" },
  resolver: "<rootDir>/test/support/resolve-typescript.cjs",
  globalSetup: "<rootDir>/test/support/build-once.mjs",
  testTimeout: 60_000,
};

import eslint from "@eslint/js";
import tseslint from "typescript-eslint";

/** The import rule of CONTRIBUTING.md: a folder may import from the folders named, from packages, and from itself. */
const layers = {
  domain: [],
  packages: ["domain"],
  store: ["domain"],
  secrets: ["domain"],
  workers: ["packages", "store/read", "store/open", "store/copy", "domain"],
  operations: ["store", "secrets", "workers", "domain"],
  security: ["operations", "store/read", "store/open", "secrets", "domain"],
  routes: ["operations", "store/read", "store/open", "workers", "security", "secrets", "domain"],
  cli: ["operations", "store", "workers", "secrets", "domain"],
};

/** What stands beside the folders of server/ belongs to the programs; the layers below them are given what they need. */
const programs = ["app", "assets", "config", "log", "main", "notes-at-start", "views"];
const programLayers = ["routes", "security", "cli"];

const sealed = [
  { regex: "^ts-fsrs$", allowedIn: ["domain/schedule.ts"], message: "ts-fsrs is imported in server/domain/schedule.ts only." },
  {
    regex: "^better-sqlite3$",
    allowedIn: ["store/", "packages/"],
    message: "better-sqlite3 is imported in store/ and packages/ only.",
  },
  { regex: "^@prisma/|generated/", allowedIn: ["store/"], message: "Prisma is imported in store/ only." },
  {
    regex: "^express$",
    allowedIn: ["routes/", "security/", "app.ts"],
    message: "Express is imported by routes/, security/ and app.ts only.",
  },
];

/** Prisma calls that open a transaction of their own, in which other requests' writes would be lost (docs/decisions). */
const noPrismaTransactions = {
  "no-restricted-syntax": [
    "error",
    {
      selector:
        "CallExpression[callee.property.name=/^(upsert|createMany|createManyAndReturn|updateManyAndReturn|\\$transaction)$/]",
      message: "This opens a Prisma transaction, in which other requests' writes would be lost: use store.db.batch.",
    },
    {
      selector: "Property[key.name=/^(connect|connectOrCreate|createMany)$/]",
      message: "Nested writes open a Prisma transaction: use store.db.batch.",
    },
  ],
};

const domainIsPure = {
  "no-restricted-globals": ["error", "process", "setTimeout", "setInterval", "fetch"],
  "no-restricted-properties": [
    "error",
    { object: "Date", property: "now", message: "`now` is a parameter in domain/." },
    { object: "Math", property: "random", message: "Randomness is a parameter in domain/." },
  ],
  "no-restricted-syntax": [
    "error",
    { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: "`now` is a parameter in domain/." },
    {
      selector: "ImportDeclaration[source.value=/^node:(?!crypto$)/]",
      message: "domain/ does no I/O; of Node it uses hashes only.",
    },
  ],
};

export default tseslint.config(
  { ignores: ["dist", "server/store/generated", "node_modules", "data", "test/fixtures", "**/*.d.ts"] },
  eslint.configs.recommended,
  {
    files: ["**/*.ts"],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { arguments: false } }],
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/require-await": "off",
      "no-restricted-exports": ["error", { restrictDefaultExports: { direct: true, named: true, defaultFrom: true } }],
      eqeqeq: ["error", "always", { null: "ignore" }],
    },
  },
  ...Object.keys(layers).map((layer) => ({
    files: [`server/${layer}/**/*.ts`],
    rules: { "no-restricted-imports": ["error", { patterns: importPatterns(layer) }] },
  })),
  {
    files: ["server/**/*.ts"],
    rules: { "max-lines": ["error", { max: 250 }], "max-lines-per-function": ["error", { max: 60 }], ...noPrismaTransactions },
  },
  { files: ["server/domain/**/*.ts"], rules: domainIsPure },
  {
    files: ["server/domain/schedule.ts"],
    rules: { "no-restricted-imports": ["error", { patterns: importPatterns("domain", "domain/schedule.ts") }] },
  },
  { files: ["test/**/*.ts", "*.config.ts"], rules: { "no-restricted-exports": "off" } },
  {
    files: ["**/*.mjs", "**/*.cjs"],
    languageOptions: {
      globals: {
        process: "readonly",
        console: "readonly",
        Buffer: "readonly",
        URL: "readonly",
        require: "readonly",
        module: "writable",
      },
    },
  },
  {
    files: ["views/assets/**/*.js"],
    languageOptions: {
      sourceType: "script",
      globals: Object.fromEntries(
        [
          "document",
          "window",
          "navigator",
          "location",
          "performance",
          "Intl",
          "setInterval",
          "setTimeout",
          "clearTimeout",
          "HTMLElement",
          "HTMLFormElement",
          "Event",
          "history",
          "requestAnimationFrame",
          "matchMedia",
          "localStorage",
          "sessionStorage",
          "htmx",
          "fetch",
          "CSS",
          "console",
          "URL",
          "URLSearchParams",
          "FormData",
          "MutationObserver",
          "HTMLInputElement",
          "HTMLTextAreaElement",
          "HTMLSelectElement",
          "HTMLButtonElement",
        ].map((name) => [name, "readonly"]),
      ),
    },
  },
);

/** What `layer` may not import, as patterns of no-restricted-imports over relative specifiers. */
function importPatterns(layer, file = `${layer}/`) {
  const ours = Object.keys(layers);
  const whole = layers[layer].filter((entry) => !entry.includes("/"));
  const parts = layers[layer].filter((entry) => entry.includes("/"));
  const closed = ours.filter((folder) => folder !== layer && !whole.includes(folder));
  const patterns = closed.map((folder) => {
    const open = parts.filter((part) => part.startsWith(`${folder}/`)).map((part) => part.slice(folder.length + 1));
    const except = open.length > 0 ? `(?!(?:${open.join("|")})(?:/|\\.js$))` : "";
    return {
      regex: `^\\.\\.(?:/\\.\\.)*/${folder}/${except}`,
      message: `${layer}/ may not import from ${folder}/ (CONTRIBUTING.md, import rule).`,
    };
  });
  const seals = sealed
    .filter(({ allowedIn }) => !allowedIn.some((place) => file.startsWith(place)))
    .map(({ regex, message }) => ({ regex, message, allowTypeImports: true }));
  const beside = programLayers.includes(layer) ? [] : layer === "domain" ? [...programs, "root"] : programs;
  const outside = [
    ...(beside.length > 0 ? [`^(?:\\.\\./)+(?:${beside.join("|")})\\.js$`] : []),
    ...(layer === "routes" ? [] : ["^(?:\\.\\./)+views/"]),
  ].map((regex) => ({ regex, message: `${layer}/ may not import this (CONTRIBUTING.md, import rule).` }));
  return [...patterns, ...outside, ...seals];
}

import type { ParseArgsConfig } from "node:util";

/** Values of a command's options, as node:util gives them. */
type OptionValues = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;

/** One command: what it takes, and what it does. */
export interface Command {
  /** How it is called, behind `deckhand`. */
  readonly usage: string;
  readonly purpose: string;
  readonly options?: NonNullable<ParseArgsConfig["options"]>;
  /** How many words it takes besides its name, at least and at most. */
  readonly positionals: readonly [number, number];
  /** Resolves to the exit status: 0 done, 1 refused, 2 wrong usage. */
  readonly run: (words: readonly string[], options: OptionValues) => Promise<number>;
}

/** The words of a command are wrong; answered with how it is used, and status 2. */
export class UsageError extends Error {
  constructor(
    message: string,
    readonly usage: string,
  ) {
    super(message);
    this.name = "UsageError";
  }
}

const json = { json: { type: "boolean" } } as const;

/** Every command by its name. Each is loaded when it is called, so that none waits for another's packages. */
export const commands: Readonly<Record<string, Command>> = {
  serve: {
    usage: "serve",
    purpose: "start the server (npm start runs this)",
    positionals: [0, 0],
    run: async () => (await import("./serve.js")).serve(),
  },
  "notes check": {
    usage: "notes check PATH [--json] [--quiet] [--watch]",
    purpose: "show the cards that a file or folder of notes makes, and what is wrong with it (status 1), without the database",
    options: { ...json, quiet: { type: "boolean" }, watch: { type: "boolean" } },
    positionals: [1, 1],
    run: async ([path = ""], options) => {
      const request = { path, json: options.json === true, quiet: options.quiet === true };
      if (options.watch === true) return (await import("./watch-notes.js")).watchNotes(request);
      return (await import("./notes-check.js")).notesCheck(request);
    },
  },
  "notes report": {
    usage: "notes report PATH [--json]",
    purpose: "measure how well notes are turned into cards",
    options: json,
    positionals: [1, 1],
    run: async ([path = ""], options) => (await import("./notes-report.js")).notesReport({ path, json: options.json === true }),
  },
  "notes sync": {
    usage: "notes sync [PATH] [--dry-run] [--json]",
    purpose: "bring the notes into the database",
    options: { ...json, "dry-run": { type: "boolean" } },
    positionals: [0, 1],
    run: async ([path], options) =>
      (await import("./notes-sync.js")).notesSync({
        ...(path === undefined ? {} : { path }),
        dryRun: options["dry-run"] === true,
        json: options.json === true,
      }),
  },
  user: {
    usage: "user add NAME [--owner] | list [--json] | password NAME | disable NAME | enable NAME",
    purpose: "people with an account; passwords are read from standard input",
    options: { ...json, owner: { type: "boolean" } },
    positionals: [1, 2],
    run: async (words, options) =>
      (await import("./user.js")).userCommand(words, { owner: options.owner === true, json: options.json === true }),
  },
  backup: {
    usage: "backup FILE",
    purpose: "copy the database to FILE, also while the server runs",
    positionals: [1, 1],
    run: async (words) => (await import("./backup.js")).backup(words),
  },
  restore: {
    usage: "restore FILE",
    purpose: "put a copy in the place of the database (the server must not run)",
    positionals: [1, 1],
    run: async (words) => (await import("./restore.js")).restore(words),
  },
  check: {
    usage: "check",
    purpose: "read the whole database and say whether it is in order",
    positionals: [0, 0],
    run: async () => (await import("./check.js")).check(),
  },
};

#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs, type ParseArgsConfig } from "node:util";
import { ConfigError } from "../config.js";
import { AppError } from "../domain/errors.js";
import { projectRoot } from "../root.js";
import { StartError } from "../store/start-error.js";
import { type Command, UsageError, commands } from "./commands.js";

// A reader that has seen enough (`| head`) is no fault.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

/** `deckhand COMMAND …`: finds the command, reads its options, and turns what it throws into a sentence and an exit status. */
process.exitCode = await run(process.argv.slice(2));

async function run(words: readonly string[]): Promise<number> {
  try {
    if (words.length === 1 && words[0] === "--version") return say(`${version()}\n`);
    const found = [words.slice(0, 2).join(" "), words[0] ?? ""].find((name) => Object.hasOwn(commands, name));
    const command = found === undefined ? undefined : commands[found];
    if (found === undefined || command === undefined) return help(words);
    const rest = words.slice(found.split(" ").length);
    if (rest.includes("--help") || rest.includes("-h")) return say(`deckhand ${command.usage}\n    ${command.purpose}\n`);
    return await dispatch(command, rest);
  } catch (error) {
    return explain(error);
  }
}

async function dispatch(command: Command, words: readonly string[]): Promise<number> {
  const config = {
    args: [...words],
    options: command.options ?? {},
    allowPositionals: true,
    strict: true,
  } satisfies ParseArgsConfig;
  let parsed: ReturnType<typeof parseArgs>;
  try {
    parsed = parseArgs(config);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), command.usage);
  }
  const { positionals, values } = parsed;
  const [least, most] = command.positionals;
  if (positionals.length < least || positionals.length > most) throw new UsageError("Wrong number of arguments.", command.usage);
  return command.run(positionals, values);
}

function help(words: readonly string[]): number {
  const asked = words.length === 0 || ["help", "--help", "-h"].includes(words[0] ?? "");
  const lines = Object.values(commands).map(({ usage, purpose }) => `  deckhand ${usage}\n      ${purpose}`);
  const text = `Deckhand: a daily quiz from your notes.\n\n${lines.join("\n")}\n`;
  if (asked) return say(text);
  process.stderr.write(`There is no command "${words.join(" ")}".\n\n${text}`);
  return 2;
}

function say(text: string): number {
  process.stdout.write(text);
  return 0;
}

function version(): string {
  const { version: found } = JSON.parse(readFileSync(join(projectRoot, "package.json"), "utf8")) as { version: string };
  return found;
}

function explain(error: unknown): number {
  if (error instanceof UsageError) {
    process.stderr.write(`${error.message}\nUsage: deckhand ${error.usage}\n`);
    return 2;
  }
  if (error instanceof ConfigError) {
    process.stderr.write(`The configuration is not right:\n${error.faults.map((fault) => `  ${fault}\n`).join("")}`);
    return 1;
  }
  if (error instanceof AppError || error instanceof StartError) {
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
  process.stderr.write(
    `This is a fault in Deckhand: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  return 1;
}

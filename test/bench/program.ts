/** Starts the programs that a benchmark compares, each as a process of its own, and ends them. */
import { spawn, type ChildProcess } from "node:child_process";
import { join } from "node:path";
import { projectRoot } from "../../server/root.js";
import { freePort } from "../support/free-port.js";

export interface Program {
  readonly url: string;
  readonly process: ChildProcess;
  /** Ends it with `signal` and waits until it is gone. */
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/** The compiled server on `databaseFile` with no notes; resolves when it answers. */
export async function startDeckhand(databaseFile: string, notesDir: string): Promise<Program> {
  const port = await freePort();
  const main = join(projectRoot, "dist", "server", "cli", "main.js");
  const environment = { PORT: String(port), DATABASE_URL: `file:${databaseFile}`, NOTES_DIR: notesDir, LOG_LEVEL: "error" };
  const program = start(process.execPath, [main, "serve"], environment, `http://127.0.0.1:${port}`);
  let said = "";
  program.process.stderr?.setEncoding("utf8").on("data", (text: string) => (said += text));
  await untilAnswers(`${program.url}/login`, program.process, () => said);
  return program;
}

/** The reference program on `databaseFile`. */
export async function startReference(databaseFile: string): Promise<Program> {
  const script = join(projectRoot, "test", "bench", "reference-answer.ts");
  const child = spawn(process.execPath, ["--import", "tsx", script, databaseFile], {
    cwd: projectRoot,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const port = await new Promise<string>((resolve, reject) => {
    child.stdout.once("data", (text: Buffer) => resolve(text.toString().trim()));
    child.once("exit", () => reject(new Error("The reference program ended early.")));
  });
  return withStop(child, `http://127.0.0.1:${port}`);
}

function start(command: string, words: readonly string[], environment: Readonly<Record<string, string>>, url: string): Program {
  return withStop(
    spawn(command, words, { cwd: projectRoot, env: { ...process.env, ...environment }, stdio: ["ignore", "inherit", "pipe"] }),
    url,
  );
}

function withStop(child: ChildProcess, url: string): Program {
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  return {
    url,
    process: child,
    stop: (signal = "SIGTERM") => {
      child.kill(signal);
      return gone;
    },
  };
}

async function untilAnswers(url: string, child: ChildProcess, said: () => string): Promise<void> {
  for (let attempt = 0; attempt < 1_000; attempt++) {
    if (child.exitCode !== null) throw new Error(`The server ended before it answered: ${said()}`);
    const answered = await fetch(url, { redirect: "manual" }).then(
      (response) => response.status < 500,
      () => false,
    );
    if (answered) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`Nothing answered at ${url} for 20 seconds.`);
}

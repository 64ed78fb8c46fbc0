import { spawn, type ChildProcess } from "node:child_process";
import { join } from "node:path";
import { projectRoot } from "../../server/root.js";
import { closeAfterTest } from "./store.js";

/** The compiled command line, running as a process of its own. */
export interface DeckhandProcess {
  readonly child: ChildProcess;
  /** All that it has written to standard error so far. */
  readonly stderr: () => string;
  readonly stdout: () => string;
  /** Resolves with its exit status (null after a signal) when it has ended. */
  readonly ended: Promise<number | null>;
}

/** Runs `deckhand …` with `env` besides the environment; it is killed after the test if it still runs. */
export function runDeckhand(words: readonly string[], env: Readonly<Record<string, string>> = {}): DeckhandProcess {
  const main = join(projectRoot, "dist", "server", "cli", "main.js");
  const child = spawn(process.execPath, [main, ...words], { env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
  const written = { stdout: "", stderr: "" };
  child.stdout.on("data", (text: Buffer) => (written.stdout += text.toString()));
  child.stderr.on("data", (text: Buffer) => (written.stderr += text.toString()));
  const ended = new Promise<number | null>((resolve) => child.once("close", (status) => resolve(status)));
  closeAfterTest({
    close: async () => {
      if (child.exitCode === null && child.signalCode === null) child.kill("SIGKILL");
      await ended;
    },
  });
  return { child, stderr: () => written.stderr, stdout: () => written.stdout, ended };
}

/** Waits until the server at `url` answers. Throws after twenty seconds, or when the process has ended. */
export async function untilAnswers(url: string, { child, stderr }: DeckhandProcess): Promise<void> {
  for (let attempt = 0; attempt < 400; attempt++) {
    const answered = await fetch(url, { redirect: "manual" }).then(
      () => true,
      () => false,
    );
    if (answered) return;
    if (child.exitCode !== null) throw new Error(`It ended before it answered: ${stderr()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`Nothing answered at ${url}: ${stderr()}`);
}

/** Waits until the process has written what `pattern` matches to standard output. Throws after twenty seconds, or when it has ended. */
export async function untilPrinted({ child, stdout, stderr }: DeckhandProcess, pattern: RegExp): Promise<void> {
  for (let attempt = 0; attempt < 400; attempt++) {
    if (pattern.test(stdout())) return;
    if (child.exitCode !== null) throw new Error(`It ended before it printed ${pattern.source}: ${stderr()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`It never printed ${pattern.source}, but: ${stdout()}`);
}

import { watch } from "chokidar";
import { AppError } from "../domain/errors.js";
import { notesCheck, type CheckRequest } from "./notes-check.js";

/** Editors write a file in several steps; a check waits so long after the last of them, in milliseconds. */
const settleMs = 150;

/**
 * `deckhand notes check PATH --watch`: checks now and after each change below the path, until it is interrupted. What cannot be read is said, and
 * looked at again after the next change. Resolves to 0.
 */
export async function watchNotes(request: CheckRequest): Promise<number> {
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  const check = (): void => {
    running = running.then(() => checkOnce(request));
  };
  const watcher = watch(request.path, {
    ignoreInitial: true,
    ignored: (path) => /(?:^|[\\/])(?:\.[^\\/.]|node_modules)/.test(path),
  });
  watcher.on("all", () => {
    clearTimeout(timer);
    timer = setTimeout(check, settleMs);
  });
  check();
  await new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
  clearTimeout(timer);
  await watcher.close();
  await running;
  return 0;
}

async function checkOnce(request: CheckRequest): Promise<void> {
  try {
    await notesCheck(request);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    process.stderr.write(`${error.message}\n`);
  }
  if (!request.json) process.stdout.write(`— ${request.path}, waiting for changes (Ctrl-C ends)\n\n`);
}

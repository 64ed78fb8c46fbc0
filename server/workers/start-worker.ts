import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { projectRoot } from "../root.js";

/**
 * Starts the worker `name` of this folder, with `input` as its workerData, from its compiled file: Node 20 starts no worker from TypeScript.
 * After a change of the sources, `npm run build` is needed (the tests do it by themselves).
 */
export function startWorker(name: string, input: unknown): Worker {
  return new Worker(join(projectRoot, "dist", "server", "workers", `${name}.js`), { workerData: input });
}

/** Resolves when `worker` has ended by itself; rejects with what it threw. */
export function untilEnded(worker: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.once("error", reject);
    worker.once("exit", (status) => (status === 0 ? resolve() : reject(new Error(`A worker ended with status ${status}.`))));
  });
}

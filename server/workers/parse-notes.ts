import { once } from "node:events";
import type { Worker } from "node:worker_threads";
import type { NoteToRead, ReadDocument } from "../domain/markdown/generate.js";
import type { ParsedDocument, Problem } from "../domain/markdown/model.js";
import type { NotesAnswer, NotesRequest } from "./notes-messages.js";
import { startWorker } from "./start-worker.js";

/** A note that takes longer is given up; in milliseconds. */
const longestParseMs = 1_000;

/** Reads notes in a worker of its own, one after another. */
export interface NotesParser {
  /** The note, or why it could not be read. */
  readonly parse: (note: NoteToRead) => Promise<ReadDocument | Problem>;
  /** Applies the gates that need a whole deck. */
  readonly gate: (documents: readonly ReadDocument[]) => Promise<readonly ParsedDocument[]>;
  readonly end: () => Promise<void>;
}

/** Starts a worker that reads notes. A note that takes too long ends it; the next one gets a new worker. */
export function startNotesParser(limitMs = longestParseMs): NotesParser {
  let worker: Promise<Worker> | null = null;
  const ready = (): Promise<Worker> => (worker ??= startReady());
  const end = async (): Promise<void> => {
    const running = worker;
    worker = null;
    await (await running)?.terminate();
  };
  return {
    parse: async (note) => {
      const answer = await ask(await ready(), { kind: "parse", note }, limitMs);
      if (answer?.kind === "parsed") return answer.document;
      if (answer?.kind === "unread") return answer.problem;
      await end();
      return {
        path: note.path,
        line: 1,
        message: "This note is too complex to read: it took longer than a second. Cut it into several notes.",
      };
    },
    gate: async (documents) => {
      const answer = await ask(await ready(), { kind: "gate", documents }, null);
      if (answer?.kind !== "gated") throw new Error("The worker that reads notes gave no answer.");
      return answer.documents;
    },
    end,
  };
}

async function startReady(): Promise<Worker> {
  const worker = startWorker("notes-worker", null);
  await once(worker, "message");
  return worker;
}

/** The answer to `request`, or `null` when it took longer than `limitMs` or more memory than there is. */
function ask(worker: Worker, request: NotesRequest, limitMs: number | null): Promise<NotesAnswer | null> {
  return new Promise((resolve) => {
    const settle = (answer: NotesAnswer | null): void => {
      if (timer) clearTimeout(timer);
      worker.off("message", settle).off("error", giveUp);
      resolve(answer);
    };
    const giveUp = (): void => settle(null);
    const timer = limitMs === null ? null : setTimeout(giveUp, limitMs);
    worker.on("message", settle).on("error", giveUp);
    worker.postMessage(request);
  });
}

import { parentPort } from "node:worker_threads";
import { generateDeck } from "../domain/markdown/deck.js";
import type { NoteToRead, ReadDocument } from "../domain/markdown/generate.js";
import { parseDocument } from "../domain/markdown/generate.js";
import { UnreadableNoteError } from "../domain/markdown/unreadable.js";
import type { NotesAnswer, NotesRequest } from "./notes-messages.js";

const port = parentPort;
if (!port) throw new Error("This file is a worker: start it through read-notes.ts.");

port.on("message", (request: NotesRequest) => port.postMessage(answerTo(request)));
port.postMessage({ kind: "ready" } satisfies NotesAnswer);

function answerTo(request: NotesRequest): NotesAnswer {
  switch (request.kind) {
    case "parse":
      return parse(request.note);
    case "gate":
      return { kind: "gated", documents: generateDeck(request.documents) };
  }
}

/** One note that the generator fails at must not keep the others from being read. */
function parse(note: NoteToRead): NotesAnswer {
  const { path } = note;
  try {
    const document: ReadDocument = parseDocument(note);
    return { kind: "parsed", document };
  } catch (error) {
    if (error instanceof UnreadableNoteError)
      return { kind: "unread", problem: { path, line: error.line, message: error.message } };
    const reason = error instanceof Error ? error.message : String(error);
    return {
      kind: "unread",
      problem: { path, line: 1, message: `This note could not be read, by a fault in Deckhand: ${reason}.` },
    };
  }
}

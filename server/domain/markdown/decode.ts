import { UnreadableNoteError } from "./unreadable.js";

/** A note may be so large, in bytes. */
const largestNoteBytes = 1_000_000;

/** Text of a note's bytes: UTF-8, NFC, `\n` line ends, no byte order mark. Throws UnreadableNoteError for anything else, and for nothing. */
export function decodeNote(bytes: Uint8Array): string {
  if (bytes.byteLength > largestNoteBytes) {
    throw new UnreadableNoteError("This note is larger than 1 MB. Cut it into several notes.", 1);
  }
  const text = decodeUtf8(bytes).replace(/\r\n?/g, "\n").normalize("NFC");
  if (text.trim() === "") throw new UnreadableNoteError("This note is empty. Write something in it, or delete the file.", 1);
  return text;
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new UnreadableNoteError("This note is not UTF-8 text. Save it as UTF-8.", firstBadLine(bytes));
  }
}

function firstBadLine(bytes: Uint8Array): number {
  const before = new TextDecoder("utf-8").decode(bytes).split("\uFFFD", 1)[0] ?? "";
  return before.split("\n").length;
}

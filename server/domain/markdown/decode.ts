import { UnreadableNoteError } from "./unreadable.js";

/** A note may be so large, in bytes. */
const largestNoteBytes = 1_000_000;

/** A note's text, and what is odd about its bytes. */
export interface Decoded {
  /** NFC, `\n` line ends, no byte order mark. */
  readonly text: string;
  readonly problems: readonly { readonly line: number; readonly message: string }[];
}

/** Reads a note's bytes as UTF-8. Throws UnreadableNoteError for anything else, and for nothing. */
export function decodeNote(bytes: Uint8Array): Decoded {
  if (bytes.byteLength > largestNoteBytes) {
    throw new UnreadableNoteError("This note is larger than 1 MB. Cut it into several notes.", 1);
  }
  const written = decodeUtf8(bytes);
  const text = written.replace(/\r\n?/g, "\n").normalize("NFC");
  if (text.trim() === "") throw new UnreadableNoteError("This note is empty. Write something in it, or delete the file.", 1);
  return { text, problems: [...byteOrderMark(bytes), ...mixedLineEnds(written)] };
}

function byteOrderMark([first, second, third]: Uint8Array): Decoded["problems"] {
  const isThere = first === 0xef && second === 0xbb && third === 0xbf;
  return isThere
    ? [{ line: 1, message: "This note begins with a byte order mark. It is left out; save it as UTF-8 without one." }]
    : [];
}

/** The first line that ends otherwise than the line before it. */
function mixedLineEnds(written: string): Decoded["problems"] {
  if (!written.includes("\r")) return [];
  const ends = written.match(/\r\n?|\n/g) ?? [];
  const line = ends.findIndex((end) => end !== ends[0]) + 1;
  return line === 0
    ? []
    : [
        {
          line,
          message:
            "The lines of this note end in different ways from here on. They are read alike; let your editor make them one.",
        },
      ];
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

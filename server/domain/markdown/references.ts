import type { Token } from "markdown-it";
import { isRelative } from "./render/sanitize.js";

/** A file below the notes folder that a note shows or leads to. */
export interface Reference {
  readonly kind: "picture" | "note";
  /** Below the notes folder, `/`-separated, NFC; begins with `../` where it would be outside. */
  readonly path: string;
  /** As the note writes it. */
  readonly written: string;
  /** 1-based line of the block that it stands in. */
  readonly line: number;
}

/** The pictures that the note at `path` shows from beside it, and the notes that it links to, in its order. */
export function referencesOf(tokens: readonly Token[], path: string, linesAbove: number): Reference[] {
  return tokens.flatMap((token) =>
    (token.children ?? []).flatMap((child): Reference[] => {
      const written = String(
        (child.type === "image" ? child.attrGet("src") : child.type === "link_open" ? child.attrGet("href") : null) ?? "",
      );
      const kind = child.type === "image" ? "picture" : "note";
      const target = isRelative(written) ? targetOf(written, path) : null;
      if (target === null || (kind === "note" && !/\.(?:md|markdown)$/i.test(target))) return [];
      return [{ kind, path: target, written, line: (token.map?.[0] ?? 0) + 1 + linesAbove }];
    }),
  );
}

/** The path that a relative address means; `null` for one within the note, or that cannot be read. */
function targetOf(written: string, path: string): string | null {
  const bare = written.replace(/[?#].*$/, "");
  if (bare === "" || bare.startsWith("/")) return null;
  try {
    return joined(path.split("/").slice(0, -1), decodeURIComponent(bare).split("/")).normalize("NFC");
  } catch {
    return null; // a % that encodes nothing
  }
}

function joined(folder: readonly string[], steps: readonly string[]): string {
  const segments = [...folder];
  for (const step of steps) {
    if (step === ".." && segments.length > 0 && segments.at(-1) !== "..") segments.pop();
    else if (step !== "" && step !== ".") segments.push(step);
  }
  return segments.join("/");
}

import { createHash } from "node:crypto";
import type { Fact } from "../markdown/model.js";
import { norm } from "./normalise.js";

/**
 * SHA-256, hex, over what a note says: its family, term and body. Where it stands and how its cards are worded are no part of it, so
 * that moving a note, or a better generator, keeps every schedule.
 */
export function contentHash({ family, term, body }: Pick<Fact, "family" | "term" | "body">): string {
  return createHash("sha256")
    .update([family, norm(term), norm(body)].join("\0"))
    .digest("hex");
}

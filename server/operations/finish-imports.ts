import type { Store } from "../store/open.js";
import { selectOpenSyncs } from "../store/read/imports.js";
import { applyWaiting, removeUnpublished } from "./sync/finish.js";

/** A living import gives a sign more often than this; in milliseconds. */
const longestSilenceMs = 60_000;

/**
 * Brings imports to their end that a crash has interrupted: what was published is applied, what was not is removed without a trace, but
 * for one that gave a sign of life within the last minute (a command may be running).
 */
export async function finishInterruptedImports(store: Store, now: () => number): Promise<void> {
  for (const open of selectOpenSyncs(store)) {
    if (open.isPublished) await applyWaiting(store, open.id, now);
    else if (now() - open.aliveAt >= longestSilenceMs) await removeUnpublished(store, open);
  }
}

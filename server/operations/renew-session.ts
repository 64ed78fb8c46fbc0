import { updateSessionUse } from "../store/write/sessions.js";
import type { Act } from "./act.js";

/** Writes down that a session is in use, so that it lasts for another 90 days. */
export async function renewSession({ store, learnerId, now }: Act, { sessionId }: { readonly sessionId: number }): Promise<void> {
  await store.db.batch([updateSessionUse(learnerId, sessionId, now)]);
}

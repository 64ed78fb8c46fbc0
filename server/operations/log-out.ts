import { deleteSession } from "../store/write/sessions.js";
import type { Act } from "./act.js";

/** Ends one session of the learner; the others go on. */
export async function logOut({ store, learnerId }: Act, { sessionId }: { readonly sessionId: number }): Promise<void> {
  await store.db.batch([deleteSession(learnerId, sessionId)]);
}

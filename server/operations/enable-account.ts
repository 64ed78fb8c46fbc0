import { selectCredentials } from "../store/read/learners.js";
import { updateEnabled } from "../store/write/learners.js";
import { requireOwnership, type OwnerAct } from "./guards/ownership.js";

/** Lets somebody in again who was shut out, with the password that they had. Throws NotFoundError. */
export async function enableAccount(act: OwnerAct, { personId }: { readonly personId: number }): Promise<void> {
  requireOwnership(act);
  const { learnerId } = selectCredentials(act.store, personId);
  await act.store.db.batch([updateEnabled(learnerId)]);
}

import { deleteUnusedInvitation } from "../store/write/invitations.js";
import { requireOwnership, type OwnerAct } from "./guards/ownership.js";

/** Takes an invitation back. Throws ConflictError when it was used meanwhile, or is gone. */
export async function revokeInvitation(act: OwnerAct, { invitationId }: { readonly invitationId: number }): Promise<void> {
  requireOwnership(act);
  await act.store.db.batch([deleteUnusedInvitation(invitationId)]);
}

import { NotFoundError } from "../../domain/errors.js";
import { selectCredentials } from "../../store/read/learners.js";
import type { AnonymousAct } from "../act.js";

/** An act of an owner, or of somebody at the machine's command line (`learnerId` is null). */
export interface OwnerAct extends AnonymousAct {
  readonly learnerId: number | null;
}

/** Throws NotFoundError, as if there were nothing here, unless the act is an owner's or the command line's. */
export function requireOwnership({ store, learnerId }: OwnerAct): void {
  if (learnerId === null) return;
  const { role, disabledAt } = selectCredentials(store, learnerId);
  if (role !== "owner" || disabledAt !== null) throw new NotFoundError("There is nothing at this address.");
}

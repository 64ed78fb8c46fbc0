import type { Store } from "../store/open.js";

/** Who does something, when, and where it is kept: what every operation of a learner gets besides its input. */
export interface Act {
  readonly store: Store;
  readonly learnerId: number;
  /** The instant at which it happens, milliseconds since 1970 in UTC. */
  readonly now: number;
}

/** The same for what nobody in particular does: signing up, logging in. */
export type AnonymousAct = Omit<Act, "learnerId">;

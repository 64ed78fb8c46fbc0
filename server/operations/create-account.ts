import { admit, type Admission, type InvitationState, type Registration } from "../domain/admission.js";
import { ConflictError, ForbiddenError } from "../domain/errors.js";
import { invitationState } from "../domain/invitation.js";
import { parseLearnerName } from "../domain/learner-name.js";
import { defaultDayStartMinutes } from "../domain/learner.js";
import { parseFields } from "../domain/parse-fields.js";
import { parsePassword } from "../domain/password.js";
import { parseZone } from "../domain/zones.js";
import { hashPassword } from "../secrets/password-hash.js";
import { hashToken, isSameCode, newToken } from "../secrets/token.js";
import { onceMore } from "../store/once-more.js";
import type { Store } from "../store/open.js";
import { hasLearners } from "../store/read/learners.js";
import { selectOptionalInvitation } from "../store/read/invitations.js";
import { insertFirstLearner, insertLearner, type NewLearner } from "../store/write/learners.js";
import { updateInvitationUsed } from "../store/write/invitations.js";
import { insertFirstSession } from "../store/write/sessions.js";
import { insertFirstEnrolments } from "../store/write/first-enrolments.js";
import type { AnonymousAct } from "./act.js";
import { requireFreeName } from "./guards/free-name.js";

/** How a visitor comes to the door, and what is asked there. */
export interface Entry {
  readonly registration: Registration;
  /** The code that the server printed; null if it printed none. */
  readonly setupCode: string | null;
  readonly isFromThisMachine: boolean;
  /** The code that the visitor gives, "" for none. */
  readonly code: string;
  /** The token of the invitation that the visitor shows, "" for none. */
  readonly invitation: string;
}

/** What a new learner says of themselves; everything as typed. */
export interface NewAccount {
  readonly name: string;
  readonly password: string;
  readonly zone: string;
  readonly userAgent: string;
}

/**
 * Makes an account, with a preset and the shared decks, and logs it in: the first is its owner's, any other needs what
 * `registration` says. Of two who come at once with the same invitation, name, or as the first, one succeeds.
 * Throws ForbiddenError or ConflictError for who is not let in, ConflictError for a taken name, ValidationError for bad fields.
 */
export async function createAccount(
  { store, now }: AnonymousAct,
  entry: Entry,
  account: NewAccount,
): Promise<{ readonly learnerId: number; readonly token: string }> {
  refuseUnlessAdmitted(admission(store, now, entry));
  const learner = await prepareLearner(store, now, account);
  const token = newToken();
  const session = { tokenHash: hashToken(token), userAgent: account.userAgent, createdAt: now };
  const learnerId = await onceMore(async () => {
    const { as } = refuseUnlessAdmitted(admission(store, now, entry));
    requireFreeName(store, learner, null);
    const [inserted] = await store.db.batch([
      as === "first" ? insertFirstLearner(learner) : insertLearner(learner, "learner"),
      ...(as === "invited" ? [updateInvitationUsed(hashToken(entry.invitation), learner.nameKey, now)] : []),
      ...insertFirstEnrolments(learner.nameKey, now),
      insertFirstSession(learner.nameKey, session),
    ]);
    return inserted?.lastInsertRowid ?? 0;
  });
  return { learnerId, token };
}

/**
 * Checks what a new learner typed, and hashes their password.
 * Throws ValidationError with every field that is wrong, ConflictError when the name is taken.
 */
export async function prepareLearner(
  store: Store,
  now: number,
  typed: Pick<NewAccount, "name" | "password" | "zone">,
): Promise<NewLearner> {
  const { named, password, zone } = parseFields({
    named: () => parseLearnerName(typed.name),
    password: () => parsePassword(typed.password, typed.name, "password"),
    zone: () => parseZone(typed.zone),
  });
  requireFreeName(store, named, null);
  const passwordHash = await hashPassword(password);
  return { ...named, zone, passwordHash, dayStartMinutes: defaultDayStartMinutes, createdAt: now };
}

/** Whether, and as whom, a visitor may make an account now. */
export function admission(store: Store, now: number, entry: Entry): Admission {
  return admit({
    hasAccounts: hasLearners(store),
    registration: entry.registration,
    isFromThisMachine: entry.isFromThisMachine,
    isCodeRight: entry.setupCode !== null && isSameCode(entry.code, entry.setupCode),
    invitation: stateOf(store, now, entry.invitation),
  });
}

function stateOf(store: Store, now: number, token: string): InvitationState {
  if (token === "") return "none";
  const invitation = selectOptionalInvitation(store, hashToken(token));
  return invitation === null ? "unknown" : invitationState(invitation, now);
}

function refuseUnlessAdmitted(admission: Admission): Exclude<Admission, { as: "nobody" }> {
  if (admission.as !== "nobody") return admission;
  throw admission.because === "invitation" ? new ConflictError(admission.message) : new ForbiddenError(admission.message);
}

/**
 * Pages with forms. After a refusal (422, 409, 403, 429) the same page is rendered again: `problem` says what is wrong,
 * each field keeps what the person typed (passwords excepted) and says what is wrong with it.
 */
import type { Link, Page } from "../models.js";

/** A text or number as typed, and what is wrong with it. */
export interface Field {
  readonly value: string;
  readonly error: string | null;
}

/** A choice from a list; exactly one option is selected. */
export interface Choice {
  readonly options: readonly Option[];
  readonly error: string | null;
}

interface Option {
  readonly value: string;
  readonly label: string;
  readonly isSelected: boolean;
}

/** View "log-in/page"; POST /login {name, password, next}. */
export interface LogInPage extends Page {
  readonly problem: string | null;
  readonly name: Field;
  /** Where to go afterwards, an address on this site; "/" if nothing else. */
  readonly next: string;
  /** `/signup`; null while nobody can sign up without an invitation. */
  readonly signUp: Link | null;
}

/** View "sign-up/page"; POST /signup {name, password, zone, code?, invitation?}. */
export interface SignUpPage extends Page {
  readonly problem: string | null;
  /** The owner's account; by a link that works once; anybody's; or only words, since accounts are by invitation. */
  readonly view: "sign-up/first" | "sign-up/invitation" | "sign-up/open" | "sign-up/closed";
  /** Whether there is a form: false for "sign-up/closed" alone. */
  readonly isOpen: boolean;
  /** Nobody has an account yet, so there is no log-in to offer. */
  readonly isFirst: boolean;
  /** Why there is no form, and what to do; null when there is one. */
  readonly closedBecause: string | null;
  readonly name: Field;
  /** Why the password was refused; never its value. */
  readonly passwordError: string | null;
  readonly zone: Choice;
  /** "zone" lets the browser choose its own; null once the person has chosen. */
  readonly guess: "zone" | null;
  /** The one-time code, asked of the first owner from another machine; null when none is needed. */
  readonly code: Field | null;
  /** The invitation's token; null in the other variants. */
  readonly invitation: string | null;
}

/** View "settings/page". */
export interface SettingsPage extends Page {
  readonly profile: ProfileForm;
  readonly study: StudyForm;
  readonly password: PasswordForm;
}

/** POST /settings/profile {name, zone, dayStart, scheme}. */
export interface ProfileForm {
  readonly problem: string | null;
  readonly name: Field;
  readonly zone: Choice;
  /** "04:00": when a new day of study begins. */
  readonly dayStart: Field;
  /** "auto", "light", "dark". */
  readonly scheme: Choice;
}

/** POST /settings/study with the names below (`presetId` in a hidden field); an unticked box is not sent. */
export interface StudyForm {
  readonly problem: string | null;
  readonly presetId: number;
  /** Whether the further settings are unfolded: one of them is wrong. */
  readonly isFurtherOpen: boolean;
  /** Per cent, 70 to 99. */
  readonly desiredRetention: Field;
  readonly newPerDay: Field;
  readonly reviewsPerDay: Field;
  /** "1m 10m". */
  readonly learningSteps: Field;
  readonly relearningSteps: Field;
  readonly learnAheadMinutes: Field;
  readonly maximumIntervalDays: Field;
  readonly newOrder: Choice;
  readonly reviewOrder: Choice;
  /** New cards mixed with, before or after reviews. */
  readonly newMix: Choice;
  readonly buryNewSiblings: Tick;
  readonly buryReviewSiblings: Tick;
  readonly leechThreshold: Field;
  readonly leechAction: Choice;
}

interface Tick {
  readonly isTicked: boolean;
}

/** POST /settings/password {currentPassword, newPassword}. */
export interface PasswordForm {
  readonly problem: string | null;
  readonly currentError: string | null;
  readonly newError: string | null;
}

/** View "people/page", for owners. */
export interface PeoplePage extends Page {
  readonly problem: string | null;
  readonly people: readonly PersonRow[];
  readonly invitations: readonly InvitationRow[];
  /** The address of an invitation just made: the only time that it is shown. */
  readonly newInvitation: { readonly url: string; readonly expires: string } | null;
}

export interface PersonRow {
  readonly learnerId: number;
  readonly name: string;
  /** "Owner" or "Learner". */
  readonly role: string;
  /** "Here today", "Last here on 3 November", "Disabled since 1 October". */
  readonly presence: string;
  /** The reader's own row offers nothing. */
  readonly isSelf: boolean;
  readonly isDisabled: boolean;
  /** The role that the button gives: POST /people/:learnerId/role {role}; its words: "Make owner", "Make learner". */
  readonly otherRole: { readonly value: "owner" | "learner"; readonly label: string };
  /** What is wrong with a new password that was just refused: POST /people/:learnerId/password {newPassword}. */
  readonly passwordError: string | null;
}

/** POST /people/invitations makes one; POST /people/invitations/:invitationId/revoke ends it. */
export interface InvitationRow {
  readonly invitationId: number;
  /** "Made today by Ada". */
  readonly made: string;
  /** "Works until 27 November" or "Used by Ben on 2 November". */
  readonly state: string;
  readonly isOpen: boolean;
}

import type { Request } from "express";
import type { InvitationRow, PeoplePage, PersonRow } from "../../views/forms/models.js";
import { studyDay } from "../domain/day.js";
import { invitationState } from "../domain/invitation.js";
import { learnerOf } from "../security/session.js";
import { selectInvitations, type Invitation } from "../store/read/invitations.js";
import { selectPeople, type Person } from "../store/read/learners.js";
import type { LoggedIn } from "../store/read/sessions.js";
import type { Web } from "./context.js";
import { date } from "./words.js";

/** What has just happened, besides what is stored. */
export interface PeopleNews {
  /** An invitation that was just made: its address cannot be had again. */
  readonly made?: { readonly url: string; readonly expiresAt: number; readonly isForThisMachine: boolean };
  readonly problem?: string;
  /** A new password that was just refused, and for whom. */
  readonly refusedPassword?: { readonly personId: number; readonly error: string };
}

/** What the page is made of. */
interface PeopleFacts extends PeopleNews {
  /** The owner who looks at it. */
  readonly reader: LoggedIn;
  readonly now: number;
  readonly people: readonly Person[];
  readonly invitations: readonly Invitation[];
}

/** HTML of the page "people/page", for the owner who makes the request. */
export function renderPeople(web: Web, request: Request, news: PeopleNews = {}): string {
  const stored = { people: selectPeople(web.store), invitations: selectInvitations(web.store) };
  const model = peoplePage({ reader: learnerOf(request), now: web.now(), ...stored, ...news });
  return web.renderPage(request, "people/page", model);
}

/** The model of the page "people/page". */
function peoplePage(facts: PeopleFacts): PeoplePage {
  const { people, invitations, made } = facts;
  return {
    title: "People",
    problem: facts.problem ?? null,
    people: people.map((person) => personRow(person, facts)),
    invitations: invitations.map((invitation) => invitationRow(invitation, facts)),
    newInvitation: made === undefined ? null : { url: made.url, expires: expiry(made, facts) },
  };
}

function expiry({ expiresAt, isForThisMachine }: NonNullable<PeopleNews["made"]>, facts: PeopleFacts): string {
  const until = `it works until ${dateFor(facts, expiresAt)}`;
  return isForThisMachine ? `${until}, and on this machine only, until PUBLIC_URL says how others reach it` : until;
}

function personRow(person: Person, facts: PeopleFacts): PersonRow {
  const { learnerId, name, role, disabledAt } = person;
  const { refusedPassword } = facts;
  return {
    learnerId,
    name,
    role: role === "owner" ? "Owner" : "Learner",
    presence: presence(person, facts),
    isSelf: learnerId === facts.reader.learnerId,
    isDisabled: disabledAt !== null,
    otherRole: role === "owner" ? { value: "learner", label: "Make learner" } : { value: "owner", label: "Make owner" },
    passwordError: refusedPassword?.personId === learnerId ? refusedPassword.error : null,
  };
}

/** The use of a session is written down once a day only, so the words are no more exact than that. */
function presence({ disabledAt, lastUsedAt }: Person, facts: PeopleFacts): string {
  if (disabledAt !== null) return `Disabled since ${dateFor(facts, disabledAt)}`;
  if (lastUsedAt === null) return "Not logged in anywhere";
  return facts.now - lastUsedAt < 2 * dayMs ? "Here lately" : `Last here about ${dateFor(facts, lastUsedAt)}`;
}

function invitationRow(invitation: Invitation, facts: PeopleFacts): InvitationRow {
  const { invitationId, createdAt, madeBy } = invitation;
  return {
    invitationId,
    made: `Made ${dayFor(facts, createdAt)} by ${madeBy ?? "somebody who is gone"}`,
    state: stateOf(invitation, facts),
    isOpen: invitationState(invitation, facts.now) === "valid",
  };
}

function stateOf({ usedAt, usedBy, expiresAt }: Invitation, facts: PeopleFacts): string {
  if (usedAt !== null) return `Used by ${usedBy ?? "somebody who is gone"} ${dayFor(facts, usedAt)}`;
  return facts.now < expiresAt ? `Works until ${dateFor(facts, expiresAt)}` : `Expired ${dayFor(facts, expiresAt)}`;
}

/** "today", or "on 3 November", on the reader's calendar. */
function dayFor(facts: PeopleFacts, instant: number): string {
  const { zone } = facts.reader;
  return studyDay(instant, zone, 0) === studyDay(facts.now, zone, 0) ? "today" : `on ${dateFor(facts, instant)}`;
}

function dateFor({ reader, now }: PeopleFacts, instant: number): string {
  return date(instant, reader.zone, now);
}

const dayMs = 86_400_000;

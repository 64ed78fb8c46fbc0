import { assertNever } from "./errors.js";

/** Who may make an account besides the first: nobody, whoever has an invitation, or anybody. */
export type Registration = "closed" | "invitation" | "open";

/** What is known of the invitation that a visitor shows. */
export type InvitationState = "none" | "unknown" | "expired" | "used" | "valid";

/** What decides whether a visitor may make an account. */
export interface Visit {
  readonly hasAccounts: boolean;
  readonly registration: Registration;
  /** The request comes straight from the machine on which the server runs. */
  readonly isFromThisMachine: boolean;
  readonly isCodeRight: boolean;
  readonly invitation: InvitationState;
}

/** As whom a visitor is let in, or a sentence for them that says why not. */
export type Admission =
  | { readonly as: "first" | "invited" | "anybody" }
  | { readonly as: "nobody"; readonly because: "code" | "registration" | "invitation"; readonly message: string };

/** Whether a visitor may make an account. The first is its owner's: somebody at the machine, or with the code that it printed. */
export function admit(visit: Visit): Admission {
  if (!visit.hasAccounts) return visit.isFromThisMachine || visit.isCodeRight ? { as: "first" } : refusals.code;
  switch (visit.registration) {
    case "closed":
      return refusals.closed;
    case "open":
      return { as: visit.invitation === "valid" ? "invited" : "anybody" };
    case "invitation":
      return visit.invitation === "valid" ? { as: "invited" } : refusals[visit.invitation];
    default:
      return assertNever(visit.registration);
  }
}

const refusals = {
  code: {
    as: "nobody",
    because: "code",
    message: "The first account is the owner's. Open the address that the server printed when it started: the code is in it.",
  },
  closed: {
    as: "nobody",
    because: "registration",
    message: "Nobody can make an account here by themselves. Ask the owner to add you.",
  },
  none: {
    as: "nobody",
    because: "registration",
    message: "Accounts are by invitation here. Ask the owner for a link.",
  },
  unknown: {
    as: "nobody",
    because: "invitation",
    message:
      "This invitation is not known here; it may have been taken back. Check that the link is whole, or ask for a new one.",
  },
  expired: {
    as: "nobody",
    because: "invitation",
    message: "This invitation has expired: a link works for seven days. Ask the owner for a new one.",
  },
  used: {
    as: "nobody",
    because: "invitation",
    message: "This invitation has been used: a link works once. If it was you, log in; otherwise ask the owner for a new one.",
  },
} as const satisfies Record<string, Admission>;

import type { SignUpPage } from "../../views/forms/models.js";
import type { Admission } from "../domain/admission.js";
import { field } from "./form-fields.js";
import type { Refusal } from "./refused-form.js";
import { zoneChoice } from "./zone-choice.js";

/** What is shown again after a refusal: everything but the password. */
export interface SignUpForm {
  readonly name: string;
  /** "" until one was chosen: the browser may then guess. */
  readonly zone: string;
  readonly code: string;
  readonly invitation: string;
}

type Refused = Extract<Admission, { as: "nobody" }>;

/** Whether the visitor need not even type: not let in, and with nothing to be asked for but a code that they have given. */
export function isRefusedAtSight(admission: Admission, typed: SignUpForm): admission is Refused {
  return admission.as === "nobody" && (admission.because !== "code" || typed.code !== "");
}

/** The page "sign-up/page" for a visitor: which words it begins with, which form it has, and what was wrong with it. */
export function signUpPage(given: {
  readonly admission: Admission;
  readonly typed: SignUpForm;
  readonly refusal: Refusal;
  readonly isFromThisMachine: boolean;
}): SignUpPage {
  const { admission, typed, refusal, isFromThisMachine } = given;
  const variant = variantOf(admission);
  const isCodeWrong = admission.as === "nobody" && admission.because === "code" && typed.code !== "";
  const hasCode = variant === "first" && !isFromThisMachine;
  return {
    title: titles[variant],
    problem: variant === "closed" || isCodeWrong ? null : refusal.problem,
    view: `sign-up/${variant}`,
    isOpen: variant !== "closed",
    isFirst: variant === "first",
    closedBecause: variant === "closed" && admission.as === "nobody" ? admission.message : null,
    name: field(typed.name, refusal.fields.name),
    passwordError: refusal.fields.password ?? null,
    zone: zoneChoice(typed.zone, refusal.fields.zone),
    guess: typed.zone === "" ? "zone" : null,
    code: hasCode ? field(typed.code, isCodeWrong ? wrongCode : undefined) : null,
    invitation: admission.as === "invited" ? typed.invitation : null,
  };
}

const titles = { first: "Welcome aboard", invitation: "Come aboard", open: "Make an account", closed: "Ask the owner" };

const wrongCode = "This is not the code. Open the address that the server printed when it started: the code is in it.";

function variantOf(admission: Admission): keyof typeof titles {
  if (admission.as === "nobody") return admission.because === "code" ? "first" : "closed";
  return ({ first: "first", invited: "invitation", anybody: "open" } as const)[admission.as];
}

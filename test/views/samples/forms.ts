import type { Choice, Field, LogInPage, PeoplePage, PersonRow, SettingsPage, SignUpPage } from "../../../views/forms/models.js";
import type { ErrorPage } from "../../../views/models.js";
import { outside, shell, type Sample } from "./sample.js";

const field = (value: string, error: string | null = null): Field => ({ value, error });
const choice = (...labels: readonly string[]): Choice => ({
  options: labels.map((label, index) => ({ value: label, label, isSelected: index === 0 })),
  error: null,
});
const zone = choice("UTC", ...Intl.supportedValuesOf("timeZone"));

const logIn: LogInPage = { title: "Log in", problem: null, name: field(""), next: "/", signUp: null };
const signUp: SignUpPage = {
  title: "Welcome",
  problem: null,
  view: "sign-up/first",
  isOpen: true,
  isFirst: false,
  closedBecause: null,
  name: field(""),
  passwordError: null,
  zone,
  guess: "zone",
  code: null,
  invitation: null,
};

const settings: SettingsPage = {
  title: "Settings",
  profile: {
    problem: null,
    name: field("Ada Lovelace"),
    zone,
    dayStart: field("04:00"),
    scheme: choice("As the system", "Light", "Dark"),
  },
  study: {
    problem: null,
    presetId: 1,
    isFurtherOpen: false,
    desiredRetention: field("90"),
    newPerDay: field("10"),
    reviewsPerDay: field("200"),
    learningSteps: field("1m 10m"),
    relearningSteps: field("10m"),
    learnAheadMinutes: field("20"),
    maximumIntervalDays: field("36500"),
    newOrder: choice("As the notes have them", "At random"),
    reviewOrder: choice("The longest due first", "The least sure first", "At random"),
    newMix: choice("Mixed", "New cards first", "Reviews first"),
    buryNewSiblings: { isTicked: true },
    buryReviewSiblings: { isTicked: false },
    leechThreshold: field("8"),
    leechAction: choice("Mark it", "Suspend it"),
  },
  password: { problem: null, currentError: null, newError: null },
};

const settingsRefused: SettingsPage = {
  ...settings,
  study: {
    ...settings.study,
    problem: "Nothing was saved. Look at what is marked below.",
    isFurtherOpen: true,
    newPerDay: field("-3", "A whole number from 0 to 9,999."),
    learningSteps: field("10m 1m", "Steps must rise: 1m 10m."),
  },
  password: { problem: null, currentError: "That is not your password.", newError: null },
};

const person: PersonRow = {
  learnerId: 2,
  name: "Ben",
  role: "Learner",
  presence: "Last here on 3 November",
  isSelf: false,
  isDisabled: false,
  otherRole: { value: "owner", label: "Make owner" },
  passwordError: null,
};

const people: PeoplePage = {
  title: "People",
  problem: null,
  people: [
    { ...person, learnerId: 1, name: "Ada Lovelace", role: "Owner", presence: "Here today", isSelf: true },
    person,
    { ...person, learnerId: 3, name: "Chandrasekhar Venkataraman of the night watch", passwordError: "At least 8 characters." },
    { ...person, learnerId: 4, name: "Dora", presence: "Disabled since 1 October", isDisabled: true },
  ],
  invitations: [
    { invitationId: 7, made: "Made today by Ada", state: "Works until 27 November", isOpen: true },
    { invitationId: 6, made: "Made on 1 November by Ada", state: "Used by Ben on 2 November", isOpen: false },
  ],
  newInvitation: {
    url: `http://deckhand.lan:3000/signup?invitation=${"a1b2c3d4".repeat(4)}`,
    expires: "it works until 27 November",
  },
};

const missing: ErrorPage = {
  title: "Not found",
  status: 404,
  message: "There is no page at this address. It may have moved, or the link has a slip in it.",
  id: null,
  way: { label: "Go to Today", url: "/" },
};

const refusedSignUp: SignUpPage = {
  ...signUp,
  problem: "No account was made yet.",
  name: field("ben", "Somebody here has this name. Choose another."),
  passwordError: "At least 8 characters.",
  code: field("WRONG", "That is not the code. It is in the address that the server printed when it started."),
};

export const formSamples: readonly Sample[] = [
  { name: "log-in", view: "log-in/page", model: logIn, shell: outside },
  {
    name: "log-in-refused",
    view: "log-in/page",
    model: {
      ...logIn,
      problem: "Name and password do not belong together.",
      name: field("ada"),
      signUp: { label: "Make an account", url: "/signup" },
    },
    shell: outside,
  },
  { name: "sign-up", view: "sign-up/page", model: signUp, shell: outside },
  { name: "sign-up-refused", view: "sign-up/page", model: refusedSignUp, shell: outside },
  {
    name: "sign-up-invitation",
    view: "sign-up/page",
    model: { ...signUp, title: "Come aboard", view: "sign-up/invitation", invitation: "a1".repeat(16) },
    shell: outside,
  },
  { name: "sign-up-open", view: "sign-up/page", model: { ...signUp, view: "sign-up/open" }, shell: outside },
  {
    name: "sign-up-closed",
    view: "sign-up/page",
    model: {
      ...signUp,
      title: "Ask the owner",
      view: "sign-up/closed",
      isOpen: false,
      closedBecause: "Accounts are by invitation here. Ask the owner for a link.",
    },
    shell: outside,
  },
  { name: "settings", view: "settings/page", model: settings, shell: shell("Settings", { flash: "Saved." }) },
  { name: "settings-refused", view: "settings/page", model: settingsRefused, shell: shell("Settings") },
  { name: "people", view: "people/page", model: people, shell: shell("People") },
  {
    name: "people-alone",
    view: "people/page",
    model: {
      ...people,
      people: people.people.slice(0, 1),
      invitations: [],
      newInvitation: null,
      problem: "That invitation is already used.",
    },
    shell: shell("People"),
  },
  { name: "error", view: "error/page", model: missing, shell: shell("") },
  {
    name: "error-bug",
    view: "error/page",
    model: { ...missing, status: 500, title: "Something went wrong", message: "Try once more.", id: "3f2a-91" },
    shell: outside,
  },
];

/** The reply to a swap that failed, alone on a page. */
export const errorFragment: Sample = {
  name: "error-in-quiz",
  view: "error/error",
  model: { ...missing, title: "That changed meanwhile", status: 409 },
  shell: shell(""),
};

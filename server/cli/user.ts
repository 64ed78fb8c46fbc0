import { existsSync } from "node:fs";
import { readConfig } from "../config.js";
import { NotFoundError } from "../domain/errors.js";
import { nameKeyOf } from "../domain/learner-name.js";
import { addPerson } from "../operations/add-person.js";
import { disableAccount } from "../operations/disable-account.js";
import { enableAccount } from "../operations/enable-account.js";
import type { OwnerAct } from "../operations/guards/ownership.js";
import { setPassword } from "../operations/set-password.js";
import { projectRoot } from "../root.js";
import { openStore } from "../store/open.js";
import { selectOptionalCredentialsByName, selectPeople, type Credentials, type Person } from "../store/read/learners.js";
import { commands, UsageError } from "./commands.js";
import { readPassword } from "./read-password.js";

/** What may stand behind the words of the command. */
export interface UserOptions {
  readonly owner: boolean;
  readonly json: boolean;
}

/**
 * `deckhand user …`: gives people an account, a new password, shuts them out or lets them in again, also while the server
 * runs. Resolves to 0. Throws UsageError for other words, and the refusals of the operations.
 */
export async function userCommand([verb = "", ...names]: readonly string[], options: UserOptions): Promise<number> {
  const usage = commands.user?.usage ?? "";
  const act = Object.hasOwn(acts, verb) ? acts[verb as keyof typeof acts] : undefined;
  const [name = ""] = names;
  if (act === undefined) throw new UsageError(`"user ${verb}" is not a command.`, usage);
  if (names.length !== (verb === "list" ? 0 : 1))
    throw new UsageError(`"user ${verb}" takes ${verb === "list" ? "no" : "one"} name.`, usage);
  const { databaseFile } = readConfig(process.env, projectRoot);
  if (verb !== "add" && !existsSync(databaseFile)) {
    throw new NotFoundError(`There is no database ${databaseFile} yet: start the server first, or set DATABASE_URL.`);
  }
  const store = await openStore({ file: databaseFile, now: Date.now });
  try {
    process.stdout.write(await act({ store, learnerId: null, now: Date.now() }, name, options));
    return 0;
  } finally {
    await store.close();
  }
}

/** Each does one thing and says what it did. */
const acts = {
  add: async (act: OwnerAct, name: string, { owner }: UserOptions) => {
    const password = await readPassword(name);
    await addPerson(act, { name, password, zone: "", role: owner ? "owner" : "learner" });
    const { name: stored, role } = personCalled(act, name);
    return `${stored} has an account (${role}).\n`;
  },
  list: async ({ store }: OwnerAct, _name: string, { json }: UserOptions) => {
    const people = selectPeople(store);
    return json ? `${JSON.stringify({ people: people.map(document) })}\n` : people.map((person) => `${line(person)}\n`).join("");
  },
  password: async (act: OwnerAct, name: string) => {
    const person = personCalled(act, name);
    await setPassword(act, { personId: person.learnerId, newPassword: await readPassword(person.name) });
    return `${person.name} has a new password, and is logged out everywhere.\n`;
  },
  disable: async (act: OwnerAct, name: string) => {
    const person = personCalled(act, name);
    await disableAccount(act, { personId: person.learnerId });
    return `${person.name} cannot log in any more. Everything of theirs is kept.\n`;
  },
  enable: async (act: OwnerAct, name: string) => {
    const person = personCalled(act, name);
    await enableAccount(act, { personId: person.learnerId });
    return `${person.name} can log in again.\n`;
  },
} as const;

function personCalled({ store }: OwnerAct, name: string): Credentials {
  const person = selectOptionalCredentialsByName(store, nameKeyOf(name));
  if (person === null) throw new NotFoundError(`Nobody here is called “${name}”. To see who is: deckhand user list`);
  return person;
}

function line({ name, role, createdAt, disabledAt }: Person): string {
  return `${name}\t${role}\tsince ${day(createdAt)}${disabledAt === null ? "" : `\tdisabled since ${day(disabledAt)}`}`;
}

function document({ learnerId, name, role, createdAt, disabledAt, lastUsedAt }: Person): object {
  const instant = (at: number | null) => (at === null ? null : new Date(at).toISOString());
  return {
    id: learnerId,
    name,
    role,
    createdAt: instant(createdAt),
    disabledAt: instant(disabledAt),
    lastUsedAt: instant(lastUsedAt),
  };
}

/** The date in UTC, as machines sort it. */
function day(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}

import { scryptSync } from "node:crypto";
import type { Entry } from "../../server/operations/create-account.js";
import { hashToken, newToken } from "../../server/secrets/token.js";
import type { Store } from "../../server/store/open.js";
import type { Learner, Prisma } from "../../server/store/generated/client.js";
import { insertLearner } from "./build-learner.js";
import { noon } from "./store.js";

/** The password of every learner that insertLearnerWithPassword makes. */
export const password = "correct horse";

/** A learner who can log in with `password`, hashed at the lowest costs: comparing takes no time, and they log in as any other. */
export function insertLearnerWithPassword(
  store: Store,
  given: Partial<Prisma.LearnerUncheckedCreateInput> = {},
): Promise<Learner> {
  return insertLearner(store, { passwordHash: cheapHash(password), ...given });
}

/** What is stored of a password, at costs so low that logging in with it stores a better hash. */
export function cheapHash(text: string): string {
  const salt = Buffer.alloc(16, 7);
  const base64 = (bytes: Buffer) => bytes.toString("base64").replace(/=+$/, "");
  return `$scrypt$ln=1,r=8,p=1$${base64(salt)}$${base64(scryptSync(text, salt, 32, { N: 2, r: 8, p: 1 }))}`;
}

/** A log-in of the learner at `at`; gives its token. */
export async function insertSession(store: Store, learnerId: number, at = noon): Promise<{ token: string; sessionId: number }> {
  const token = newToken();
  const data = {
    tokenHash: new Uint8Array(hashToken(token)),
    createdAt: new Date(at),
    lastUsedAt: new Date(at),
    userAgent: "test",
  };
  const { id } = await store.prisma.session.create({ data: { learnerId, ...data } });
  return { token, sessionId: id };
}

/** An invitation made at `at` that expires seven days later; gives its token. */
export async function insertInvitation(store: Store, at = noon): Promise<string> {
  const token = newToken();
  const expiresAt = new Date(at + 7 * 86_400_000);
  const data = { tokenHash: new Uint8Array(hashToken(token)), createdAt: new Date(at), expiresAt };
  await store.prisma.invitation.create({ data });
  return token;
}

/** A stranger at the door of an installation that is by invitation. */
export const stranger: Entry = {
  registration: "invitation",
  setupCode: "abcd-efgh-jkmn-pqrs",
  isFromThisMachine: false,
  code: "",
  invitation: "",
};

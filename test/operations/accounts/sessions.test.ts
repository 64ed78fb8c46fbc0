import { describe, expect, it } from "@jest/globals";
import { changePassword } from "../../../server/operations/change-password.js";
import { logIn } from "../../../server/operations/log-in.js";
import { logOut } from "../../../server/operations/log-out.js";
import { renewSession } from "../../../server/operations/renew-session.js";
import { setPassword } from "../../../server/operations/set-password.js";
import { hashToken } from "../../../server/secrets/token.js";
import type { Store } from "../../../server/store/open.js";
import { selectOptionalSession } from "../../../server/store/read/sessions.js";
import { cheapHash, insertLearnerWithPassword, insertSession, password } from "../../support/accounts.js";
import { insertLearner } from "../../support/build-learner.js";
import { noon, openTestStore } from "../../support/store.js";

const dayMs = 86_400_000;
const typed = { name: "Ada", password, userAgent: "Firefox" };

describe("logIn", () => {
  it("starts a session, when the name differs in case and width only", async () => {
    const store = await openTestStore();
    const { id } = await insertLearnerWithPassword(store, { name: "Ada" });

    const { learnerId, token } = await logIn({ store, now: noon }, { ...typed, name: " ＡＤＡ " });

    expect(learnerId).toBe(id);
    expect(selectOptionalSession(store, hashToken(token))).toMatchObject({ learnerId: id, name: "Ada", lastUsedAt: noon });
  });

  it.each([
    ["the password is wrong", { password: "wrong horse" }],
    ["nobody has the name", { name: "Eve" }],
    ["the password is empty", { password: "" }],
  ])("says the same and stores nothing, when %s", async (_what, slip) => {
    const store = await openTestStore();
    await insertLearnerWithPassword(store, { name: "Ada" });

    const attempt = logIn({ store, now: noon }, { ...typed, ...slip });

    await expect(attempt).rejects.toMatchObject({
      status: 401,
      message: "The name or the password is not right. Check both and try again.",
    });
    expect(await store.prisma.session.count()).toBe(0);
  });

  it("refuses, when the account is disabled and the password right", async () => {
    const store = await openTestStore();
    await insertLearnerWithPassword(store, { name: "Ada", disabledAt: new Date(noon) });

    await expect(logIn({ store, now: noon }, typed)).rejects.toMatchObject({ status: 403 });
    await expect(logIn({ store, now: noon }, { ...typed, password: "wrong" })).rejects.toMatchObject({ status: 401 });
    expect(await store.prisma.session.count()).toBe(0);
  });

  it("removes the learner's own sessions that have ended, when they log in anew", async () => {
    const store = await openTestStore();
    const ada = await insertLearnerWithPassword(store, { name: "Ada" });
    const ben = await insertLearner(store);
    await insertSession(store, ada.id, noon - 90 * dayMs);
    const alive = await insertSession(store, ada.id, noon - 89 * dayMs);
    const foreign = await insertSession(store, ben.id, noon - 90 * dayMs);

    await logIn({ store, now: noon }, typed);

    const kept = (await store.prisma.session.findMany({ orderBy: { id: "asc" } })).map(({ id }) => id);
    expect(kept).toEqual([alive.sessionId, foreign.sessionId, expect.any(Number)]);
  });

  it("stores the hash anew, when its costs have changed", async () => {
    const store = await openTestStore();
    const { id } = await insertLearner(store, { name: "Ada", passwordHash: cheapHash(password) });

    await logIn({ store, now: noon }, typed);

    expect((await store.prisma.learner.findUniqueOrThrow({ where: { id } })).passwordHash).toMatch(/^\$scrypt\$ln=15,r=8,p=3\$/);
    await expect(logIn({ store, now: noon }, typed)).resolves.toMatchObject({ learnerId: id });
  });
});

describe("logOut", () => {
  it("ends that session alone, when the learner has two", async () => {
    const { store, ada, here, there } = await learnerWithTwoSessions();

    await logOut({ store, learnerId: ada, now: noon }, { sessionId: here.sessionId });

    expect(await sessionIds(store)).toEqual([there.sessionId]);
  });

  it("ends nothing, when the session is another learner's", async () => {
    const { store, here, there } = await learnerWithTwoSessions();
    const ben = await insertLearner(store);

    await logOut({ store, learnerId: ben.id, now: noon }, { sessionId: here.sessionId });

    expect(await sessionIds(store)).toEqual([here.sessionId, there.sessionId]);
  });
});

describe("renewSession", () => {
  it("writes the use of that session alone, and of the learner's own only", async () => {
    const { store, ada, here, there } = await learnerWithTwoSessions();
    const ben = await insertLearner(store);

    await renewSession({ store, learnerId: ada, now: noon + dayMs }, { sessionId: here.sessionId });
    await renewSession({ store, learnerId: ben.id, now: noon + dayMs }, { sessionId: there.sessionId });

    expect(selectOptionalSession(store, hashToken(here.token))?.lastUsedAt).toBe(noon + dayMs);
    expect(selectOptionalSession(store, hashToken(there.token))?.lastUsedAt).toBe(noon);
  });
});

describe("changePassword", () => {
  it("changes it and ends the other sessions, when the present one is right", async () => {
    const { store, ada, here } = await learnerWithTwoSessions();
    const ben = await insertLearner(store);
    const foreign = await insertSession(store, ben.id);

    const input = { sessionId: here.sessionId, currentPassword: password, newPassword: "battery staple" };
    await changePassword({ store, learnerId: ada, now: noon }, input);

    expect(await sessionIds(store)).toEqual([here.sessionId, foreign.sessionId]);
    const named = { ...typed, name: "Ada Lovelace" };
    await expect(logIn({ store, now: noon }, { ...named, password: "battery staple" })).resolves.toMatchObject({
      learnerId: ada,
    });
    await expect(logIn({ store, now: noon }, named)).rejects.toMatchObject({ status: 401 });
  });

  it.each([
    ["the present one is wrong", { currentPassword: "wrong horse" }, "currentPassword"],
    ["the new one is too short", { newPassword: "short" }, "newPassword"],
    ["the new one is the name", { newPassword: "Ada Lovelace" }, "newPassword"],
  ])("changes nothing and names the field, when %s", async (_what, slip, field) => {
    const { store, ada, here, there } = await learnerWithTwoSessions();
    const before = await store.prisma.learner.findMany();

    const input = { sessionId: here.sessionId, currentPassword: password, newPassword: "battery staple", ...slip };
    const attempt = changePassword({ store, learnerId: ada, now: noon }, input);

    await expect(attempt).rejects.toMatchObject({ status: 422, fields: { [field]: expect.any(String) as unknown } });
    expect(await store.prisma.learner.findMany()).toEqual(before);
    expect(await sessionIds(store)).toEqual([here.sessionId, there.sessionId]);
  });
});

describe("setPassword", () => {
  it("sets it and ends all of the person's sessions, when an owner does", async () => {
    const { store, ada } = await learnerWithTwoSessions();
    const owner = await insertLearner(store, { role: "owner" });
    const own = await insertSession(store, owner.id);

    await setPassword({ store, learnerId: owner.id, now: noon }, { personId: ada, newPassword: "battery staple" });

    expect(await sessionIds(store)).toEqual([own.sessionId]);
    const name = "Ada Lovelace";
    await expect(logIn({ store, now: noon }, { ...typed, name, password: "battery staple" })).resolves.toMatchObject({
      learnerId: ada,
    });
  });

  it.each([
    ["a learner", 404],
    ["the owner for themselves", 403],
  ])("changes nothing, when %s tries it", async (who, status) => {
    const { store, ada } = await learnerWithTwoSessions();
    const actor = await insertLearner(store, { role: who === "a learner" ? "learner" : "owner" });
    const personId = who === "a learner" ? ada : actor.id;
    const before = await store.prisma.learner.findMany();

    const attempt = setPassword({ store, learnerId: actor.id, now: noon }, { personId, newPassword: "battery staple" });

    await expect(attempt).rejects.toMatchObject({ status });
    expect(await store.prisma.learner.findMany()).toEqual(before);
    expect(await store.prisma.session.count()).toBe(2);
  });
});

async function learnerWithTwoSessions() {
  const store = await openTestStore();
  const ada = await insertLearnerWithPassword(store, { name: "Ada Lovelace", nameKey: "ada lovelace" });
  const here = await insertSession(store, ada.id);
  const there = await insertSession(store, ada.id);
  return { store, ada: ada.id, here, there };
}

async function sessionIds(store: Store): Promise<readonly number[]> {
  return (await store.prisma.session.findMany({ orderBy: { id: "asc" } })).map(({ id }) => id);
}

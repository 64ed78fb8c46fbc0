import { describe, expect, it } from "@jest/globals";
import { addPerson } from "../../../server/operations/add-person.js";
import { changeProfile } from "../../../server/operations/change-profile.js";
import { changeRole } from "../../../server/operations/change-role.js";
import { createInvitation } from "../../../server/operations/create-invitation.js";
import { disableAccount } from "../../../server/operations/disable-account.js";
import { enableAccount } from "../../../server/operations/enable-account.js";
import { revokeInvitation } from "../../../server/operations/revoke-invitation.js";
import type { OwnerAct } from "../../../server/operations/guards/ownership.js";
import { hashToken } from "../../../server/secrets/token.js";
import type { Store } from "../../../server/store/open.js";
import { countOpenInvitations, selectInvitations, selectOptionalInvitation } from "../../../server/store/read/invitations.js";
import { selectPeople } from "../../../server/store/read/learners.js";
import { selectOptionalSession } from "../../../server/store/read/sessions.js";
import { insertInvitation, insertSession } from "../../support/accounts.js";
import { insertDeck } from "../../support/build-deck.js";
import { insertLearner } from "../../support/build-learner.js";
import { noon, openTestStore } from "../../support/store.js";

const dayMs = 86_400_000;

describe("addPerson", () => {
  it("makes the first an owner, when the command line adds a learner to an empty installation", async () => {
    const store = await openTestStore();
    await insertDeck(store);
    const act: OwnerAct = { store, learnerId: null, now: noon };

    await addPerson(act, { name: "Ada", password: "correct horse", zone: "", role: "learner" });
    await addPerson(act, { name: "Ben", password: "correct horse", zone: "", role: "learner" });

    expect(selectPeople(store).map(({ name, role }) => [name, role])).toEqual([
      ["Ada", "owner"],
      ["Ben", "learner"],
    ]);
    expect(await store.prisma.enrolment.count()).toBe(2);
  });

  it("stores nothing, when the name is taken", async () => {
    const store = await openTestStore();
    await insertLearner(store, { name: "Ada" });

    const attempt = addPerson(
      { store, learnerId: null, now: noon },
      { name: "ADA", password: "correct horse", zone: "", role: "owner" },
    );

    await expect(attempt).rejects.toMatchObject({ status: 409 });
    expect(await store.prisma.learner.count()).toBe(1);
  });
});

describe("createInvitation", () => {
  it("gives a token that the database cannot tell, good for seven days", async () => {
    const { store, act } = await installation();

    const { token, expiresAt } = await createInvitation(act, { registration: "invitation" });

    expect(expiresAt).toBe(noon + 7 * dayMs);
    expect(selectOptionalInvitation(store, hashToken(token))).toEqual({ expiresAt, usedAt: null });
    expect(selectInvitations(store)).toEqual([expect.objectContaining({ madeBy: "Owner", usedBy: null, createdAt: noon })]);
  });

  it("refuses, when registration is closed or a hundred are open", async () => {
    const { store, act } = await installation();

    await expect(createInvitation(act, { registration: "closed" })).rejects.toMatchObject({ status: 403 });
    for (let made = 0; made < 100; made += 1) await createInvitation(act, { registration: "open" });
    await expect(createInvitation(act, { registration: "open" })).rejects.toMatchObject({ status: 409 });

    expect(countOpenInvitations(store, noon)).toBe(100);
  });
});

describe("revokeInvitation", () => {
  it("takes an open invitation back, and refuses one that was used", async () => {
    const { store, act } = await installation();
    await insertInvitation(store);
    await insertInvitation(store);
    const [used, open] = await store.prisma.invitation.findMany();
    await store.prisma.invitation.update({ where: { id: used?.id ?? 0 }, data: { usedAt: new Date(noon) } });

    await revokeInvitation(act, { invitationId: open?.id ?? 0 });
    await expect(revokeInvitation(act, { invitationId: used?.id ?? 0 })).rejects.toMatchObject({ status: 409 });

    expect(await store.prisma.invitation.count()).toBe(1);
  });
});

describe("changeProfile", () => {
  it("changes the learner's own name, zone, day start and colours alone", async () => {
    const { store, owner, ada } = await installation();
    const session = await insertSession(store, ada);

    const typed = { name: " Ada  L ", zone: "Asia/Tokyo", dayStart: "05:30", scheme: "dark" };
    await changeProfile({ store, learnerId: ada, now: noon }, typed);

    expect(selectOptionalSession(store, hashToken(session.token))).toMatchObject({
      name: "Ada L",
      zone: "Asia/Tokyo",
      dayStartMinutes: 330,
      scheme: "dark",
    });
    expect(await store.prisma.learner.findUniqueOrThrow({ where: { id: owner } })).toMatchObject({ name: "Owner", zone: "UTC" });
  });

  it("keeps the name, when only its case changes", async () => {
    const { store, ada } = await installation();

    await changeProfile({ store, learnerId: ada, now: noon }, { ...profile, name: "ADA" });

    expect(await store.prisma.learner.findUniqueOrThrow({ where: { id: ada } })).toMatchObject({ name: "ADA", nameKey: "ada" });
  });

  it.each([
    ["the name is another's", { name: "OWNER" }, { status: 409 }],
    ["several fields are wrong", { name: "", zone: "Mars", dayStart: "25:00", scheme: "pink" }, { status: 422 }],
  ])("changes nothing, when %s", async (_what, slip, refusal) => {
    const { store, ada } = await installation();
    const before = await store.prisma.learner.findMany();

    const attempt = changeProfile({ store, learnerId: ada, now: noon }, { ...profile, ...slip });

    await expect(attempt).rejects.toMatchObject(refusal);
    expect(await store.prisma.learner.findMany()).toEqual(before);
  });
});

describe("the only owner", () => {
  it("stays, when they demote or disable themselves", async () => {
    const { store, act, owner } = await installation();
    const session = await insertSession(store, owner);

    await expect(changeRole(act, { personId: owner, role: "learner" })).rejects.toMatchObject({ status: 409 });
    await expect(disableAccount(act, { personId: owner })).rejects.toMatchObject({ status: 409 });

    expect(await roles(store)).toEqual(["Ada: learner", "Owner: owner"]);
    expect(selectOptionalSession(store, hashToken(session.token))).not.toBeNull();
  });

  it("stays, when the other owner is disabled", async () => {
    const { store, act, owner, ada } = await installation();
    await changeRole(act, { personId: ada, role: "owner" });
    await disableAccount(act, { personId: ada });

    await expect(changeRole(act, { personId: owner, role: "learner" })).rejects.toMatchObject({ status: 409 });
    expect(await roles(store)).toContain("Owner: owner");
  });

  it("is left, when two owners demote themselves at once", async () => {
    const { store, owner, ada } = await installation();
    await changeRole({ store, learnerId: owner, now: noon }, { personId: ada, role: "owner" });

    await Promise.allSettled(
      [owner, ada].map((learnerId) => changeRole({ store, learnerId, now: noon }, { personId: learnerId, role: "learner" })),
    );

    expect((await roles(store)).filter((role) => role.endsWith("owner"))).toHaveLength(1);
  });
});

describe("disableAccount", () => {
  it("ends the person's sessions and keeps their data, and enableAccount lets them in again", async () => {
    const { store, act, ada } = await installation();
    const session = await insertSession(store, ada);

    await disableAccount(act, { personId: ada });
    await disableAccount({ ...act, now: noon + 1 }, { personId: ada });

    expect(selectOptionalSession(store, hashToken(session.token))).toBeNull();
    expect(selectPeople(store)).toContainEqual(expect.objectContaining({ learnerId: ada, disabledAt: noon, lastUsedAt: null }));

    await enableAccount(act, { personId: ada });

    expect(selectPeople(store)).toContainEqual(expect.objectContaining({ learnerId: ada, disabledAt: null }));
  });

  it("shuts a session out at once, when its learner is disabled by other means", async () => {
    const { store, ada } = await installation();
    const session = await insertSession(store, ada);

    await store.prisma.learner.update({ where: { id: ada }, data: { disabledAt: new Date(noon) } });

    expect(selectOptionalSession(store, hashToken(session.token))).toBeNull();
  });
});

describe("what only owners may do", () => {
  const acts: readonly (readonly [string, (act: OwnerAct, personId: number) => Promise<unknown>])[] = [
    ["addPerson", (act) => addPerson(act, { name: "Eve", password: "correct horse", zone: "", role: "owner" })],
    ["changeRole", (act, personId) => changeRole(act, { personId, role: "owner" })],
    ["disableAccount", (act, personId) => disableAccount(act, { personId })],
    ["enableAccount", (act, personId) => enableAccount(act, { personId })],
    ["createInvitation", (act) => createInvitation(act, { registration: "open" })],
    ["revokeInvitation", (act) => revokeInvitation(act, { invitationId: 1 })],
  ];

  it.each(acts)("%s answers 404 and changes nothing, when a learner tries it", async (_name, run) => {
    const { store, ada, owner } = await installation();
    await insertInvitation(store);
    const before = await everything(store);

    await expect(run({ store, learnerId: ada, now: noon }, owner)).rejects.toMatchObject({ status: 404 });

    expect(await everything(store)).toEqual(before);
  });

  it.each(acts)("%s answers 404, when it is a disabled owner's", async (_name, run) => {
    const { store, ada, owner } = await installation();
    await store.prisma.learner.update({ where: { id: owner }, data: { disabledAt: new Date(noon) } });

    await expect(run({ store, learnerId: owner, now: noon }, ada)).rejects.toMatchObject({ status: 404 });
  });

  it.each(acts.filter(([name]) => /changeRole|Account/.test(name)))(
    "%s answers 404, when there is no such person",
    async (_name, run) => {
      const { act } = await installation();

      await expect(run(act, 4_711)).rejects.toMatchObject({ status: 404 });
    },
  );
});

const profile = { name: "Ada", zone: "UTC", dayStart: "04:00", scheme: "auto" };

async function installation() {
  const store = await openTestStore();
  const owner = await insertLearner(store, { name: "Owner", role: "owner" });
  const ada = await insertLearner(store, { name: "Ada" });
  return { store, owner: owner.id, ada: ada.id, act: { store, learnerId: owner.id, now: noon } satisfies OwnerAct };
}

async function roles(store: Store): Promise<readonly string[]> {
  return selectPeople(store).map(({ name, role }) => `${name}: ${role}`);
}

async function everything({ prisma }: Store): Promise<readonly unknown[]> {
  return [await prisma.learner.findMany(), await prisma.session.findMany(), await prisma.invitation.findMany()];
}

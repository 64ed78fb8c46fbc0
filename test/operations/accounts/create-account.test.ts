import { describe, expect, it } from "@jest/globals";
import { createAccount, type Entry, type NewAccount } from "../../../server/operations/create-account.js";
import { hashToken } from "../../../server/secrets/token.js";
import type { Store } from "../../../server/store/open.js";
import { selectOptionalSession } from "../../../server/store/read/sessions.js";
import { insertInvitation, stranger } from "../../support/accounts.js";
import { insertDeck } from "../../support/build-deck.js";
import { insertLearner } from "../../support/build-learner.js";
import { noon, openTestStore } from "../../support/store.js";

const ada: NewAccount = { name: "Ada", password: "correct horse", zone: "Europe/London", userAgent: "Firefox" };
const atTheMachine: Entry = { ...stranger, isFromThisMachine: true };

describe("createAccount", () => {
  it("makes the owner and logs them in, when the first comes from this machine", async () => {
    const store = await openTestStore();

    const { learnerId, token } = await createAccount({ store, now: noon }, atTheMachine, ada);

    expect(await store.prisma.learner.findMany()).toEqual([
      expect.objectContaining({
        id: learnerId,
        name: "Ada",
        nameKey: "ada",
        role: "owner",
        zone: "Europe/London",
        dayStartMinutes: 240,
      }),
    ]);
    expect(selectOptionalSession(store, hashToken(token))).toMatchObject({ learnerId, lastUsedAt: noon, scheme: "auto" });
  });

  it("keeps neither password nor token, when it has stored the account", async () => {
    const store = await openTestStore();

    const { token } = await createAccount({ store, now: noon }, atTheMachine, ada);

    const stored = JSON.stringify([await store.prisma.learner.findMany(), await store.prisma.session.findMany()]);
    expect(stored).toContain("$scrypt$");
    expect(stored).not.toContain(ada.password);
    expect(stored).not.toContain(token);
  });

  it("makes the owner, when the first comes from elsewhere with the code", async () => {
    const store = await openTestStore();

    await createAccount({ store, now: noon }, { ...stranger, code: "ABCD-efgh-jkmn-pqrs" }, ada);

    expect(await names(store)).toEqual(["Ada: owner"]);
  });

  it.each([
    ["without the code", {}],
    ["with a wrong code", { code: "abcd-efgh-jkmn-pqrt" }],
    ["and the server printed no code", { setupCode: null }],
    ["where registration is open", { registration: "open" }],
  ] as const)("refuses, when the first comes from elsewhere %s", async (_how, entry) => {
    const store = await openTestStore();

    await expect(createAccount({ store, now: noon }, { ...stranger, ...entry }, ada)).rejects.toMatchObject({ status: 403 });

    expect(await counts(store)).toEqual(nothing);
  });

  it("lets one win, when two first sign-ups come at once", async () => {
    const store = await openTestStore();

    const outcomes = await Promise.allSettled(
      ["Ada", "Ben"].map((name) => createAccount({ store, now: noon }, atTheMachine, { ...ada, name })),
    );

    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(refusals(outcomes)).toEqual([
      expect.objectContaining({ status: 403, message: expect.stringContaining("invitation") as unknown }),
    ]);
    expect(await counts(store)).toMatchObject({ learners: 1, sessions: 1, presets: 1 });
  });

  it("uses the invitation up and notes who did, when somebody joins with it", async () => {
    const store = await openTestStore();
    await insertLearner(store, { role: "owner" });
    const invitation = await insertInvitation(store);

    const { learnerId } = await createAccount({ store, now: noon + 5 }, { ...stranger, invitation }, ada);

    expect(await store.prisma.invitation.findMany()).toEqual([
      expect.objectContaining({ usedById: learnerId, usedAt: new Date(noon + 5) }),
    ]);
    expect(await store.prisma.learner.findUniqueOrThrow({ where: { id: learnerId } })).toMatchObject({ role: "learner" });
  });

  it("lets one win, when two come at once with the same invitation", async () => {
    const store = await openTestStore();
    await insertLearner(store, { role: "owner", name: "Owner" });
    const invitation = await insertInvitation(store);

    const outcomes = await Promise.allSettled(
      ["Ada", "Ben"].map((name) => createAccount({ store, now: noon }, { ...stranger, invitation }, { ...ada, name })),
    );

    expect(refusals(outcomes)).toEqual([
      expect.objectContaining({ status: 409, message: expect.stringContaining("has been used") as unknown }),
    ]);
    expect(await counts(store)).toMatchObject({ learners: 2, sessions: 1, presets: 1 });
  });

  it("lets one win, when two come at once with the same name in another case", async () => {
    const store = await openTestStore();
    await insertLearner(store, { role: "owner", name: "Owner" });

    const outcomes = await Promise.allSettled(
      ["Ada", "ADA"].map((name) => createAccount({ store, now: noon }, { ...stranger, registration: "open" }, { ...ada, name })),
    );

    expect(refusals(outcomes)).toEqual([
      expect.objectContaining({ status: 409, message: expect.stringMatching(/“(Ada|ADA)” is taken/) as unknown }),
    ]);
    expect(await counts(store)).toMatchObject({ learners: 2, sessions: 1, presets: 1 });
  });

  it.each([
    ["a used one", 0, "has been used"],
    ["an expired one", 7 * 86_400_000, "has expired"],
    ["one that was never made", 0, "not known"],
  ])("refuses and stores nothing, when the invitation is %s", async (kind, laterMs, words) => {
    const store = await openTestStore();
    await insertLearner(store, { role: "owner" });
    const invitation = kind === "one that was never made" ? "x".repeat(43) : await insertInvitation(store);
    if (kind === "a used one") await store.prisma.invitation.updateMany({ data: { usedAt: new Date(noon) } });

    const attempt = createAccount({ store, now: noon + laterMs }, { ...stranger, invitation }, ada);

    await expect(attempt).rejects.toMatchObject({ status: 409, message: expect.stringContaining(words) as unknown });
    expect(await counts(store)).toMatchObject({ learners: 1, sessions: 0, presets: 0 });
  });

  it("names every field that is wrong and stores nothing, when several are", async () => {
    const store = await openTestStore();

    const attempt = createAccount({ store, now: noon }, atTheMachine, { ...ada, name: " ", password: "short", zone: "Mars" });

    await expect(attempt).rejects.toMatchObject({
      status: 422,
      fields: {
        name: expect.stringContaining("needed") as unknown,
        password: expect.stringContaining("too short") as unknown,
        zone: expect.stringContaining("not known") as unknown,
      },
    });
    expect(await counts(store)).toEqual(nothing);
  });

  it("enrols in every shared deck with one preset, when private and archived decks exist too", async () => {
    const store = await openTestStore();
    const owner = await insertLearner(store, { role: "owner" });
    const shared = [await insertDeck(store), await insertDeck(store, { ownerId: owner.id })];
    await insertDeck(store, { ownerId: owner.id, visibility: "private" });
    await insertDeck(store, { archivedAt: new Date(noon) });

    const { learnerId } = await createAccount({ store, now: noon }, { ...stranger, registration: "open" }, ada);

    const enrolments = await store.prisma.enrolment.findMany({ orderBy: { deckId: "asc" } });
    expect(enrolments.map(({ deckId }) => deckId)).toEqual(shared.map(({ id }) => id));
    expect(new Set(enrolments.map(({ presetId }) => presetId)).size).toBe(1);
    expect(enrolments[0]).toMatchObject({ learnerId, newCursor: 0, joinedAt: new Date(noon), leftAt: null });
  });
});

const nothing = { learners: 0, sessions: 0, presets: 0, enrolments: 0 };

async function counts({ prisma }: Store) {
  return {
    learners: await prisma.learner.count(),
    sessions: await prisma.session.count(),
    presets: await prisma.preset.count(),
    enrolments: await prisma.enrolment.count(),
  };
}

async function names({ prisma }: Store): Promise<readonly string[]> {
  return (await prisma.learner.findMany()).map(({ name, role }) => `${name}: ${role}`);
}

function refusals(outcomes: readonly PromiseSettledResult<unknown>[]): readonly unknown[] {
  return outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason as unknown] : []));
}

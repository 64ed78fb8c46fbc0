import { describe, expect, it } from "@jest/globals";
import { cheapHash, insertInvitation, password } from "../../support/accounts.js";
import { insertVisitor, openTestSite, type TestSite, type Visitor } from "../../support/site.js";

interface Row {
  readonly act: string;
  readonly send: (by: Visitor, ids: { personId: number; invitationId: number }) => ReturnType<Visitor["get"]>;
  /** Status for an owner, another learner, and nobody. */
  readonly expected: readonly [owner: number, learner: number, nobody: number];
}

/** "Who may do what": people, invitations and one's own settings. Nobody is sent to the log-in from a page, and refused a form. */
const table: readonly Row[] = [
  { act: "see who is here", send: (by) => by.get("/people"), expected: [200, 404, 303] },
  { act: "open the page by its other name", send: (by) => by.get("/admin"), expected: [301, 404, 303] },
  { act: "make an invitation", send: (by) => by.post("/people/invitations"), expected: [201, 404, 401] },
  {
    act: "take an invitation back",
    send: (by, { invitationId }) => by.post(`/people/invitations/${invitationId}/revoke`),
    expected: [303, 404, 401],
  },
  {
    act: "give a role",
    send: (by, { personId }) => by.post(`/people/${personId}/role`, { role: "owner" }),
    expected: [303, 404, 401],
  },
  {
    act: "shut somebody out",
    send: (by, { personId }) => by.post(`/people/${personId}/disabled`, { disabled: "yes" }),
    expected: [303, 404, 401],
  },
  {
    act: "set somebody's password",
    send: (by, { personId }) => by.post(`/people/${personId}/password`, { newPassword: "battery staple" }),
    expected: [303, 404, 401],
  },
  { act: "see one's own settings", send: (by) => by.get("/settings"), expected: [200, 200, 303] },
  {
    act: "change one's own profile",
    send: (by) => by.post("/settings/profile", { name: "Somebody", zone: "UTC", dayStart: "04:00", scheme: "auto" }),
    expected: [303, 303, 401],
  },
  {
    act: "change one's own password",
    send: (by) => by.post("/settings/password", { currentPassword: password, newPassword: "battery staple" }),
    expected: [303, 303, 401],
  },
];

const visitors = ["an owner", "a learner", "nobody"] as const;
const cases = table.flatMap((row) => visitors.map((who, index) => [row.act, who, row.expected[index] ?? 0, row] as const));

describe("who may do what", () => {
  it.each(cases)("%s: %s is answered %d, and who may not changes nothing", async (_act, who, status, row) => {
    const site = await openTestSite();
    const passwordHash = cheapHash(password);
    const owner = await insertVisitor(site, { role: "owner", passwordHash });
    const learner = await insertVisitor(site, { passwordHash });
    const { learnerId: personId } = await insertVisitor(site);
    await insertInvitation(site.store);
    const { id: invitationId } = await site.store.prisma.invitation.findFirstOrThrow();
    const by = { "an owner": owner, "a learner": learner, nobody: site.visitor() }[who];
    const before = await everything(site);

    const reply = await row.send(by, { personId, invitationId });

    expect(reply.status).toBe(status);
    if (status >= 400) expect(await everything(site)).toEqual(before);
    if (status === 303 && who === "nobody") expect(reply.get("location")).toMatch(/^\/login\?next=/);
  });
});

async function everything({ store: { prisma } }: TestSite): Promise<readonly unknown[]> {
  return [await prisma.learner.findMany(), await prisma.session.findMany(), await prisma.invitation.findMany()];
}

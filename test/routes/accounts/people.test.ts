import { describe, expect, it } from "@jest/globals";
import { cheapHash, password } from "../../support/accounts.js";
import { insertVisitor, openTestSite } from "../../support/site.js";

describe("invitations", () => {
  it("make a link that is shown once and lets one person in, when the owner asks for one", async () => {
    const { site, owner } = await siteWithTwo({ PUBLIC_URL: "https://cards.example.org" });

    const made = await owner.post("/people/invitations").set("Host", "cards.example.org");
    const [, link = ""] = /value="(https:\/\/[^"]+)"/.exec(made.text) ?? [];
    const later = await owner.get("/people").set("Host", "cards.example.org");

    expect(made.status).toBe(201);
    expect(made.text).toContain("it works until 28 November");
    expect(link.replace("&#x3D;", "=")).toMatch(/^https:\/\/cards\.example\.org\/signup\?invitation=[\w-]{43}$/);
    expect(later.text).toContain("Made today by Owner");
    expect(later.text).not.toContain("invitation=");
    const url = new URL(link.replace("&#x3D;", "="));
    const page = await site.visitor().get(`${url.pathname}${url.search}`).set("Host", "cards.example.org");
    expect([page.status, page.text]).toEqual([200, expect.stringContaining("You are invited")]);
  });

  it("say that they work on this machine only, when PUBLIC_URL is not set", async () => {
    const { owner } = await siteWithTwo();

    expect((await owner.post("/people/invitations")).text).toContain(
      "on this machine only, until PUBLIC_URL says how others reach it",
    );
  });

  it("can be taken back, when they were not used", async () => {
    const { site, owner } = await siteWithTwo();
    await owner.post("/people/invitations");
    const { id } = await site.store.prisma.invitation.findFirstOrThrow();

    const reply = await owner.post(`/people/invitations/${id}/revoke`);
    const again = await owner.post(`/people/invitations/${id}/revoke`);

    expect([reply.status, reply.get("location")]).toEqual([303, "/people?done=revoked"]);
    expect((await owner.get("/people?done=revoked")).text).toContain("The invitation is taken back.");
    expect([again.status, again.text]).toEqual([409, expect.stringContaining("has changed since it was shown")]);
    expect(await site.store.prisma.invitation.count()).toBe(0);
  });

  it("are refused in place, when registration is closed", async () => {
    const { owner } = await siteWithTwo({ REGISTRATION: "closed" });

    const reply = await owner.post("/people/invitations");

    expect([reply.status, reply.text]).toEqual([403, expect.stringContaining("Registration is closed here")]);
  });
});

describe("people", () => {
  it("are listed with what they may do and when they were here, for the owner", async () => {
    const { site, owner } = await siteWithTwo();
    await site.store.prisma.session.updateMany({ data: { lastUsedAt: new Date(Date.UTC(2026, 10, 3, 12)) } });

    const { text } = await owner.get("/people");

    expect(text).toMatch(/Ada<\/b>\s*<span[^>]*>Learner · Last here about 3 November/);
    expect(text).toMatch(/Owner<\/b> \(you\)/);
  });

  it("get a new password that ends their sessions, when they forgot theirs", async () => {
    const { site, owner, ada } = await siteWithTwo();

    const reply = await owner.post(`/people/${ada.learnerId}/password`, { newPassword: "battery staple" });

    expect([reply.status, reply.get("location")]).toEqual([303, "/people?done=password"]);
    expect((await ada.get("/settings")).get("location")).toBe("/login?next=%2Fsettings");
    expect((await site.visitor().post("/login", { name: "Ada", password: "battery staple" })).status).toBe(303);
    expect((await site.visitor().post("/login", { name: "Ada", password })).status).toBe(401);
  });

  it("keep theirs, when the new password is refused at its field", async () => {
    const { owner, ada } = await siteWithTwo();

    const reply = await owner.post(`/people/${ada.learnerId}/password`, { newPassword: "short" });

    expect(reply.status).toBe(422);
    expect(reply.text).toMatch(new RegExp(`id="password-error-${ada.learnerId}"[^>]*>The password is too short`));
    expect((await ada.get("/settings")).status).toBe(200);
  });

  it("become owners and learners again, but one owner always stays", async () => {
    const { owner, ada } = await siteWithTwo();

    const only = await owner.post(`/people/${owner.learnerId}/role`, { role: "learner" });
    const raised = await owner.post(`/people/${ada.learnerId}/role`, { role: "owner" });
    const lowered = await ada.post(`/people/${owner.learnerId}/role`, { role: "learner" });

    expect([only.status, only.text]).toEqual([409, expect.stringContaining("Owner is the only owner.")]);
    expect([raised.status, lowered.status]).toEqual([303, 303]);
    expect((await owner.get("/people")).status).toBe(404);
    expect((await ada.get("/people")).status).toBe(200);
  });

  it("are shut out at once and let in again, when the owner says so", async () => {
    const { site, owner, ada } = await siteWithTwo();

    const out = await owner.post(`/people/${ada.learnerId}/disabled`, { disabled: "yes" });
    const shutOut = await ada.get("/settings");
    const refused = await site.visitor().post("/login", { name: "Ada", password });
    const back = await owner.post(`/people/${ada.learnerId}/disabled`, { disabled: "no" });

    expect([out.get("location"), shutOut.status, refused.status]).toEqual(["/people?done=disabled", 303, 403]);
    expect(back.get("location")).toBe("/people?done=enabled");
    expect((await site.visitor().post("/login", { name: "Ada", password })).status).toBe(303);
  });

  it.each([
    ["/people/4711/role", { role: "owner" }, 404],
    ["/people/x/role", { role: "owner" }, 404],
    ["/people/1/role", { role: "king" }, 422],
    ["/people/1/disabled", {}, 422],
  ])("stay as they are, when %s is sent %j", async (path, form, status) => {
    const { site, owner } = await siteWithTwo();
    const before = await site.store.prisma.learner.findMany();

    expect((await owner.post(path, form)).status).toBe(status);
    expect(await site.store.prisma.learner.findMany()).toEqual(before);
  });
});

async function siteWithTwo(env: Readonly<Record<string, string>> = {}) {
  const site = await openTestSite(env);
  const owner = await insertVisitor(site, { name: "Owner", role: "owner" });
  const ada = await insertVisitor(site, { name: "Ada", passwordHash: cheapHash(password) });
  return { site, owner, ada };
}

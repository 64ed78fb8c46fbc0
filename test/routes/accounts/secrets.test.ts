import { describe, expect, it } from "@jest/globals";
import { insertInvitation, password } from "../../support/accounts.js";
import { insertVisitor, openTestSite } from "../../support/site.js";

describe("the log", () => {
  it("holds no secret at any level, when people sign up, log in, slip, and change their passwords", async () => {
    const site = await openTestSite();
    const newPassword = "battery staple";
    const wrongPassword = "wrong horse";

    await site.visitor().get(`/signup?code=${site.setupCode}`).set("X-Forwarded-For", "203.0.113.9");
    const signedUp = await site.visitor().post("/signup", { name: "Ada", password, zone: "UTC", code: site.setupCode });
    const token = /deckhand_session=([\w-]+)/.exec(signedUp.get("set-cookie")?.[0] ?? "")?.[1] ?? "";
    const ada = site.visitor({ token, sessionId: 0 });
    const invitation = await insertInvitation(site.store);
    await site.visitor().get(`/signup?invitation=${invitation}`);
    await site.visitor().post("/signup", { name: "ADA", password, zone: "UTC", invitation });
    await site.visitor().post("/login", { name: "Ada", password: wrongPassword });
    await ada.post("/settings/password", { currentPassword: wrongPassword, newPassword });
    await ada.post("/settings/password", { currentPassword: password, newPassword });
    await ada.post("/people/invitations");
    await ada.get("/%E0%A4%A");

    const log = site.logged();
    expect(token).toHaveLength(43);
    expect(log.trim().split("\n").length).toBeGreaterThanOrEqual(9);
    for (const secret of [site.setupCode, invitation, token, password, newPassword, wrongPassword, "scrypt", "?"]) {
      expect(log).not.toContain(secret);
    }
  });

  it("says where a fault is, and tells the visitor its number alone, when something breaks", async () => {
    const site = await openTestSite();
    const owner = await insertVisitor(site, { role: "owner" });
    await site.store.prisma.preset.deleteMany();

    const reply = await owner.get("/settings");

    expect(reply.status).toBe(500);
    expect(reply.text).toContain(reply.get("x-request-id"));
    expect(reply.text).not.toContain("has no preset");
    expect(site.logged()).toContain("has no preset");
  });
});

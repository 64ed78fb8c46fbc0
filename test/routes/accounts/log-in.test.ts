import { describe, expect, it } from "@jest/globals";
import { insertLearnerWithPassword, password } from "../../support/accounts.js";
import { insertVisitor, openTestSite } from "../../support/site.js";
import { noon } from "../../support/store.js";

describe("POST /login", () => {
  it("logs in and goes on to where the person wanted to be, when name and password belong together", async () => {
    const site = await openTestSite();
    await insertLearnerWithPassword(site.store, { name: "Ada" });

    const reply = await site.visitor().post("/login", { name: "ada", password, next: "/settings?done=profile" });

    expect([reply.status, reply.get("location")]).toEqual([303, "/settings?done=profile"]);
    expect(reply.get("set-cookie")).toEqual([
      expect.stringMatching(/^deckhand_session=[\w-]{43}; Max-Age=7776000; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/),
    ]);
    expect(await site.store.prisma.session.findMany()).toEqual([expect.objectContaining({ createdAt: new Date(noon) })]);
  });

  it("sets a cookie for https alone, when PUBLIC_URL is https", async () => {
    const site = await openTestSite({ PUBLIC_URL: "https://cards.example.org" });
    await insertLearnerWithPassword(site.store, { name: "Ada" });

    const reply = await site.visitor().post("/login", { name: "Ada", password }).set("Host", "cards.example.org");

    expect(reply.get("set-cookie")).toEqual([
      expect.stringMatching(/^__Host-deckhand_session=.+; HttpOnly; Secure; SameSite=Lax$/),
    ]);
  });

  it.each(["//evil.example", "https://evil.example/", "/\\evil.example", "/login", "javascript:alert(1)"])(
    "stays on this site, when the page to go on to is %s",
    async (next) => {
      const site = await openTestSite();
      await insertLearnerWithPassword(site.store, { name: "Ada" });

      expect((await site.visitor().post("/login", { name: "Ada", password, next })).get("location")).toBe("/");
    },
  );

  it.each([
    ["the password is wrong", { name: "Ada <3", password: "wrong horse" }],
    ["nobody has the name", { name: "Eve <3", password }],
  ])("says so with the name still there, when %s", async (_what, typed) => {
    const site = await openTestSite();
    await insertLearnerWithPassword(site.store, { name: "Ada <3" });

    const reply = await site.visitor().post("/login", { ...typed, next: "/quiz" });

    expect(reply.status).toBe(401);
    expect(reply.text).toContain("The name or the password is not right. Check both and try again.");
    expect(reply.text).toContain(`value="${typed.name.replace("<", "&lt;")}"`);
    expect(reply.text).toContain('name="next" value="/quiz"');
    expect(reply.text).not.toContain(typed.password);
    expect(reply.get("set-cookie")).toBeUndefined();
  });

  it("says how long to wait, when somebody tries ten passwords", async () => {
    const site = await openTestSite();
    await insertLearnerWithPassword(site.store, { name: "Ada" });
    for (let tries = 0; tries < 10; tries += 1) await site.visitor().post("/login", { name: "Ada", password: `wrong ${tries}` });

    const reply = await site.visitor().post("/login", { name: "ADA", password });

    expect([reply.status, reply.get("retry-after")]).toEqual([429, "900"]);
    expect(reply.text).toContain("Wait 15 minutes, then try again.");
    expect((await site.visitor().post("/login", { name: "Ben", password })).status).toBe(401);
  });

  it("says whom to ask, when the account is disabled", async () => {
    const site = await openTestSite();
    await insertLearnerWithPassword(site.store, { name: "Ada", disabledAt: new Date(noon) });

    const reply = await site.visitor().post("/login", { name: "Ada", password });

    expect([reply.status, reply.text]).toEqual([403, expect.stringContaining("Ask the owner to let you in again.")]);
  });

  it.each([
    ["comes from another site", { "Sec-Fetch-Site": "cross-site", Origin: "http://evil.example" }],
    ["hides where it comes from", { "Sec-Fetch-Site": "same-site", Origin: "null" }],
  ])("starts no session, when the form %s", async (_what, headers) => {
    const site = await openTestSite();
    await insertLearnerWithPassword(site.store, { name: "Ada" });

    const reply = await site.visitor().post("/login", { name: "Ada", password }).set(headers);

    expect([reply.status, reply.text]).toEqual([403, expect.stringContaining("nothing was changed")]);
    expect(await site.store.prisma.session.count()).toBe(0);
  });

  it.each([
    ["10 MB long", { name: "Ada", password: "x".repeat(10_000_000) }, 413],
    ["of a name longer than any", { name: "x".repeat(201), password }, 422],
    ["of two names", "name=Ada&name=Ben&password=correct+horse", 422],
  ])("changes nothing, when the form is %s", async (_what, form, status) => {
    const site = await openTestSite();
    await insertLearnerWithPassword(site.store, { name: "Ada" });

    const reply = await site.visitor().post("/login").send(form);

    expect(reply.status).toBe(status);
    expect(await site.store.prisma.session.count()).toBe(0);
  });
});

describe("GET /login", () => {
  it("leads to the first account, when nobody has one", async () => {
    const site = await openTestSite();

    expect((await site.visitor().get("/login")).get("location")).toBe("/signup");
  });

  it("leads on, when the visitor is logged in already", async () => {
    const site = await openTestSite();
    const ada = await insertVisitor(site);

    expect((await ada.get("/login?next=%2Fsettings")).get("location")).toBe("/settings");
  });

  it("is a page of ours that nobody may keep or frame", async () => {
    const site = await openTestSite();
    await insertVisitor(site);

    const { status, headers } = await site.visitor().get("/login");

    expect(status).toBe(200);
    expect(headers).toMatchObject({ "cache-control": "no-store", "referrer-policy": "same-origin" });
    expect(headers["content-security-policy"]).toBe(
      "default-src 'none';script-src 'self';style-src 'self';img-src 'self';font-src 'self';connect-src 'self';" +
        "media-src 'self';manifest-src 'self';worker-src 'self';form-action 'self';base-uri 'none';frame-ancestors 'none'",
    );
  });

  it("answers 421, when Host is another name", async () => {
    const site = await openTestSite();

    const reply = await site.visitor().get("/login").set("Host", "evil.example");

    expect([reply.status, reply.text]).toEqual([421, expect.stringContaining("answers at http://localhost:3000")]);
  });
});

describe("POST /logout", () => {
  it("ends this session alone and takes its cookie back", async () => {
    const site = await openTestSite();
    const ada = await insertVisitor(site);
    const ben = await insertVisitor(site);

    const reply = await ada.post("/logout");

    expect([reply.status, reply.get("location")]).toEqual([303, "/login"]);
    expect(reply.get("set-cookie")).toEqual([expect.stringMatching(/^deckhand_session=; .*Expires=Thu, 01 Jan 1970/)]);
    expect((await ada.get("/settings")).get("location")).toBe("/login?next=%2Fsettings");
    expect((await ben.get("/settings")).status).toBe(200);
  });

  it("is no error, when the session has ended already", async () => {
    const site = await openTestSite();

    expect((await site.visitor().post("/logout")).get("location")).toBe("/login");
  });

  it("does nothing, when it is asked by a link", async () => {
    const site = await openTestSite();
    const ada = await insertVisitor(site);

    expect((await ada.get("/logout")).status).toBe(404);
    expect(await site.store.prisma.session.count()).toBe(1);
  });
});

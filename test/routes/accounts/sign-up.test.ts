import { describe, expect, it } from "@jest/globals";
import { insertInvitation } from "../../support/accounts.js";
import { insertVisitor, openTestSite, type TestSite } from "../../support/site.js";
import { noon } from "../../support/store.js";

const ada = { name: "Ada", password: "correct horse", zone: "Europe/London" };
const weekMs = 7 * 86_400_000;
/** As a request looks that a proxy passes on: it does not come straight from this machine. */
const proxied = { "X-Forwarded-For": "203.0.113.9" };

describe("the first account", () => {
  it("is made without a code and logged in, when the request comes straight from this machine", async () => {
    const site = await openTestSite();

    const page = await site.visitor().get("/signup");
    const reply = await site.visitor().post("/signup", ada);

    expect([page.status, page.text]).toEqual([200, expect.not.stringContaining('name="code"')]);
    expect([reply.status, reply.get("location")]).toEqual([303, "/"]);
    expect(reply.get("set-cookie")).toEqual([expect.stringMatching(/^deckhand_session=[\w-]{43}; .*HttpOnly; SameSite=Lax$/)]);
    expect(await people(site)).toEqual(["Ada: owner, Europe/London"]);
  });

  it("is made with the code in the address, when the request comes from elsewhere", async () => {
    const site = await openTestSite();

    const page = await site.visitor().get(`/signup?code=${site.setupCode}`).set(proxied);
    const reply = await site
      .visitor()
      .post("/signup", { ...ada, code: site.setupCode })
      .set(proxied);

    expect([page.status, page.text]).toEqual([
      200,
      expect.stringMatching(new RegExp(`name="code"[^>]*value="${site.setupCode}"`)),
    ]);
    expect(reply.status).toBe(303);
    expect(await people(site)).toEqual(["Ada: owner, Europe/London"]);
  });

  it("asks for the code, when the address has none and the request comes from elsewhere", async () => {
    const site = await openTestSite();

    const page = await site.visitor().get("/signup").set(proxied);
    const reply = await site.visitor().post("/signup", ada).set(proxied);

    expect([page.status, page.text]).toEqual([200, expect.stringContaining('name="code"')]);
    expect([reply.status, reply.text]).toEqual([403, expect.stringContaining("Open the address that the server printed")]);
    expect(await people(site)).toEqual([]);
  });

  it("is refused at the field, when the code is wrong", async () => {
    const site = await openTestSite();

    const page = await site.visitor().get("/signup?code=wrong").set(proxied);
    const reply = await site
      .visitor()
      .post("/signup", { ...ada, code: "wrong" })
      .set(proxied);

    expect([page.status, reply.status]).toEqual([403, 403]);
    expect(reply.text).toContain("This is not the code.");
    expect(reply.text).toContain('value="Ada"');
    expect(await people(site)).toEqual([]);
  });

  it("is made once, when two come at once", async () => {
    const site = await openTestSite();

    const replies = await Promise.all(["Ada", "Ben"].map((name) => site.visitor().post("/signup", { ...ada, name })));

    expect(replies.map(({ status }) => status).sort()).toEqual([303, 403]);
    expect(await people(site)).toHaveLength(1);
  });
});

describe("an account by invitation", () => {
  it("is a learner's, and the link is used up, when it is good", async () => {
    const site = await siteWithOwner();
    const token = await insertInvitation(site.store);

    const page = await site.visitor().get(`/signup?invitation=${token}`).set(proxied);
    const reply = await site
      .visitor()
      .post("/signup", { ...ada, invitation: token })
      .set(proxied);
    const again = await site.visitor().get(`/signup?invitation=${token}`).set(proxied);

    expect([page.status, page.text]).toEqual([200, expect.stringContaining("You are invited")]);
    expect(reply.status).toBe(303);
    expect([again.status, again.text]).toEqual([409, expect.stringContaining("a link works once")]);
    expect(again.text).not.toContain("<form");
    expect(await people(site)).toEqual(["Ada: learner, Europe/London", "Owner: owner, UTC"]);
  });

  it.each([
    ["it has expired", "expired", 409, "works for seven days"],
    ["it was never made", "unknown", 409, "is not known here"],
    ["there is none", "none", 403, "Ask the owner for a link."],
  ])("is refused with what to do, when %s", async (_what, kind, status, words) => {
    const site = await siteWithOwner();
    const tokens: Readonly<Record<string, string>> = {
      expired: await insertInvitation(site.store, noon - weekMs),
      unknown: "x".repeat(43),
    };
    const invitation = tokens[kind] ?? "";

    const page = await site.visitor().get(`/signup?invitation=${invitation}`);
    const reply = await site.visitor().post("/signup", { ...ada, invitation });

    expect([page.status, page.text]).toEqual([status, expect.stringContaining(words)]);
    expect([reply.status, reply.text]).toEqual([status, expect.stringContaining(words)]);
    expect(await people(site)).toHaveLength(1);
  });
});

describe("POST /signup", () => {
  it("says so with everything but the password still there, when the name is taken", async () => {
    const site = await siteWithOwner({ REGISTRATION: "open" });

    const reply = await site.visitor().post("/signup", { ...ada, name: "OWNER" });

    expect([reply.status, reply.text]).toEqual([409, expect.stringContaining("“OWNER” is taken here. Choose another one.")]);
    expect(reply.text).toContain('value="OWNER"');
    expect(reply.text).toContain('<option value="Europe/London" selected>');
    expect(reply.text).not.toContain(ada.password);
    expect(await people(site)).toHaveLength(1);
  });

  it("says what is wrong at each field, when several are", async () => {
    const site = await siteWithOwner({ REGISTRATION: "open" });

    const reply = await site.visitor().post("/signup", { name: "  ", password: "pz7!", zone: "Mars" });

    expect(reply.status).toBe(422);
    for (const words of ["A name is needed", "Use at least 8 characters", "This time zone is not known here"]) {
      expect(reply.text).toContain(words);
    }
    expect(reply.text).not.toContain("pz7!");
    expect(await people(site)).toHaveLength(1);
  });

  it("adds nobody, when registration is closed, even with an invitation", async () => {
    const site = await siteWithOwner({ REGISTRATION: "closed" });
    const invitation = await insertInvitation(site.store);

    const reply = await site.visitor().post("/signup", { ...ada, invitation });

    expect([reply.status, reply.text]).toEqual([403, expect.stringContaining("Ask the owner to add you.")]);
    expect(await people(site)).toHaveLength(1);
  });

  it("says how long to wait, when one address asks forty times", async () => {
    const site = await siteWithOwner();
    for (let tries = 0; tries < 40; tries += 1) await site.visitor().post("/signup", { ...ada, invitation: `guess ${tries}` });

    const reply = await site.visitor().post("/signup", { ...ada, invitation: await insertInvitation(site.store) });

    expect([reply.status, reply.get("retry-after")]).toEqual([429, "3600"]);
    expect(await people(site)).toHaveLength(1);
  });
});

describe("GET /signup", () => {
  it("leads to Today, when the visitor is logged in", async () => {
    const site = await openTestSite();
    const owner = await insertVisitor(site);

    expect((await owner.get("/signup")).get("location")).toBe("/");
  });
});

async function siteWithOwner(env: Readonly<Record<string, string>> = {}): Promise<TestSite> {
  const site = await openTestSite(env);
  await insertVisitor(site, { name: "Owner", role: "owner" });
  return site;
}

async function people({ store }: TestSite): Promise<readonly string[]> {
  const learners = await store.prisma.learner.findMany({ orderBy: { nameKey: "asc" } });
  return learners.map(({ name, role, zone }) => `${name}: ${role}, ${zone}`);
}

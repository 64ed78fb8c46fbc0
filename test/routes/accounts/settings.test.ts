import { describe, expect, it } from "@jest/globals";
import { cheapHash, insertSession, password } from "../../support/accounts.js";
import { insertVisitor, openTestSite, type TestSite } from "../../support/site.js";

const profile = { name: "Ada L", zone: "Asia/Tokyo", dayStart: "05:30", scheme: "dark" };

describe("POST /settings/profile", () => {
  it("saves the learner's own profile and says so on the page", async () => {
    const site = await openTestSite();
    const ada = await insertVisitor(site, { name: "Ada" });
    const ben = await insertVisitor(site, { name: "Ben" });

    const reply = await ada.post("/settings/profile", profile);
    const page = await ada.get(reply.get("location") ?? "");

    expect([reply.status, reply.get("location")]).toEqual([303, "/settings?done=profile"]);
    expect(page.text).toContain("Saved.");
    expect(page.text).toContain('value="Ada L"');
    expect(page.text).toContain('<option value="Asia/Tokyo" selected>');
    expect(page.text).toContain('value="05:30"');
    expect(page.text).toContain('data-scheme="dark"');
    expect(await site.store.prisma.learner.findUnique({ where: { id: ben.learnerId } })).toMatchObject({
      name: "Ben",
      zone: "UTC",
    });
  });

  it.each([
    [
      "several fields are wrong",
      { name: " ", zone: "Mars", dayStart: "29:00" },
      422,
      ["A name is needed", "a time such as 04:00", "not known here"],
    ],
    ["the name is another's", { name: "BEN" }, 409, ["“BEN” is taken here"]],
  ])("changes nothing and keeps what was typed, when %s", async (_what, slip, status, sentences) => {
    const site = await openTestSite();
    const ada = await insertVisitor(site, { name: "Ada" });
    await insertVisitor(site, { name: "Ben" });

    const reply = await ada.post("/settings/profile", { ...profile, ...slip });

    expect(reply.status).toBe(status);
    for (const sentence of sentences) expect(reply.text).toContain(sentence);
    expect(reply.text).toContain(`value="${slip.name}"`);
    expect(reply.text).toContain('<option value="dark" selected>');
    expect(await site.store.prisma.learner.findUnique({ where: { id: ada.learnerId } })).toMatchObject({
      name: "Ada",
      zone: "UTC",
    });
  });
});

describe("POST /settings/password", () => {
  it("keeps this session and ends the others, when the present password is right", async () => {
    const site = await openTestSite();
    const ada = await insertVisitor(site, { name: "Ada", passwordHash: cheapHash(password) });
    const elsewhere = site.visitor(await insertSession(site.store, ada.learnerId));

    const reply = await ada.post("/settings/password", { currentPassword: password, newPassword: "battery staple" });

    expect([reply.status, reply.get("location")]).toEqual([303, "/settings?done=password"]);
    expect((await ada.get("/settings?done=password")).text).toContain("Your password is changed.");
    expect((await elsewhere.get("/settings")).get("location")).toBe("/login?next=%2Fsettings");
    expect((await site.visitor().post("/login", { name: "Ada", password: "battery staple" })).status).toBe(303);
  });

  it.each([
    ["the present one is wrong", { currentPassword: "wrong horse" }, "This is not your present password."],
    ["the new one is too short", { newPassword: "short" }, "Use at least 8 characters."],
  ])("changes nothing and shows neither password, when %s", async (_what, slip, words) => {
    const site = await openTestSite();
    const ada = await insertVisitor(site, { name: "Ada", passwordHash: cheapHash(password) });
    const typed = { currentPassword: password, newPassword: "battery staple", ...slip };

    const reply = await ada.post("/settings/password", typed);

    expect([reply.status, reply.text]).toEqual([422, expect.stringContaining(words)]);
    for (const secret of Object.values(typed)) expect(reply.text).not.toContain(`"${secret}"`);
    expect((await site.store.prisma.learner.findFirstOrThrow()).passwordHash).toBe(cheapHash(password));
  });

  it("says how long to wait, when somebody at an open browser tries ten passwords", async () => {
    const site = await openTestSite();
    const ada = await insertVisitor(site, { name: "Ada", passwordHash: cheapHash(password) });
    for (let tries = 0; tries < 10; tries += 1) {
      await ada.post("/settings/password", { currentPassword: `wrong ${tries}`, newPassword: "battery staple" });
    }

    const reply = await ada.post("/settings/password", { currentPassword: password, newPassword: "battery staple" });

    expect([reply.status, reply.text]).toEqual([429, expect.stringContaining("Wait 15 minutes")]);
    expect((await site.store.prisma.learner.findFirstOrThrow()).passwordHash).toBe(cheapHash(password));
  });
});

describe("POST /settings/study", () => {
  const study = {
    desiredRetention: "87",
    newPerDay: "7",
    reviewsPerDay: "150",
    learningSteps: "2m 15m",
    relearningSteps: "",
    learnAheadMinutes: "30",
    maximumIntervalDays: "365",
    newOrder: "random",
    reviewOrder: "retrievabilityAscending",
    newMix: "after",
    buryReviewSiblings: "yes",
    leechThreshold: "6",
    leechAction: "suspend",
  };

  it("saves the study settings and shows them, when they are in order", async () => {
    const site = await openTestSite();
    const ada = await insertVisitor(site);

    const reply = await ada.post("/settings/study", { ...study, presetId: await presetOf(site, ada.learnerId) });
    const page = await ada.get(reply.get("location") ?? "");

    expect([reply.status, reply.get("location")]).toEqual([303, "/settings?done=study"]);
    expect(page.text).toContain("Your study settings are saved.");
    expect(shown(page.text)).toEqual(study);
  });

  it("says what is wrong at each field and saves nothing, when some are out of range", async () => {
    const site = await openTestSite();
    const ada = await insertVisitor(site);
    const presetId = await presetOf(site, ada.learnerId);
    const before = await site.store.prisma.preset.findMany();

    const slips = { newPerDay: "-3", learningSteps: "10m 1m", desiredRetention: "ninety" };
    const reply = await ada.post("/settings/study", { ...study, ...slips, presetId });

    expect(reply.status).toBe(422);
    for (const words of ["from 0 to 9999", "must be longer than the one before", "from 70 to 99"])
      expect(reply.text).toContain(words);
    expect(reply.text).toContain('<details class="further" open>');
    expect(shown(reply.text)).toMatchObject({ ...slips, newOrder: "random", leechAction: "suspend" });
    expect(await site.store.prisma.preset.findMany()).toEqual(before);
  });

  it("answers 404 and changes nothing, when the preset is another learner's", async () => {
    const site = await openTestSite();
    const ada = await insertVisitor(site);
    const ben = await insertVisitor(site);
    const before = await site.store.prisma.preset.findMany();

    const reply = await ada.post("/settings/study", { ...study, presetId: await presetOf(site, ben.learnerId) });

    expect(reply.status).toBe(404);
    expect((await ada.get(`/settings?preset=${await presetOf(site, ben.learnerId)}`)).status).toBe(404);
    expect(await site.store.prisma.preset.findMany()).toEqual(before);
  });
});

async function presetOf({ store }: TestSite, learnerId: number): Promise<string> {
  return String((await store.prisma.preset.findFirstOrThrow({ where: { learnerId } })).id);
}

/** What the fields of the form hold, by their names. */
function shown(html: string): Readonly<Record<string, string | undefined>> {
  const form = /<form id="study-form"[\s\S]*?<\/form>/.exec(html)?.[0] ?? "";
  const texts = [...form.matchAll(/<input id="(\w+)"[^>]*type="(?:text|number)"[^>]*value="([^"]*)"/g)];
  const lists = [...form.matchAll(/<select id="(\w+)"[\s\S]*?<option value="(\w+)" selected>/g)];
  const ticks = [...form.matchAll(/<input id="(\w+)"[^>]*type="checkbox" value="(\w+)" checked>/g)];
  return Object.fromEntries([...texts, ...lists, ...ticks].map(([, name = "", value]) => [name, value] as const));
}

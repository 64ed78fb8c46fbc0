import { describe, expect, it } from "@jest/globals";
import express, { type ErrorRequestHandler } from "express";
import supertest from "supertest";
import { AppError } from "../../server/domain/errors.js";
import { requireLearner, requireOwner } from "../../server/security/require-learner.js";
import { learnerOf, optionalLearnerOf, recogniseSession } from "../../server/security/session.js";
import { newToken } from "../../server/secrets/token.js";
import { insertSession } from "../support/accounts.js";
import { insertLearner } from "../support/build-learner.js";
import { testConfig } from "../support/config.js";
import { noon, openTestStore } from "../support/store.js";

const dayMs = 86_400_000;

describe("recogniseSession", () => {
  it("knows the learner, when the cookie holds their session's token", async () => {
    const { agent, ada } = await site();

    const reply = await agent.get("/who").set("Cookie", `other=1; deckhand_session=${ada.token}`);

    expect(reply.text).toBe("Ada");
    expect(reply.get("set-cookie")).toBeUndefined();
  });

  it.each([
    ["there is no cookie", () => ""],
    ["the token is another", () => `deckhand_session=${newToken()}`],
    ["the token has an odd form", () => "deckhand_session=%00'; other=1"],
    ["two cookies have the name", (token: string) => `deckhand_session=${token}; deckhand_session=${token}`],
    ["the name differs in case", (token: string) => `Deckhand_Session=${token}`],
    ["the name has the prefix of https", (token: string) => `__Host-deckhand_session=${token}`],
  ])("knows nobody, when %s", async (_what, cookie) => {
    const { agent, ada } = await site();

    expect((await agent.get("/who").set("Cookie", cookie(ada.token))).text).toBe("nobody");
  });

  it("ends 90 days after the last use and takes the cookie back", async () => {
    const { agent, ada, store } = await site();
    store.clock.set(noon + 90 * dayMs);

    const reply = await agent.get("/who").set("Cookie", `deckhand_session=${ada.token}`);

    expect(reply.text).toBe("nobody");
    expect(reply.get("set-cookie")?.[0]).toMatch(/^deckhand_session=; Path=\/; Expires=Thu, 01 Jan 1970/);
  });

  it("lasts as long as it is used, writing that at most once a day", async () => {
    const { agent, ada, store } = await site();
    const writes: number[] = [];

    for (let day = 0; day <= 200; day += 50) {
      for (const later of [0, dayMs - 1]) {
        store.clock.set(noon + day * dayMs + later);
        const reply = await agent.get("/who").set("Cookie", `deckhand_session=${ada.token}`);
        expect(reply.text).toBe("Ada");
        if (reply.get("set-cookie") !== undefined) writes.push(day * dayMs + later);
      }
    }

    expect(writes).toEqual([50, 100, 150, 200].map((day) => day * dayMs));
    const session = await store.prisma.session.findUniqueOrThrow({ where: { id: ada.sessionId } });
    expect(session.lastUsedAt).toEqual(new Date(noon + 200 * dayMs));
  });

  it("sets a cookie that scripts cannot read, when it renews a session over http", async () => {
    const { agent, ada, store } = await site();
    store.clock.advance(dayMs);

    const reply = await agent.get("/who").set("Cookie", `deckhand_session=${ada.token}`);

    expect(reply.get("set-cookie")?.[0]).toMatch(
      new RegExp(`^deckhand_session=${ada.token}; Max-Age=7776000; Path=/; Expires=[^;]+; HttpOnly; SameSite=Lax$`),
    );
  });

  it("sets a cookie for https and this host alone, when PUBLIC_URL is https", async () => {
    const { agent, ada, store } = await site("https://cards.example.org");
    store.clock.advance(dayMs);

    const reply = await agent.get("/who").set("Cookie", `__Host-deckhand_session=${ada.token}`);

    expect(reply.text).toBe("Ada");
    expect(reply.get("set-cookie")?.[0]).toMatch(
      new RegExp(
        `^__Host-deckhand_session=${ada.token}; Max-Age=7776000; Path=/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$`,
      ),
    );
  });
});

describe("requireLearner", () => {
  it("shows the page, when somebody is logged in", async () => {
    const { agent, ada } = await site();

    expect((await agent.get("/own").set("Cookie", `deckhand_session=${ada.token}`)).text).toBe("own page of Ada");
  });

  it("sends a page's reader to the log-in and back, when nobody is logged in", async () => {
    const { agent } = await site();

    const reply = await agent.get("/own?deck=3&x=%2F");

    expect([reply.status, reply.get("location")]).toEqual([303, "/login?next=%2Fown%3Fdeck%3D3%26x%3D%252F"]);
  });

  it("lets htmx load the log-in, when a session ended while a page was open", async () => {
    const { agent } = await site();

    const reply = await agent.post("/own").set("HX-Request", "true").set("HX-Current-URL", "http://localhost:3000/quiz?deck=3");

    expect([reply.status, reply.get("hx-redirect")]).toEqual([401, "/login?next=%2Fquiz%3Fdeck%3D3&ended=yes"]);
  });

  it("answers 401 with what to do, when a form is sent by nobody", async () => {
    const { agent } = await site();

    const reply = await agent.post("/own");

    expect([reply.status, reply.text]).toEqual([401, expect.stringContaining("Log in again")]);
  });
});

describe("requireOwner", () => {
  it.each([
    ["an owner", 200],
    ["a learner", 404],
  ])("answers %s with %d", async (who, status) => {
    const { agent, ada, owner } = await site();

    const { token } = who === "an owner" ? owner : ada;

    expect((await agent.get("/owners").set("Cookie", `deckhand_session=${token}`)).status).toBe(status);
  });

  it("sends to the log-in, when nobody is logged in", async () => {
    const { agent } = await site();

    expect((await agent.get("/owners")).get("location")).toBe("/login?next=%2Fowners");
  });
});

async function site(publicUrl = "http://localhost:3000") {
  const store = await openTestStore();
  const owner = await insertSession(store, (await insertLearner(store, { name: "Owner", role: "owner" })).id);
  const ada = await insertSession(store, (await insertLearner(store, { name: "Ada" })).id);
  const app = express();
  app.use(recogniseSession({ config: testConfig({ PUBLIC_URL: publicUrl }), store, now: store.clock.now }));
  app.get("/who", (request, response) => void response.send(optionalLearnerOf(request)?.name ?? "nobody"));
  app.all("/own", requireLearner, (request, response) => void response.send(`own page of ${learnerOf(request).name}`));
  app.get("/owners", requireOwner, (_request, response) => void response.send("owners' page"));
  const reply: ErrorRequestHandler = (error, _request, response, next) => {
    if (!(error instanceof AppError)) return next(error);
    response.status(error.status).send(error.message);
  };
  app.use(reply);
  return { store, owner, ada, agent: supertest(app) };
}

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "@jest/globals";
import express, { type ErrorRequestHandler } from "express";
import supertest from "supertest";
import { AppError } from "../../server/domain/errors.js";
import { hostCheck } from "../../server/security/host-check.js";
import { originCheck } from "../../server/security/origin-check.js";
import { isFromThisMachine } from "../../server/security/request-origin.js";
import { testConfig } from "../support/config.js";

const closing: (() => void)[] = [];
afterEach(() => closing.splice(0).forEach((close) => close()));

describe("hostCheck", () => {
  it.each([
    ["PUBLIC_URL's host", "https://cards.example.org", "cards.example.org"],
    ["PUBLIC_URL's host in capitals", "https://cards.example.org", "Cards.Example.ORG"],
    ["PUBLIC_URL's host with the scheme's port", "https://cards.example.org", "cards.example.org:443"],
    ["PUBLIC_URL's host and port", "http://deckhand.lan:3000", "deckhand.lan:3000"],
    ["localhost with the port", "https://cards.example.org", "localhost:PORT"],
    ["127.0.0.1 with the port", "https://cards.example.org", "127.0.0.1:PORT"],
    ["[::1] with the port", "https://cards.example.org", "[::1]:PORT"],
    ["a loopback name with PUBLIC_URL's port, mapped to ours", "http://localhost:8080", "127.0.0.1:8080"],
  ])("lets the request through, when Host is %s", async (_what, publicUrl, host) => {
    const { agent, port } = await listen(publicUrl);

    const reply = await agent.get("/").set("Host", host.replace("PORT", String(port)));

    expect(reply.status).toBe(200);
  });

  it.each([
    ["another name", "http://localhost:3000", "evil.example"],
    ["another name with our port", "http://localhost:3000", "evil.example:PORT"],
    ["a loopback name with another port", "https://cards.example.org", "localhost:1"],
    ["PUBLIC_URL's name with another port", "https://cards.example.org", "cards.example.org:80"],
    ["a name that ends like ours", "https://cards.example.org", "evilcards.example.org"],
    ["this machine's address, which PUBLIC_URL does not name", "http://localhost:3000", "192.168.1.5:PORT"],
    ["with user information", "http://localhost:3000", "evil@localhost:PORT"],
    ["empty", "http://localhost:3000", ""],
  ])("answers 421 with the right address, when Host is %s", async (_what, publicUrl, host) => {
    const { agent, port } = await listen(publicUrl);

    const reply = await agent.get("/").set("Host", host.replace("PORT", String(port)));

    expect(reply.status).toBe(421);
    expect(reply.text).toContain(`answers at ${publicUrl}`);
  });
});

describe("originCheck", () => {
  const publicUrl = "http://deckhand.lan:3000";
  const host = "deckhand.lan:3000";

  it.each([
    ["Sec-Fetch-Site says same-origin", { "Sec-Fetch-Site": "same-origin" }],
    ["Sec-Fetch-Site says same-origin, whatever Origin says", { "Sec-Fetch-Site": "same-origin", Origin: "null" }],
    ["Origin is PUBLIC_URL, and plain http sends no Sec-Fetch-Site", { Origin: publicUrl }],
  ])("lets a form through, when %s", async (_what, headers) => {
    const { agent } = await listen(publicUrl);

    expect((await agent.post("/").set("Host", host).set(headers)).status).toBe(200);
  });

  it.each(["localhost", "127.0.0.1", "[::1]"])("lets a form through, when it comes from the page at %s", async (name) => {
    const { agent, port } = await listen("https://cards.example.org");

    const reply = await agent.post("/").set("Host", `${name}:${port}`).set("Origin", `http://${name}:${port}`);

    expect(reply.status).toBe(200);
  });

  it.each([
    ["neither header is sent", {}],
    ["Sec-Fetch-Site says cross-site", { "Sec-Fetch-Site": "cross-site" }],
    ["Sec-Fetch-Site says same-site", { "Sec-Fetch-Site": "same-site", Origin: publicUrl }],
    ["Sec-Fetch-Site says none", { "Sec-Fetch-Site": "none" }],
    ["Origin is another site", { Origin: "http://evil.example" }],
    ["Origin is hidden", { Origin: "null" }],
    ["Origin has another port", { Origin: "http://deckhand.lan:3001" }],
    ["Origin has another scheme", { Origin: "https://deckhand.lan:3000" }],
    ["Origin is a loopback name while Host is not", { Origin: "http://localhost:3000" }],
  ])("answers 403 and runs nothing, when %s", async (_what, headers) => {
    const { agent } = await listen(publicUrl);

    for (const method of ["post", "put", "delete", "patch"] as const) {
      const reply = await agent[method]("/").set("Host", host).set(headers);
      expect([method, reply.status]).toEqual([method, 403]);
      expect(reply.text).toContain("nothing was changed");
    }
  });

  it("asks nothing of a page, when it is opened from elsewhere", async () => {
    const { agent } = await listen(publicUrl);

    expect((await agent.get("/").set("Host", host).set("Sec-Fetch-Site", "cross-site")).status).toBe(200);
  });
});

describe("isFromThisMachine", () => {
  it("is true, when a program on this machine asks directly", async () => {
    const { agent } = await listen();

    expect((await agent.get("/")).text).toBe("from this machine: true");
  });

  it.each(["X-Forwarded-For", "Forwarded", "X-Real-IP", "X-Forwarded-Host", "X-Forwarded-Proto", "Via"])(
    "is false, when a proxy on this machine passes a request on with %s",
    async (header) => {
      const { agent } = await listen();

      expect((await agent.get("/").set(header, "127.0.0.1")).text).toBe("from this machine: false");
    },
  );
});

async function listen(publicUrl = "http://localhost:3000") {
  const config = testConfig({ PUBLIC_URL: publicUrl });
  const app = express();
  app.use(hostCheck(config), originCheck(config));
  app.use((request, response) => void response.send(`from this machine: ${isFromThisMachine(request)}`));
  const reply: ErrorRequestHandler = (error, _request, response, next) => {
    if (!(error instanceof AppError)) return next(error);
    response.status(error.status).send(error.message);
  };
  app.use(reply);
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closing.push(() => server.close());
  const { port } = server.address() as AddressInfo;
  return { agent: supertest(server), port };
}

import { describe, expect, it } from "@jest/globals";
import express from "express";
import supertest from "supertest";
import { createLog, requestLog } from "../../server/log.js";

describe("requestLog", () => {
  it("writes one line that carries the reply's X-Request-Id, when a request is answered", async () => {
    const { app, lines } = loggedApp();

    const reply = await supertest(app).get("/decks");

    expect(await lines()).toEqual([
      expect.objectContaining({
        requestId: reply.get("x-request-id"),
        method: "GET",
        path: "/decks",
        status: 200,
        msg: "request",
      }),
    ]);
  });

  it("gives each request an id of its own, when the browser sends one", async () => {
    const { app } = loggedApp();

    const reply = await supertest(app).get("/decks").set("X-Request-Id", "chosen");

    expect(reply.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("leaves out query, cookies, headers and body, when they hold secrets", async () => {
    const { app, lines } = loggedApp();

    await supertest(app)
      .post("/signup?code=secret-code&invitation=secret-invitation")
      .set("Cookie", "deckhand_session=secret-session")
      .set("Authorization", "Bearer secret-token")
      .type("form")
      .send({ password: "secret-password" });

    expect(await lines()).toHaveLength(1);
    expect(JSON.stringify(await lines())).not.toContain("secret");
  });

  it("keeps what is hung onto an error out of the line, when a failure is logged", async () => {
    const { app, lines } = loggedApp();

    await supertest(app).post("/fail").type("form").send({ password: "secret-password" });

    const [failure] = await lines();
    expect(failure).toMatchObject({ err: { type: "Error", message: "broken", code: "EBROKEN", cause: { message: "worn out" } } });
    expect(JSON.stringify(await lines())).not.toContain("secret");
  });
});

function loggedApp() {
  const written: string[] = [];
  const log = createLog("info", { write: (line) => void written.push(line) });
  const app = express();
  app.use(requestLog(log), express.urlencoded());
  app.post("/fail", (request, response) => {
    const error = Object.assign(new Error("broken", { cause: new Error("worn out") }), {
      code: "EBROKEN",
      body: request.body as unknown,
    });
    request.log.error({ err: error }, "request failed");
    response.sendStatus(500);
  });
  app.use((_request, response) => void response.send("ok"));
  // The line is written when the connection lets go of the reply, which may be a moment after the client has it.
  const lines = async () => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    return written.map((line) => JSON.parse(line) as Record<string, unknown>);
  };
  return { app, lines };
}

import { describe, expect, it } from "@jest/globals";
import { startTestServer } from "../support/server.js";

describe("an idle connection", () => {
  it("a connection, when it is idle for as long as proxies keep theirs, is not closed by us: a form sent at that moment would be lost", async () => {
    const { url } = await startTestServer();

    const reply = await fetch(`${url}/login`, { headers: { connection: "keep-alive" } });

    const seconds = Number(/timeout=(\d+)/.exec(reply.headers.get("keep-alive") ?? "")?.[1]);
    expect(seconds).toBeGreaterThan(60);
  });
});

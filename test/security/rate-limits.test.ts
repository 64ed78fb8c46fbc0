import { describe, expect, it } from "@jest/globals";
import express from "express";
import supertest from "supertest";
import { TooManyRequestsError } from "../../server/domain/errors.js";
import { addressKey, logInByAddress, logInByName } from "../../server/security/rate-limits.js";
import { testConfig } from "../support/config.js";

describe("logInByName", () => {
  it("refuses the eleventh try with the time to wait in words, and counts each key by itself", async () => {
    const limit = logInByName();
    for (let tries = 0; tries < 10; tries += 1) await limit.count("ada");

    const refusal: unknown = await limit.count("ada").catch((error: unknown) => error);

    expect(refusal).toBeInstanceOf(TooManyRequestsError);
    expect(refusal).toMatchObject({
      message: "Too many tries to log in with this name. Wait 15 minutes, then try again.",
      retryAfterSeconds: 900,
    });
    await expect(limit.count("ben")).resolves.toBeUndefined();
  });

  it("counts from the beginning, when a try succeeded", async () => {
    const limit = logInByName();
    for (let tries = 0; tries < 10; tries += 1) await limit.count("ada");

    await limit.forget("ada");

    await expect(limit.count("ada")).resolves.toBeUndefined();
  });
});

describe("logInByAddress", () => {
  it("lets a whole team log in, and refuses who tries more than a hundred times", async () => {
    const limit = logInByAddress();
    for (let tries = 0; tries < 100; tries += 1) await limit.count("192.0.2.1");

    await expect(limit.count("192.0.2.1")).rejects.toBeInstanceOf(TooManyRequestsError);
  });
});

describe("addressKey", () => {
  it.each([
    ["off", "203.0.113.9", "127.0.0.1"],
    ["1", "198.51.100.7, 203.0.113.9", "203.0.113.9"],
    ["2", "198.51.100.7, 203.0.113.9", "198.51.100.7"],
    ["loopback", "198.51.100.7, 203.0.113.9", "203.0.113.9"],
    ["loopback,203.0.113.0/24", "198.51.100.7, 203.0.113.9", "198.51.100.7"],
    ["10.0.0.0/8", "203.0.113.9", "127.0.0.1"],
    ["1", "::ffff:203.0.113.9", "203.0.113.9"],
    ["1", "2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
    ["1", "2001:0db8:0001:0002::6", "2001:db8:1:2"],
    ["1", "2001:db8::6", "2001:db8:0:0"],
    ["1", "::1", "0:0:0:0"],
  ])("with TRUST_PROXY=%s and X-Forwarded-For %s, when asked over loopback, is %s", async (trustProxy, forwarded, key) => {
    const app = express();
    app.set("trust proxy", testConfig({ TRUST_PROXY: trustProxy }).trustProxy);
    app.use((request, response) => void response.send(addressKey(request)));

    expect((await supertest(app).get("/").set("X-Forwarded-For", forwarded)).text).toBe(key);
  });
});

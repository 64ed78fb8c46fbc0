import { describe, expect, it } from "@jest/globals";
import express from "express";
import supertest from "supertest";
import { securityHeaders } from "../../server/security/headers.js";
import { testConfig } from "../support/config.js";

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "media-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
];

describe("securityHeaders", () => {
  it("allows our own files and forms alone, and keeps pages out of every cache", async () => {
    const { headers } = await replyAt("http://deckhand.lan:3000");

    expect(headers["content-security-policy"]).toBe(policy.join(";"));
    expect(headers).toMatchObject({
      "referrer-policy": "same-origin",
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "cross-origin-resource-policy": "same-origin",
    });
    expect(headers).not.toHaveProperty("x-powered-by");
  });

  it("leaves out what browsers refuse over plain http, when PUBLIC_URL is http", async () => {
    const { headers } = await replyAt("http://deckhand.lan:3000");

    for (const name of ["strict-transport-security", "cross-origin-opener-policy", "origin-agent-cluster"]) {
      expect(headers).not.toHaveProperty(name);
    }
  });

  it("keeps browsers on https, when PUBLIC_URL is https", async () => {
    const { headers } = await replyAt("https://cards.example.org");

    expect(headers).toMatchObject({
      "strict-transport-security": "max-age=31536000",
      "cross-origin-opener-policy": "same-origin",
      "origin-agent-cluster": "?1",
    });
  });
});

function replyAt(publicUrl: string) {
  const app = express();
  app.use(securityHeaders(testConfig({ PUBLIC_URL: publicUrl })), (_request, response) => void response.send("ok"));
  return supertest(app).get("/");
}

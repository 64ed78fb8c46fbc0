import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { safeNext } from "../../server/security/require-learner.js";
import { runs } from "../support/runs.js";

describe("safeNext", () => {
  it.each(["/", "/quiz", "/quiz?deck=3&x=%2F", "/decks/3#notes", "/loginsomething"])("keeps %s, which is ours", (path) => {
    expect(safeNext(path)).toBe(path);
  });

  it.each([
    "",
    "quiz",
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "/a/..//evil.example",
    "/.//evil.example",
    "http://evil.example",
    "https:evil.example",
    "javascript:alert(1)",
    "/ü",
    "/a b",
    "/a\r\nSet-Cookie: x=1",
    "/login?next=/login",
    "/logout",
    "/signup",
    `/${"x".repeat(2000)}`,
  ])("gives the first page, when asked for %j", (typed) => {
    expect(safeNext(typed)).toBe("/");
  });

  it("never leaves this site, when anything at all is asked for", () => {
    const piece = fc.constantFrom("/", "\\", ".", "..", ":", "@", "evil.example", "//", "%2f", "?", "#", "a", "\t", "http");
    const typed = fc.array(piece, { maxLength: 8 }).map((pieces) => `/${pieces.join("")}`);

    fc.assert(
      fc.property(typed, (text) => new URL(safeNext(text), "http://localhost:3000/login").origin === "http://localhost:3000"),
      { numRuns: runs(300, 20_000) },
    );
  });
});

import { describe, expect, it } from "@jest/globals";
import { hashToken, isSameCode, isToken, newSetupCode, newToken } from "../../server/secrets/token.js";

describe("newToken", () => {
  it("is 43 characters of base64url and never the same twice, when made many times", () => {
    const tokens = Array.from({ length: 100 }, newToken);

    expect(tokens.every(isToken)).toBe(true);
    expect(new Set(tokens).size).toBe(100);
  });
});

describe("isToken", () => {
  it.each(["", "short", "x".repeat(44), `${"x".repeat(42)}.`, `${"x".repeat(43)}\n`])("is false, when the text is %j", (text) => {
    expect(isToken(text)).toBe(false);
  });
});

describe("hashToken", () => {
  it("is the SHA-256 of the token, so that the token cannot be read from the database", () => {
    expect(Buffer.from(hashToken("abc")).toString("hex")).toBe(
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    );
  });
});

describe("newSetupCode", () => {
  it("is four groups of four that can be read aloud, when made", () => {
    expect(newSetupCode()).toMatch(/^([a-hj-km-np-z2-9]{4}-){3}[a-hj-km-np-z2-9]{4}$/);
  });

  it("is recognised, when typed in capitals with space around it", () => {
    const code = newSetupCode();

    expect(isSameCode(` ${code.toUpperCase()} `, code)).toBe(true);
    expect(isSameCode(code.replaceAll("-", " "), code)).toBe(true);
    expect(isSameCode(newSetupCode(), code)).toBe(false);
    expect(isSameCode("", code)).toBe(false);
  });
});

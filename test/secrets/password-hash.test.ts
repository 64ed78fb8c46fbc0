import { scryptSync } from "node:crypto";
import { describe, expect, it } from "@jest/globals";
import { hashPassword, verifyPassword } from "../../server/secrets/password-hash.js";

const right = { isRight: true, isOutdated: false };
const wrong = { isRight: false, isOutdated: false };

describe("hashPassword", () => {
  it("stores the costs with a salt of its own, when the same password is hashed twice", async () => {
    const [first, second] = await Promise.all([hashPassword("correct horse"), hashPassword("correct horse")]);

    expect(first).toMatch(/^\$scrypt\$ln=15,r=8,p=3\$[\w+/]{22}\$[\w+/]{43}$/);
    expect(second).not.toBe(first);
  });
});

describe("verifyPassword", () => {
  it("is right for the password alone, when others are tried", async () => {
    const stored = await hashPassword("correct horse");

    expect(await verifyPassword("correct horse", stored)).toEqual(right);
    expect(await verifyPassword("Correct horse", stored)).toEqual(wrong);
    expect(await verifyPassword("", stored)).toEqual(wrong);
  });

  it("is right, when another system sends the same characters in another normalization", async () => {
    expect(await verifyPassword("a\u030angstro\u0308m", await hashPassword("ångström"))).toEqual(right);
  });

  it("asks for a new hash, when the stored one was made at other costs", async () => {
    const salt = Buffer.alloc(16, 7);
    const key = scryptSync("correct horse", salt, 32, { N: 2 ** 12, r: 8, p: 1 });
    const stored = `$scrypt$ln=12,r=8,p=1$${unpadded(salt)}$${unpadded(key)}`;

    expect(await verifyPassword("correct horse", stored)).toEqual({ isRight: true, isOutdated: true });
    expect(await verifyPassword("wrong", stored)).toEqual(wrong);
  });

  it.each([null, "none", "", "$scrypt$ln=15,r=8,p=3$AAAA$AAAA"])("is wrong, when what is stored is %j", async (stored) => {
    expect(await verifyPassword("", stored)).toEqual(wrong);
  });

  it("does the same work, when nobody has the name", async () => {
    const stored = await hashPassword("correct horse");

    const known = await cpuMs(() => verifyPassword("wrong", stored));
    const unknown = await cpuMs(() => verifyPassword("wrong", null));

    // Far apart means that one of them did no work at all: CPU time, so that a busy machine does not matter.
    expect(unknown).toBeGreaterThan(known / 3);
  });

  it("refuses some with 429 and serves the others, when hundreds come at once", async () => {
    const outcomes = await Promise.allSettled(Array.from({ length: 70 }, () => verifyPassword("x", cheap)));

    const refused = outcomes.filter((outcome) => outcome.status === "rejected");
    expect(refused).toHaveLength(8);
    expect(refused[0]?.reason).toMatchObject({ status: 429, retryAfterSeconds: 10 });
    expect(await verifyPassword("x", cheap)).toEqual(wrong);
  });
});

/** Takes no time to compare with. */
const cheap = `$scrypt$ln=1,r=1,p=1$${unpadded(Buffer.alloc(16))}$${unpadded(Buffer.alloc(32))}`;

function unpadded(bytes: Buffer): string {
  return bytes.toString("base64").replace(/=+$/, "");
}

async function cpuMs(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

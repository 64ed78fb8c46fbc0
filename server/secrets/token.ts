import { createHash, randomBytes, randomInt, timingSafeEqual } from "node:crypto";

/** A secret that cannot be guessed (32 random bytes), fit for a cookie or an address: 43 characters of base64url. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** Whether `text` could have come from newToken. */
export function isToken(text: string): boolean {
  return /^[\w-]{43}$/.test(text);
}

/** What is stored of a token: its SHA-256 (32 bytes), from which nobody can make the token again. */
export function hashToken(token: string): Uint8Array {
  return createHash("sha256").update(token).digest();
}

/** No letter or digit that is easily taken for another. */
const codeAlphabet = "abcdefghjkmnpqrstuvwxyz23456789";

/** A one-time code that a person may have to type: four groups of four characters, 79 bits. */
export function newSetupCode(): string {
  const group = () => Array.from({ length: 4 }, () => codeAlphabet.charAt(randomInt(codeAlphabet.length))).join("");
  return [group(), group(), group(), group()].join("-");
}

/** Whether somebody typed this code, in capitals or with other gaps too; the time that it takes tells nothing about it. */
export function isSameCode(typed: string, code: string): boolean {
  return timingSafeEqual(hashToken(bare(typed)), hashToken(bare(code)));
}

function bare(code: string): string {
  return code.toLowerCase().replace(/[\s-]/g, "");
}

import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";
import { TooManyRequestsError } from "../domain/errors.js";

/** Cost of scrypt; memory in bytes is 128 · 2^logN · r. */
interface Cost {
  readonly logN: number;
  readonly r: number;
  readonly p: number;
}

/** 32 MiB and some tenths of a second each; N = 2^17, often advised, takes 128 MiB, too much for the small machines this runs on. */
const currentCost: Cost = { logN: 15, r: 8, p: 3 };
const saltBytes = 16;
const keyBytes = 32;

/** More wait than this only when somebody tries passwords by the hundred: they are refused rather than served late. */
const concurrentHashes = 2;
const waitingHashes = 60;

/**
 * What to store of a password, in the PHC string format: `$scrypt$ln=15,r=8,p=3$<salt>$<key>`, both base64 without padding.
 * Throws TooManyRequestsError when too many are being hashed already.
 */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(saltBytes);
  return encode(currentCost, salt, await derive(password, salt, currentCost));
}

/** Whether a password is the stored one; `isOutdated` when it should be hashed anew, since the costs have changed. */
export interface Verdict {
  readonly isRight: boolean;
  readonly isOutdated: boolean;
}

/**
 * Compares a password with what is stored. Without anything stored (nobody has that name) the same work is done for nothing,
 * so that the time of the reply does not tell which names exist.
 */
export async function verifyPassword(password: string, stored: string | null): Promise<Verdict> {
  const known = stored === null ? null : decode(stored);
  const { cost, salt, key } = known ?? { cost: currentCost, salt: Buffer.alloc(saltBytes), key: Buffer.alloc(keyBytes) };
  const derived = await derive(password, salt, cost);
  const isRight = timingSafeEqual(derived, key) && known !== null;
  return { isRight, isOutdated: isRight && encode(currentCost, salt, derived) !== stored };
}

interface Stored {
  readonly cost: Cost;
  readonly salt: Buffer;
  readonly key: Buffer;
}

function encode({ logN, r, p }: Cost, salt: Buffer, key: Buffer): string {
  const base64 = (bytes: Buffer) => bytes.toString("base64").replace(/=+$/, "");
  return `$scrypt$ln=${logN},r=${r},p=${p}$${base64(salt)}$${base64(key)}`;
}

/** Null for anything that encode did not make: such an account has no password, and nobody can log in to it. */
function decode(stored: string): Stored | null {
  const found = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([\w+/]{22})\$([\w+/]{43})$/.exec(stored);
  if (found === null) return null;
  const [, logN, r, p, salt = "", key = ""] = found;
  return {
    cost: { logN: Number(logN), r: Number(r), p: Number(p) },
    salt: Buffer.from(salt, "base64"),
    key: Buffer.from(key, "base64"),
  };
}

let running = 0;
const waiting: (() => void)[] = [];

/** One at a time per free place, in the order of arrival. */
async function derive(password: string, salt: Buffer, cost: Cost): Promise<Buffer> {
  if (waiting.length >= waitingHashes) {
    throw new TooManyRequestsError("Too many people are logging in at this moment. Wait ten seconds, then try again.", 10);
  }
  if (running >= concurrentHashes) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await deriveNow(password, salt, cost);
  } finally {
    const next = waiting.shift();
    // The place is handed over, not given back: nobody who comes now can take it from the one who waited.
    if (next === undefined) running -= 1;
    else next();
  }
}

function deriveNow(password: string, salt: Buffer, { logN, r, p }: Cost): Promise<Buffer> {
  const N = 2 ** logN;
  // The same password typed on another system may come in another normalization of the same characters.
  const typed = password.normalize("NFKC");
  return new Promise((resolve, reject) => {
    scrypt(typed, salt, keyBytes, { N, r, p, maxmem: 128 * r * (N + p + 2) + 2 ** 20 }, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}

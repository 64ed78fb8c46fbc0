import { isIPv6 } from "node:net";
import type { Request } from "express";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { TooManyRequestsError } from "../domain/errors.js";

/** Counts tries in memory: a restart forgets them, and the time that a restart takes is a limit by itself. */
export interface RateLimit {
  /** Counts one try for `key`. Throws TooManyRequestsError, with the time to wait in words, when there were too many. */
  count(key: string): Promise<void>;
  /** Forgets the tries of `key`, after one that succeeded. */
  forget(key: string): Promise<void>;
}

const minute = 60;

/** Tries to log in under one name from one address. */
export const logInByName = () => rateLimit("tries to log in with this name", { points: 10, seconds: 15 * minute });
/** Tries to log in from one address, which a whole household or team may share. */
export const logInByAddress = () => rateLimit("tries to log in from this address", { points: 100, seconds: 15 * minute });
/** Accounts asked for from one address; also guesses of the set-up code and of invitations. */
export const signUpByAddress = () =>
  rateLimit("tries to make an account from this address", { points: 40, seconds: 60 * minute });
/** Guesses of the present password by somebody who is logged in. */
export const passwordByLearner = () => rateLimit("tries to change the password", { points: 10, seconds: 15 * minute });

function rateLimit(what: string, { points, seconds }: { points: number; seconds: number }): RateLimit {
  const limiter = new RateLimiterMemory({ points, duration: seconds });
  return {
    count: async (key) => {
      try {
        await limiter.consume(key);
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        const waitSeconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
        throw new TooManyRequestsError(`Too many ${what}. Wait ${inWords(waitSeconds)}, then try again.`, waitSeconds);
      }
    },
    forget: async (key) => void (await limiter.delete(key)),
  };
}

/** "40 seconds", "1 minute", "15 minutes"; rounded up, so that nobody comes back too early. */
function inWords(seconds: number): string {
  if (seconds < minute) return seconds === 1 ? "1 second" : `${seconds} seconds`;
  const minutes = Math.ceil(seconds / minute);
  return minutes === 1 ? "1 minute" : `${minutes} minutes`;
}

/**
 * Whose tries are counted together: the client's IPv4 address, or the first 64 bits of its IPv6 address, since one
 * household has all the rest to itself. It is the proxy's word where TRUST_PROXY says so, else the connection's other end.
 */
export function addressKey(request: Request): string {
  const address = (request.ip ?? "unknown").replace(/^::ffff:(?=\d+\.)/i, "").replace(/%.*$/, "");
  return isIPv6(address) ? networkOf(address) : address;
}

/** The first four of the eight groups of an IPv6 address, written out. */
function networkOf(address: string): string {
  const [head = "", tail] = address.split("::");
  const before = head.split(":").filter((group) => group !== "");
  const after = (tail ?? "").split(":").filter((group) => group !== "");
  const zeros = Array.from({ length: tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length) }, () => "0");
  const groups = [...before, ...zeros, ...after].slice(0, 4);
  return groups.map((group) => parseInt(group, 16).toString(16)).join(":");
}

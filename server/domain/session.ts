const dayMs = 86_400_000;

/** A log-in ends this long after its last use. */
export const sessionLifetimeMs = 90 * dayMs;

/** Whether a session that was last used at `lastUsedAt` still counts at `now`. */
export function isSessionAlive(lastUsedAt: number, now: number): boolean {
  return now < lastUsedAt + sessionLifetimeMs;
}

/** Whether its use is to be written down: at most once a day, so that reading pages seldom writes. */
export function isSessionUseNews(lastUsedAt: number, now: number): boolean {
  return now >= lastUsedAt + dayMs;
}

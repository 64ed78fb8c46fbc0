import { ConflictError } from "../domain/errors.js";

/**
 * Runs `attempt` a second time when somebody else was quicker the first time: it then reads what they left, and either
 * succeeds or says precisely what is in its way.
 */
export async function onceMore<Result>(attempt: () => Promise<Result>): Promise<Result> {
  try {
    return await attempt();
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    return attempt();
  }
}

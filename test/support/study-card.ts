import type { CardState, Prisma } from "../../server/store/generated/client.js";
import { countedStates } from "../../server/store/due-count.js";
import type { Store } from "../../server/store/open.js";
import { insertCardState } from "./build-card.js";

/** Gives a learner a state of an active card, in Review and due today unless `given` says otherwise, and counts it. */
export async function studyCard(
  store: Store,
  learnerId: number,
  card: { readonly id: number; readonly deckId: number },
  given: Partial<Prisma.CardStateUncheckedCreateInput> = {},
): Promise<CardState> {
  const state = await insertCardState(store, { learnerId, cardId: card.id, deckId: card.deckId, ...given });
  await store.db.batch([
    { sql: "DELETE FROM DueCount", parameters: [] },
    {
      sql: `INSERT INTO DueCount (learnerId, deckId, state, dueDay, count)
            SELECT learnerId, deckId, state, dueDay, count(*) FROM (${countedStates("true")}) GROUP BY learnerId, deckId, state, dueDay`,
      parameters: [],
    },
  ]);
  return state;
}

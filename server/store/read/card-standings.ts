import type { CardStatus, OwnerChoice } from "../../domain/identity/card-status.js";
import type { Store } from "../open.js";

/** What decides whether a card is studied, and where. */
export interface CardStanding {
  readonly id: number;
  readonly deckId: number;
  readonly position: number;
  readonly status: CardStatus;
  readonly ownerChoice: OwnerChoice;
  readonly gate: string | null;
}

/** The cards with these ids, by id. */
export function selectCardStandings(store: Store, cardIds: readonly number[]): Map<number, CardStanding> {
  const rows = store.db
    .prepare<CardStanding>(
      "SELECT id, deckId, position, status, ownerChoice, gate FROM Card WHERE id IN (SELECT value FROM json_each(?))",
    )
    .all(JSON.stringify(cardIds));
  return new Map(rows.map((row) => [row.id, row]));
}

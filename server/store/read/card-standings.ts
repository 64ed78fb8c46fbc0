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
  /** Goes up with each change of what learners are asked. */
  readonly contentVersion: number;
}

const columns = "c.id, c.deckId, c.position, c.status, c.ownerChoice, c.gate, c.contentVersion";

/** The cards with these ids, by id. */
export function selectCardStandings(store: Store, cardIds: readonly number[]): Map<number, CardStanding> {
  const rows = store.db
    .prepare<CardStanding>(`SELECT ${columns} FROM Card c WHERE c.id IN (SELECT value FROM json_each(?))`)
    .all(JSON.stringify(cardIds));
  return new Map(rows.map((row) => [row.id, row]));
}

/** A card over which owners decide: one that the installation's notes make, published; null for any other. */
export function selectOptionalNoteCard(store: Store, cardId: number): CardStanding | null {
  const row = store.db
    .prepare<CardStanding>(
      `SELECT ${columns} FROM Card c JOIN Note n ON n.id = c.noteId JOIN Deck d ON d.id = c.deckId
       WHERE c.id = ? AND ${madeFromNotes}
         AND (c.importId IS NULL OR EXISTS (SELECT 1 FROM Import i WHERE i.id = c.importId AND i.publishedAt IS NOT NULL))`,
    )
    .get(cardId);
  return row ?? null;
}

/** Condition on a note `n` in a deck `d`: it comes from a document of the installation's, so that its cards are an owner's to decide. */
export const madeFromNotes = "n.sourceId IS NOT NULL AND d.ownerId IS NULL";

import { NotFoundError } from "../../domain/errors.js";
import type { Store } from "../open.js";

/** A deck that the learner may see: everyone's, or their own. */
export interface VisibleDeck {
  readonly id: number;
  readonly parentId: number | null;
  /** The topmost deck above it, or itself. */
  readonly rootId: number;
  /** Full name, `Parent::Child`. */
  readonly name: string;
  /** Active cards of this deck alone. */
  readonly liveCards: number;
  /** Notes (documents) of this deck alone. */
  readonly sources: number;
  /** Whether the learner studies it. */
  readonly isJoined: boolean;
}

const columns = `d.id, d.parentId, coalesce(d.rootId, d.id) AS rootId, d.name, d.liveCards,
  (SELECT count(*) FROM Source s WHERE s.deckId = d.id AND s.goneAt IS NULL) AS sources,
  EXISTS (SELECT 1 FROM Enrolment e WHERE e.learnerId = :learnerId AND e.deckId = d.id AND e.leftAt IS NULL) AS isJoined`;
/** Condition on a deck `d` that the learner `:learnerId` may see it. */
export const visible = "d.archivedAt IS NULL AND (d.visibility = 'everyone' OR d.ownerId = :learnerId)";

/** All decks that the learner may see, each after the deck above it. */
export function selectVisibleDecks(store: Store, learnerId: number): readonly VisibleDeck[] {
  const rows = store.db
    .prepare<DeckRow>(`SELECT ${columns} FROM Deck d WHERE ${visible} ORDER BY d.position, d.nameKey, d.id`)
    .all({ learnerId });
  return inTreeOrder(rows.map(toDeck));
}

/** One deck; throws NotFoundError where there is none that the learner may see. */
export function selectVisibleDeck(store: Store, learnerId: number, deckId: number): VisibleDeck {
  const row = store.db
    .prepare<DeckRow>(`SELECT ${columns} FROM Deck d WHERE d.id = :deckId AND ${visible}`)
    .get({ learnerId, deckId });
  if (row === undefined) throw new NotFoundError("There is no such deck. It may have been removed, or be somebody else's.");
  return toDeck(row);
}

type DeckRow = Omit<VisibleDeck, "isJoined"> & { readonly isJoined: number };

function toDeck(row: DeckRow): VisibleDeck {
  return { ...row, isJoined: row.isJoined === 1 };
}

/** Parents before children; a deck whose parent cannot be seen stands at the top. */
function inTreeOrder(decks: readonly VisibleDeck[]): VisibleDeck[] {
  const ids = new Set(decks.map(({ id }) => id));
  const childrenOf = new Map<number | null, VisibleDeck[]>();
  for (const deck of decks) {
    const parent = deck.parentId !== null && ids.has(deck.parentId) ? deck.parentId : null;
    childrenOf.set(parent, [...(childrenOf.get(parent) ?? []), deck]);
  }
  const below = (id: number | null): VisibleDeck[] => (childrenOf.get(id) ?? []).flatMap((deck) => [deck, ...below(deck.id)]);
  return below(null);
}

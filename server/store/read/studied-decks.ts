import { NotFoundError } from "../../domain/errors.js";
import { readStudySettings, type StudySettings } from "./presets.js";
import type { Store } from "../open.js";

/** A deck that a learner studies. */
export interface StudiedDeck extends StudySettings {
  readonly deckId: number;
  readonly parentId: number | null;
  readonly name: string;
  /** Active cards in the deck itself. */
  readonly liveCards: number;
  readonly presetId: number;
  /** Nothing new lies before this place in the order of the preset. */
  readonly newCursor: number;
}

type Row = Omit<StudiedDeck, "settings" | "scheduler"> & { readonly settings: string; readonly parameters: string };

/** The decks that a learner studies, in the order in which they are shown: sub-decks behind the deck above them. */
export function selectStudiedDecks(store: Store, learnerId: number): readonly StudiedDeck[] {
  const decks = store.db
    .prepare<Row>(
      `SELECT d.id AS deckId, d.parentId, d.name, d.liveCards, e.presetId, e.newCursor, p.settings, p.parameters
       FROM Enrolment e JOIN Deck d ON d.id = e.deckId JOIN Preset p ON p.id = e.presetId
       WHERE e.learnerId = :learnerId AND e.leftAt IS NULL AND d.archivedAt IS NULL
         AND (d.visibility = 'everyone' OR d.ownerId = :learnerId)
       ORDER BY d.position, d.id`,
    )
    .all({ learnerId })
    .map(({ settings, parameters, ...row }) => ({ ...row, ...readStudySettings(settings, parameters) }));
  return decks.length < 2 ? decks : asTree(decks);
}

/** A deck and those below it, of the decks that a learner studies. @throws NotFoundError if there is none with that id */
export function withSubDecks(decks: readonly StudiedDeck[], deckId: number): readonly StudiedDeck[] {
  const within = new Set<number | null>([deckId]);
  // A deck stands behind the one above it.
  for (const deck of decks) if (within.has(deck.parentId)) within.add(deck.deckId);
  const found = decks.filter((deck) => within.has(deck.deckId));
  if (found.length === 0) throw new NotFoundError("You study no such deck. Choose one of your decks.");
  return found;
}

function asTree(decks: readonly StudiedDeck[]): readonly StudiedDeck[] {
  const known = new Set(decks.map(({ deckId }) => deckId));
  const below = new Map<number | null, StudiedDeck[]>();
  for (const deck of decks) {
    const above = deck.parentId !== null && known.has(deck.parentId) ? deck.parentId : null;
    below.set(above, [...(below.get(above) ?? []), deck]);
  }
  const flatten = (parentId: number | null): StudiedDeck[] =>
    (below.get(parentId) ?? []).flatMap((deck) => [deck, ...flatten(deck.deckId)]);
  return flatten(null);
}

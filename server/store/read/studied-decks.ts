import { State } from "../../domain/card-schedule.js";
import { NotFoundError } from "../../domain/errors.js";
import { studySettings, type StudySettings } from "./presets.js";
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
  /** Cards that cannot be had as new: started, suspended, or buried. */
  readonly taken: number;
  /** Cards due by study day; those due at an instant are not among them. */
  readonly due: Readonly<Record<Exclude<State, typeof State.New>, number>>;
}

type Row = Omit<StudiedDeck, keyof StudySettings | "due"> & {
  readonly presetVersion: number;
  readonly dueLearning: number;
  readonly dueReview: number;
  readonly dueRelearning: number;
};

/** The decks that a learner studies, with what is there on `studyDay`, in the order in which they are shown: sub-decks behind the deck above them. */
export function selectStudiedDecks(store: Store, learnerId: number, studyDay: number): readonly StudiedDeck[] {
  const decks = store.db
    .prepare<Row>(sql)
    .all({ learnerId, studyDay })
    .map(({ presetVersion, dueLearning, dueReview, dueRelearning, ...row }) => {
      const { settings, scheduler } = studySettings(store, learnerId, { presetId: row.presetId, version: presetVersion });
      const due = { [State.Learning]: dueLearning, [State.Review]: dueReview, [State.Relearning]: dueRelearning };
      return { settings, scheduler, due, ...row };
    });
  return decks.length < 2 ? decks : asTree(decks);
}

/** One look-up for each state rather than one for all: each is a range of DueCount's key. */
const counted = (state: number, days: "<=" | ">") =>
  `(SELECT coalesce(sum(count), 0) FROM DueCount n
    WHERE n.learnerId = e.learnerId AND n.deckId = e.deckId AND n.state = ${state} AND n.dueDay ${days} :studyDay)`;

const sql = `SELECT d.id AS deckId, d.parentId, d.name, d.liveCards, e.presetId, e.newCursor, p.version AS presetVersion,
    ${counted(State.New, ">")} AS taken, ${counted(State.Learning, "<=")} AS dueLearning,
    ${counted(State.Review, "<=")} AS dueReview, ${counted(State.Relearning, "<=")} AS dueRelearning
  FROM Enrolment e JOIN Deck d ON d.id = e.deckId JOIN Preset p ON p.id = e.presetId
  WHERE e.learnerId = :learnerId AND e.leftAt IS NULL AND d.archivedAt IS NULL
    AND (d.visibility = 'everyone' OR d.ownerId = :learnerId)
  ORDER BY d.position, d.id`;

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

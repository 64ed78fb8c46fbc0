import type { Statement } from "../db.js";
import { countedStates } from "../due-count.js";
import type { CardStanding } from "../read/card-standings.js";

/** What a batch that makes cards active, inactive, or moves them, does besides; both parts belong in the same batch. */
export interface LifeStatements {
  /** Before the cards change. */
  readonly before: readonly Statement[];
  /** After they changed. */
  readonly after: readonly Statement[];
}

/** Where a card is asked, and whether it is. */
export type CardPlace = Pick<CardStanding, "deckId" | "position" | "status">;

/** A card as it was read, and as the batch leaves it. */
export interface CardPlaceChange {
  readonly before: CardPlace & Pick<CardStanding, "id">;
  readonly after: CardPlace;
}

/** All that hangs on these changes of cards, each card at most once: learners' states, counts and cursors. */
export function followCardChanges(cards: readonly CardPlaceChange[]): LifeStatements {
  const followed: number[] = [];
  const looked: number[] = [];
  const liveCards = new Map<number, number>();
  const count = (deckId: number, added: number) => liveCards.set(deckId, (liveCards.get(deckId) ?? 0) + added);
  for (const { before, after } of cards) {
    const [wasActive, isActive] = [before.status === "active", after.status === "active"];
    const isMoved = before.deckId !== after.deckId;
    if (wasActive) count(before.deckId, -1);
    if (isActive) count(after.deckId, 1);
    if (wasActive !== isActive || isMoved) followed.push(before.id);
    if (isActive && (!wasActive || isMoved || before.position !== after.position)) looked.push(before.id);
  }
  const lives = followCards(followed);
  const counts = [...liveCards].filter(([, added]) => added !== 0).map(([deckId, added]) => addLiveCards(deckId, added));
  return { before: lives.before, after: [...lives.after, ...counts, ...(looked.length > 0 ? [lowerCursors(looked)] : [])] };
}

/**
 * Keeps every learner's state of the cards, and the counts of what is due, right while the cards' decks and statuses change. A state's
 * version goes up where it changed, so that an undo from before does not restore what was.
 */
export function followCards(cardIds: readonly number[]): LifeStatements {
  if (cardIds.length === 0) return { before: [], after: [] };
  const cards = JSON.stringify(cardIds);
  return {
    before: [countDue(cards, -1)],
    after: [
      {
        sql: `UPDATE CardState SET deckId = c.deckId, live = ${isLive}, version = version + 1
              FROM Card c
              WHERE CardState.cardId IN (SELECT value FROM json_each(:cards)) AND c.id = CardState.cardId
                AND (CardState.deckId <> c.deckId OR CardState.live <> ${isLive})`,
        parameters: { cards },
      },
      countDue(cards, 1),
      {
        sql: `DELETE FROM DueCount WHERE count <= 0 AND learnerId IN
              (SELECT learnerId FROM CardState WHERE cardId IN (SELECT value FROM json_each(:cards)))`,
        parameters: { cards },
      },
    ],
  };
}

const isLive = `(c.status = 'active' AND EXISTS (SELECT 1 FROM Enrolment e
  WHERE e.learnerId = CardState.learnerId AND e.deckId = c.deckId AND e.leftAt IS NULL))`;

function countDue(cards: string, sign: 1 | -1): Statement {
  return {
    sql: `INSERT INTO DueCount (learnerId, deckId, state, dueDay, count)
          SELECT learnerId, deckId, state, dueDay, :sign * count(*)
          FROM (${countedStates("cardId IN (SELECT value FROM json_each(:cards))")}) WHERE true
          GROUP BY learnerId, deckId, state, dueDay
          ON CONFLICT (learnerId, deckId, state, dueDay) DO UPDATE SET count = count + excluded.count`,
    parameters: { cards, sign },
  };
}

/** Adds to the number of active cards of a deck. */
export function addLiveCards(deckId: number, cards: number): Statement {
  return { sql: "UPDATE Deck SET liveCards = liveCards + ? WHERE id = ?", parameters: [cards, deckId], changes: 1 };
}

/** Cards, of any decks, that became active or came to another place: those whose order a learner may have passed are looked at again. */
export function lowerCursors(cardIds: readonly number[]): Statement {
  return {
    sql: lowerTo("c.id IN (SELECT value FROM json_each(:cards))"),
    parameters: { cards: JSON.stringify(cardIds) },
  };
}

/** The same for all active cards that an import has added, and their number is added to their decks'. */
export function countImportedCards(importId: number): readonly Statement[] {
  return [
    {
      sql: `UPDATE Deck SET liveCards = liveCards + added.cards
            FROM (SELECT deckId, count(*) AS cards FROM Card WHERE importId = :importId AND status = 'active' GROUP BY deckId) AS added
            WHERE Deck.id = added.deckId`,
      parameters: { importId },
    },
    { sql: lowerTo("c.importId = :importId"), parameters: { importId } },
  ];
}

/** A cursor is a position, or a place in random order, as the learner's preset says. */
function lowerTo(cards: string): string {
  const place = "iif(p.settings ->> '$.newOrder' = 'random', least.shuffle, least.position)";
  return `UPDATE Enrolment SET newCursor = ${place}
    FROM (SELECT c.deckId, min(c.position) AS position, min(c.shuffle) AS shuffle FROM Card c
      WHERE ${cards} AND c.status = 'active' GROUP BY c.deckId) AS least, Preset p
    WHERE Enrolment.deckId = least.deckId AND p.id = Enrolment.presetId AND Enrolment.newCursor > ${place}`;
}

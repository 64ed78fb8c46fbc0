import type { CardStatus, OwnerChoice } from "../../domain/identity/card-status.js";
import type { Statement } from "../db.js";
import type { CardColumns } from "../row-change.js";

/** What a card was when its change was computed; the change fails if it is something else by now. */
export interface CardGuard {
  readonly id: number;
  readonly deckId: number;
  readonly status: CardStatus;
  readonly ownerChoice: OwnerChoice;
}

export interface NewGeneratedCard {
  /** Note that the card belongs to: one that is stored, or one of this import. */
  readonly note: { readonly id: number } | { readonly guid: string };
  readonly card: CardColumns;
  readonly status: CardStatus;
  /** 31 bits. */
  readonly shuffle: number;
  readonly importId: number;
  readonly now: number;
}

/** Stores a card. */
export function insertGeneratedCard({ note, card, status, shuffle, importId, now }: NewGeneratedCard): Statement {
  return {
    sql: `INSERT INTO Card (noteId, facet, deckId, position, shuffle, status, gate, kind, prompt, answer, alternatives, context,
            promptHtml, answerHtml, extraHtml, contentVersion, importId, createdAt)
          VALUES (coalesce(:noteId, (SELECT id FROM Note WHERE guid = :guid AND importId = :importId)), :facet, :deckId, :position,
            :shuffle, :status, :gate, :kind, :prompt, :answer, :alternatives, :context, :promptHtml, :answerHtml, :extraHtml, 1,
            :importId, :now)`,
    parameters: {
      ...columnsOf(card),
      noteId: "id" in note ? note.id : null,
      guid: "guid" in note ? note.guid : null,
      status,
      shuffle,
      importId,
      now,
    },
    changes: 1,
  };
}

/** Writes a card as its note gives it now; `changed` makes learners who know it be asked whether to keep their progress. */
export function updateGeneratedCard(
  guard: CardGuard,
  card: CardColumns,
  { status, changed }: { status: CardStatus; changed: boolean },
): Statement {
  return {
    sql: `UPDATE Card SET facet = :facet, deckId = :deckId, position = :position, status = :status, gate = :gate, kind = :kind,
            prompt = :prompt, answer = :answer, alternatives = :alternatives, context = :context, promptHtml = :promptHtml,
            answerHtml = :answerHtml, extraHtml = :extraHtml, contentVersion = contentVersion + :changed
          WHERE ${asGuarded}`,
    parameters: { ...columnsOf(card), status, changed: changed ? 1 : 0, ...guardOf(guard) },
    changes: 1,
  };
}

/** Puts a card somewhere else. */
export function updateCardPlace(guard: CardGuard, place: { deckId: number; position: number }): Statement {
  return {
    sql: `UPDATE Card SET deckId = :deckId, position = :position WHERE ${asGuarded}`,
    parameters: { deckId: place.deckId, position: place.position, ...guardOf(guard) },
    changes: 1,
  };
}

/** Gives a card another status and facet. */
export function updateCardStatus(guard: CardGuard, { status, facet }: { status: CardStatus; facet: string }): Statement {
  return {
    sql: `UPDATE Card SET status = :status, facet = :facet WHERE ${asGuarded}`,
    parameters: { status, facet, ...guardOf(guard) },
    changes: 1,
  };
}

/** Writes what an owner decided about a card; fails if it is not what they saw. */
export function updateOwnerChoice(
  seen: CardGuard & { readonly gate: string | null; readonly contentVersion: number },
  { ownerChoice, status }: { ownerChoice: OwnerChoice; status: CardStatus },
): Statement {
  return {
    sql: `UPDATE Card SET ownerChoice = :choiceAfter, status = :status
          WHERE ${asGuarded} AND gate IS :gate AND contentVersion = :contentVersion`,
    parameters: {
      ...guardOf(seen),
      gate: seen.gate,
      contentVersion: seen.contentVersion,
      choiceAfter: ownerChoice,
      status,
    },
    changes: 1,
  };
}

/** Gives a card of a note the facet that is free by now. */
export function updateFacet(noteId: number, before: string, after: string): Statement {
  return { sql: "UPDATE Card SET facet = ? WHERE noteId = ? AND facet = ?", parameters: [after, noteId, before], changes: 1 };
}

const asGuarded = "id = :id AND deckId = :deckBefore AND status = :statusBefore AND ownerChoice IS :ownerChoice";

function guardOf({ id, deckId, status, ownerChoice }: CardGuard) {
  return { id, deckBefore: deckId, statusBefore: status, ownerChoice };
}

function columnsOf({ alternatives, context, ...card }: CardColumns) {
  return { ...card, alternatives: JSON.stringify(alternatives), context: JSON.stringify(context) };
}

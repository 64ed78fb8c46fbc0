import type { CardStatus, OwnerChoice } from "../../domain/identity/card-status.js";
import type { Store } from "../open.js";
import { parseStrings } from "./json-columns.js";
import { selectVisibleDeck } from "./visible-decks.js";

/** A note (document) of a deck. */
export interface SourceRow {
  readonly id: number;
  readonly rootDeckId: number;
  readonly path: string;
  readonly title: string;
  /** Its active cards. */
  readonly cards: number;
  /** Those that a gate holds back. */
  readonly withheld: number;
}

/** A card as a list shows it, with the learner's own state of it; `state` is null when they have none. */
export interface ListedCard {
  readonly id: number;
  readonly promptHtml: string;
  readonly answerHtml: string;
  readonly context: readonly string[];
  readonly status: CardStatus;
  readonly ownerChoice: OwnerChoice;
  readonly gate: string | null;
  readonly contentVersion: number;
  /** Where its passage is; null for a card without a document. */
  readonly source: { readonly id: number; readonly rootDeckId: number; readonly path: string; readonly line: number } | null;
  readonly state: ListedState | null;
}

export interface ListedState {
  readonly state: 0 | 1 | 2 | 3;
  readonly dueAt: number | null;
  readonly dueDay: number | null;
  readonly stability: number | null;
  readonly difficulty: number | null;
  readonly lastDay: number | null;
  readonly suspendedAt: number | null;
  readonly buriedUntilDay: number | null;
  readonly version: number;
}

/** The notes of one deck in their order; throws NotFoundError where the learner may not see the deck. */
export function selectSources(store: Store, learnerId: number, deckId: number): readonly SourceRow[] {
  selectVisibleDeck(store, learnerId, deckId);
  return store.db
    .prepare<SourceRow>(
      `SELECT s.id, s.rootDeckId, s.path, s.title,
         (SELECT count(*) FROM Note n JOIN Card c ON c.noteId = n.id WHERE n.sourceId = s.id AND c.status = 'active') AS cards,
         (SELECT count(*) FROM Note n JOIN Card c ON c.noteId = n.id WHERE n.sourceId = s.id AND c.status = 'withheld') AS withheld
       FROM Source s WHERE s.deckId = ? AND s.goneAt IS NULL ORDER BY s.position, s.path`,
    )
    .all(deckId);
}

/** Active cards of one deck in its order, from `offset` on; throws NotFoundError where the learner may not see the deck. */
export function selectCards(
  store: Store,
  learnerId: number,
  { deckId, offset, limit }: { readonly deckId: number; readonly offset: number; readonly limit: number },
): readonly ListedCard[] {
  selectVisibleDeck(store, learnerId, deckId);
  return listCards(store, "c.deckId = :deckId AND c.status = 'active'", "c.position, c.id LIMIT :limit OFFSET :offset", {
    learnerId,
    deckId,
    offset,
    limit,
  });
}

/**
 * The cards of one note (document), in the order of its lines: the active ones, or for who decides over them all but archived ones. The
 * caller has checked that the learner may see them.
 */
export function selectCardsOfSource(
  store: Store,
  learnerId: number,
  { sourceId, which }: { readonly sourceId: number; readonly which: "active" | "all" },
): readonly ListedCard[] {
  const status = which === "active" ? "= 'active'" : "<> 'archived'";
  const where = `n.sourceId = :sourceId AND c.status ${status}`;
  return listCards(store, where, "n.line, c.position, c.id", { learnerId, sourceId });
}

interface CardRow extends Omit<ListedState, "state" | "version"> {
  readonly id: number;
  readonly prompt: string;
  readonly answer: string;
  readonly promptHtml: string | null;
  readonly answerHtml: string | null;
  readonly context: string;
  readonly status: CardStatus;
  readonly ownerChoice: OwnerChoice;
  readonly gate: string | null;
  readonly contentVersion: number;
  readonly sourceId: number | null;
  readonly rootDeckId: number;
  readonly path: string | null;
  readonly line: number | null;
  readonly state: ListedState["state"] | null;
  readonly version: number | null;
}

function listCards(store: Store, where: string, order: string, parameters: Readonly<Record<string, number>>): ListedCard[] {
  return store.db
    .prepare<CardRow>(
      `SELECT c.id, c.prompt, c.answer, c.promptHtml, c.answerHtml, c.context, c.status, c.ownerChoice, c.gate, c.contentVersion, n.sourceId, n.rootDeckId, s.path, n.line,
         cs.state, cs.dueAt, cs.dueDay, cs.stability, cs.difficulty, cs.lastDay, cs.suspendedAt, cs.buriedUntilDay, cs.version
       FROM Card c JOIN Note n ON n.id = c.noteId LEFT JOIN Source s ON s.id = n.sourceId
         LEFT JOIN Import i ON i.id = c.importId
         LEFT JOIN CardState cs ON cs.learnerId = :learnerId AND cs.cardId = c.id
       WHERE ${where} AND (c.importId IS NULL OR i.publishedAt IS NOT NULL) ORDER BY ${order}`,
    )
    .all(parameters)
    .map(toCard);
}

function toCard(row: CardRow): ListedCard {
  const { id, status, ownerChoice, gate, contentVersion, sourceId, rootDeckId, path, line, state, version } = row;
  return {
    id,
    status,
    ownerChoice,
    gate,
    contentVersion,
    promptHtml: row.promptHtml ?? escaped(row.prompt),
    answerHtml: row.answerHtml ?? escaped(row.answer),
    context: parseStrings(row.context),
    source: sourceId === null || path === null ? null : { id: sourceId, rootDeckId, path, line: line ?? 1 },
    state: state === null || version === null ? null : { ...pickState(row), state, version },
  };
}

function pickState({ dueAt, dueDay, stability, difficulty, lastDay, suspendedAt, buriedUntilDay }: CardRow) {
  return { dueAt, dueDay, stability, difficulty, lastDay, suspendedAt, buriedUntilDay };
}

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

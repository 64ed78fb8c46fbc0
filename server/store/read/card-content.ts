import { NotFoundError } from "../../domain/errors.js";
import { seenOf, type CardStatus, type OwnerChoice } from "../../domain/identity/card-status.js";
import type { Store } from "../open.js";
import { madeFromNotes } from "./card-standings.js";
import { parseStrings } from "./json-columns.js";

/** What a learner is shown of a card. */
export interface CardContent {
  readonly cardId: number;
  readonly deckId: number;
  readonly deckName: string;
  /** How it is answered: `basic`, `typed`, `cloze`. */
  readonly kind: string;
  /** Markdown. */
  readonly prompt: string;
  readonly answer: string;
  /** Sanitized HTML; null where the Markdown is all there is. */
  readonly promptHtml: string | null;
  readonly answerHtml: string | null;
  /** The rest of the passage; null when nothing is left. */
  readonly extraHtml: string | null;
  /** Headings above the passage, outermost first. */
  readonly context: readonly string[];
  /** BCP 47. */
  readonly language: string;
  /** Goes up with each change of what is shown. */
  readonly contentVersion: number;
  /** Where it was made from; null for a card without a document. */
  readonly passage: Passage | null;
  /** What an owner decides about it by (`seenOf`); null for a card over which owners do not decide. */
  readonly seen: string | null;
}

/** A place in a document of the notes. */
interface Passage {
  readonly sourceId: number;
  /** Topmost deck of the document. */
  readonly rootDeckId: number;
  readonly path: string;
  readonly title: string;
  /** 1-based. */
  readonly line: number;
}

interface Row extends Omit<CardContent, "context" | "passage" | "language" | "seen"> {
  readonly context: string;
  readonly language: string | null;
  readonly sourceId: number | null;
  readonly rootDeckId: number;
  readonly path: string;
  readonly title: string;
  readonly line: number | null;
  readonly status: CardStatus;
  readonly ownerChoice: OwnerChoice;
  readonly gate: string | null;
  readonly isFromNotes: number;
}

/** The content of a card, whosever it is: for a card that the learner is known to study. @throws NotFoundError if it is not there */
export function selectCardContent(store: Store, cardId: number): CardContent {
  const row = store.db
    .prepare<Row>(
      `SELECT c.id AS cardId, c.deckId, d.name AS deckName, c.kind, c.prompt, c.answer, c.promptHtml, c.answerHtml, c.extraHtml, c.context, c.contentVersion,
         o.language, o.id AS sourceId, o.rootDeckId, o.path, o.title, n.line,
         c.status, c.ownerChoice, c.gate, ${madeFromNotes} AS isFromNotes
       FROM Card c JOIN Deck d ON d.id = c.deckId JOIN Note n ON n.id = c.noteId
       LEFT JOIN Source o ON o.id = n.sourceId AND o.goneAt IS NULL
       WHERE c.id = ?`,
    )
    .get(cardId);
  if (row === undefined) throw new NotFoundError("This card is not there any more.");
  const { sourceId, rootDeckId, path, title, line, context, language, status, ownerChoice, gate, isFromNotes, ...rest } = row;
  return {
    context: parseStrings(context),
    language: language ?? "en",
    passage: sourceId === null ? null : { sourceId, rootDeckId, path, title, line: line ?? 1 },
    seen: isFromNotes === 1 ? seenOf({ status, ownerChoice, gate, contentVersion: rest.contentVersion }) : null,
    ...rest,
  };
}

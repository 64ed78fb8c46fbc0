import { generateDeck } from "../../server/domain/markdown/deck.js";
import { parseDocument } from "../../server/domain/markdown/generate.js";
import type { ReadDocument } from "../../server/domain/markdown/generate.js";
import type { Fact, GeneratedCard, ParsedDocument } from "../../server/domain/markdown/model.js";

/** One note, read alone. */
export function readNote(text: string, path = "note.md"): ReadDocument {
  return parseDocument({ path, bytes: new TextEncoder().encode(text) });
}

/** Several notes as one deck, with the gates that need it. */
export function readDeck(notes: Readonly<Record<string, string>>): ParsedDocument[] {
  return generateDeck(Object.entries(notes).map(([path, text]) => readNote(text, path)));
}

/** Every card of the notes with its fact. */
export function cardsOf(documents: readonly Pick<ParsedDocument, "facts">[]): { fact: Fact; card: GeneratedCard }[] {
  return documents.flatMap((document) => document.facts.flatMap((fact) => fact.cards.map((card) => ({ fact, card }))));
}

/** "question → answer" of each card of a note that passes its gates. */
export function asked(text: string): string[] {
  return cardsOf([readNote(text)]).flatMap(({ card }) => (card.gate === null ? [`${card.prompt} → ${card.answer}`] : []));
}

/** "line: message" of each problem of a note. */
export function problems(text: string): string[] {
  return readNote(text).problems.map(({ line, message }) => `${line}: ${message}`);
}

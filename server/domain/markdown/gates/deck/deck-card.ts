import type { ReadDocument } from "../../generate.js";
import { wordsOf } from "../../language/words.js";
import type { Fact, GateCode, GeneratedCard } from "../../model.js";
import { contextPath } from "../../extract/plain.js";
import { plainText } from "../../tree/plain-text.js";

/** A card at its place in the deck. */
export interface DeckCard {
  readonly card: GeneratedCard;
  readonly fact: Fact;
  /** The whole way to its passage, title first. */
  readonly path: readonly string[];
  /** The words of its question, and its pictures, for comparing. */
  readonly question: string;
  readonly documentIndex: number;
  readonly factIndex: number;
  readonly cardIndex: number;
}

/** Every card of the documents, in order. */
export function deckCardsOf(documents: readonly ReadDocument[]): DeckCard[] {
  return documents.flatMap((document, documentIndex) =>
    document.facts.flatMap((fact, factIndex) =>
      fact.cards.map((card, cardIndex) => {
        const path = contextPath(document.title, fact.headingPath);
        const question = [normalised(card.prompt), ...picturesIn(card.prompt)].join(" ");
        return { card, fact, path, question, documentIndex, factIndex, cardIndex };
      }),
    ),
  );
}

/** Words in lower case, marks and punctuation gone. */
export function normalised(markdown: string): string {
  return wordsOf(/[\]&<]/.test(markdown) ? plainText(markdown) : markdown).join(" ");
}

/** The pictures of a question, which make it another one than the same words with other pictures. */
export function picturesIn(markdown: string): string[] {
  return markdown.match(/!\[[^\]]*\]\([^)]*\)/g) ?? [];
}

/** Whether the gates over a deck have to do with a card: it passed so far, and nobody wrote it as it is. */
export function isOpen({ card, fact }: DeckCard): boolean {
  return card.gate === null && fact.origin === "plain";
}

/** The card, withheld for a reason. */
export function withheld(card: DeckCard, gate: GateCode): DeckCard {
  return { ...card, card: { ...card.card, gate } };
}

/** Addresses of pages, made in one place. */

/** The quiz, of one deck and those below it where `deckId` is given. */
export function quizAddress(deckId: number | null): string {
  return deckId === null ? "/quiz" : `/quiz?deck=${deckId}`;
}

/** The page of a deck. */
export function deckAddress(deckId: number): string {
  return `/decks/${deckId}`;
}

/** A note, by the path of its document below its topmost deck's notes folder. */
export function noteAddress(note: { readonly rootDeckId: number; readonly path: string }): string {
  return `/decks/${note.rootDeckId}/notes/${note.path.split("/").map(encodeURIComponent).join("/")}`;
}

/** A passage of a note, by its 1-based line; `from` is the session that leads there ("all", or its deck), so that the note leads back. */
export function passageAddress(
  passage: { readonly rootDeckId: number; readonly path: string; readonly line: number },
  { from }: { readonly from?: number | "all" } = {},
): string {
  return `${noteAddress(passage)}${from === undefined ? "" : `?quiz=${from}`}#l${passage.line}`;
}

/** The entry of a card on the page of its note, which says what was decided about it; `from` as for a passage. */
export function chosenCardAddress(
  note: { readonly rootDeckId: number; readonly path: string },
  { cardId, from }: { readonly cardId: number; readonly from: string | undefined },
): string {
  return `${noteAddress(note)}?${from === undefined ? "" : `quiz=${from}&`}chosen=${cardId}#card-${cardId}`;
}

import type { Request } from "express";
import type { Link, NotePage, NotePiece } from "../../views/models.js";
import { studyDay } from "../domain/day.js";
import { learnerOf } from "../security/session.js";
import { selectCardsOfSource, type ListedCard } from "../store/read/deck-contents.js";
import { selectPresetOfDeck } from "../store/read/presets.js";
import { selectSourcePage, type SourcePage } from "../store/read/source-page.js";
import { selectVisibleDeck } from "../store/read/visible-decks.js";
import { deckAddress, noteAddress, quizAddress } from "./addresses.js";
import type { Web } from "./context.js";
import { hiddenCards, indexRow, lineOf, passageOf, rowOf, suggestedCards, type NoteCardsView } from "./note-cards.js";
import { cutAtPassages } from "./passages.js";
import { withLinksFromNote } from "./relative-links.js";
import { counted } from "./words.js";

/** Which note is shown, and why. */
export interface NoteShowing {
  readonly rootDeckId: number;
  readonly path: string;
  /** The session that the reader came from: "all", or the id of its deck. */
  readonly quiz: string | undefined;
  /** The card that they just decided over. */
  readonly chosenId?: number | undefined;
  /** Why a choice of theirs was refused: the page is then the reply at another address than the note's. */
  readonly refused?: string;
}

/** HTML of a note's page, with its cards at their passages; throws NotFoundError where the learner may see no such note. */
export function renderNote(web: Web, request: Request, showing: NoteShowing): string {
  const { learnerId, role, zone, dayStartMinutes } = learnerOf(request);
  const { store } = web;
  const { rootDeckId, path, quiz } = showing;
  const note = selectSourcePage(store, learnerId, rootDeckId, path);
  const deck = selectVisibleDeck(store, learnerId, note.deckId);
  const decides = role === "owner" && note.isOfInstallation;
  const now = web.now();
  const view: NoteCardsView = {
    scheduler: selectPresetOfDeck(store, learnerId, note.deckId).scheduler,
    moment: { now, today: studyDay(now, zone, dayStartMinutes) },
    language: note.language,
    decides,
    chosenId: showing.chosenId ?? null,
    quiz: quiz ?? null,
  };
  const linksFrom = showing.refused === undefined ? null : note;
  const stored = selectCardsOfSource(store, learnerId, { sourceId: note.id, which: decides ? "all" : "active" });
  const cards = stored.map((card) => withLinks(card, linksFrom));
  const of = (status: ListedCard["status"]) => cards.filter((card) => card.status === status);
  const active = of("active");
  const model: NotePage = {
    title: `${note.title} · ${deck.name}`,
    heading: note.title,
    deck: { label: deck.name.split("::").join(" › "), url: deckAddress(deck.id) },
    language: note.language,
    body: bodyOf(withLinksFromNote(note.bodyHtml, linksFrom), cards, view),
    size: active.length === 0 ? "No cards from this note" : `${counted(active.length, "card")} from this note`,
    index: active.map((card) => indexRow(card, view)),
    suggested: suggestedCards(of("withheld"), view),
    hidden: hiddenCards(of("hidden"), view),
    refused: showing.refused ?? null,
    problems: role === "owner" ? note.problems.map(({ line, message }) => `Line ${line}: ${message}`) : [],
    back: quiz === undefined ? null : { label: "Back to the quiz", url: quizAddress(quiz === "all" ? null : Number(quiz)) },
    previous: neighbourLink(note, note.previous),
    next: neighbourLink(note, note.next),
  };
  return web.renderPage(request, "note/page", model);
}

function withLinks(card: ListedCard, note: SourcePage | null): ListedCard {
  const { promptHtml, answerHtml } = card;
  return { ...card, promptHtml: withLinksFromNote(promptHtml, note), answerHtml: withLinksFromNote(answerHtml, note) };
}

function bodyOf(html: string, cards: readonly ListedCard[], view: NoteCardsView): NotePiece[] {
  const pieces = cutAtPassages(withoutFirstHeading(html), cards.map(lineOf));
  return pieces.map(({ html, place }): NotePiece => {
    const own = place === null ? [] : cards.filter((card) => place.lines.includes(lineOf(card)));
    return {
      html,
      passage: place?.kind === "cards" ? passageOf(own, view) : null,
      row: place?.kind === "row" ? rowOf(own, view) : null,
    };
  });
}

/** The page has the note's title as its own heading. */
function withoutFirstHeading(html: string): string {
  return html.replace(/^\s*<h1[\s>][\s\S]*?<\/h1>/, "");
}

function neighbourLink({ rootDeckId }: SourcePage, neighbour: SourcePage["next"]): Link | null {
  return neighbour && { label: neighbour.title, url: noteAddress({ rootDeckId, path: neighbour.path }) };
}

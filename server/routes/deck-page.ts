import type { Request } from "express";
import type { CardRow, DeckPage, Link, Pager } from "../../views/models.js";
import type { Role } from "../domain/learner.js";
import { learnerOf } from "../security/session.js";
import { selectCards, selectSources, type ListedCard, type SourceRow } from "../store/read/deck-contents.js";
import { selectQueue } from "../store/read/queue.js";
import { selectDeckToday, type Today } from "../store/read/today.js";
import { selectVisibleDecks, selectVisibleDeck, type VisibleDeck } from "../store/read/visible-decks.js";
import { deckAddress, noteAddress, passageAddress, quizAddress } from "./addresses.js";
import { stateWords, type Moment } from "./card-words.js";
import { comingBack } from "./coming-back.js";
import type { Web } from "./context.js";
import { deckRows, decksBelow, deckSize } from "./deck-rows.js";
import { withLinksFromNote } from "./relative-links.js";
import { countsOf, deckTitle, ownTitle } from "./deck-words.js";
import { counted, number, shortDuration } from "./words.js";

const cardsOnAPage = 100;

/** HTML of one deck's page; `page` is the page of its cards, from 1. Throws NotFoundError where the learner may not see the deck. */
export function renderDeck(web: Web, request: Request, deckId: number, page: number): string {
  const { store } = web;
  const { learnerId, role } = learnerOf(request);
  const now = web.now();
  const deck = selectVisibleDeck(store, learnerId, deckId);
  const all = selectVisibleDecks(store, learnerId);
  const below = decksBelow(deckId, all);
  const queue = selectQueue(store, learnerId, now, null);
  const today = deck.isJoined ? selectDeckToday(store, learnerId, { deckId, now }) : null;
  const moment = { now, today: queue.day.studyDay };
  const cards = selectCards(store, learnerId, { deckId, offset: (page - 1) * cardsOnAPage, limit: cardsOnAPage });
  const model: DeckPage = {
    title: `${deckTitle(deck.name)} · Decks`,
    deckId,
    name: ownTitle(deck.name),
    parents: parentsOf(deck, all),
    size: deckSize([deck, ...below]),
    isJoined: deck.isJoined,
    ...startOf(web, learnerId, today, deckId),
    counts: countsOf(today?.decks ?? []),
    studySettingsUrl: deck.isJoined ? "/settings#study" : null,
    children: deckRows(below, queue),
    notes: selectSources(store, learnerId, deckId).map((source) => ({
      label: source.title,
      url: noteAddress(source),
      size: noteSize(source, role),
    })),
    cards: cards.map((card) => cardRow(card, moment)),
    pager: pagerOf(deck, page, cards.length),
  };
  return web.renderPage(request, "deck/page", model);
}

/** What owners could accept is for them alone. */
function noteSize({ cards, withheld }: SourceRow, role: Role): string {
  const size = counted(cards, "card");
  return role === "owner" && withheld > 0 ? `${size}, ${number(withheld)} suggested` : size;
}

function startOf({ store }: Web, learnerId: number, today: Today | null, deckId: number): Pick<DeckPage, "start" | "rest"> {
  if (today === null) return { start: null, rest: "" };
  const { progress } = today;
  const total = progress.new + progress.learning + progress.due;
  if (total === 0) return { start: null, rest: `Nothing now. ${comingBack(store, learnerId, today)}` };
  return {
    start: { label: `${counted(total, "card")}, about ${shortDuration(progress.remainingMs)}`, url: quizAddress(deckId) },
    rest: "",
  };
}

function parentsOf(deck: VisibleDeck, all: readonly VisibleDeck[]): Link[] {
  const parent = all.find(({ id }) => id === deck.parentId);
  return parent === undefined ? [] : [...parentsOf(parent, all), { label: ownTitle(parent.name), url: deckAddress(parent.id) }];
}

function cardRow(card: ListedCard, moment: Moment): CardRow {
  return {
    cardId: card.id,
    promptHtml: withLinksFromNote(card.promptHtml, card.source),
    context: card.context.join(" › "),
    state: stateWords(card, moment),
    passageUrl: card.source && passageAddress(card.source),
    resumeVersion: card.state?.suspendedAt == null ? null : card.state.version,
  };
}

function pagerOf({ id, liveCards }: VisibleDeck, page: number, shown: number): Pager | null {
  if (liveCards <= cardsOnAPage && page === 1) return null;
  const first = (page - 1) * cardsOnAPage + 1;
  const last = first + shown - 1;
  return {
    text:
      shown === 0
        ? `No cards on this page; there are ${number(liveCards)}.`
        : `Cards ${number(first)} to ${number(last)} of ${number(liveCards)}`,
    previousUrl: page > 1 ? `${deckAddress(id)}?page=${page - 1}` : null,
    nextUrl: last < liveCards && shown > 0 ? `${deckAddress(id)}?page=${page + 1}` : null,
  };
}

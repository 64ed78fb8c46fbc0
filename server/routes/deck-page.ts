import type { Request } from "express";
import type { CardRow, DeckPage, Link, Pager } from "../../views/models.js";
import { learnerOf } from "../security/session.js";
import { meanAnswerMs } from "../store/read/day-stats.js";
import { selectCards, selectSources, type ListedCard } from "../store/read/deck-contents.js";
import { progressOf } from "../store/read/progress.js";
import { selectQueue, type Queue } from "../store/read/queue.js";
import { selectVisibleDecks, selectVisibleDeck, type VisibleDeck } from "../store/read/visible-decks.js";
import { deckAddress, noteAddress, passageAddress, quizAddress } from "./addresses.js";
import { stateWords, type Moment } from "./card-words.js";
import { comingBack } from "./coming-back.js";
import type { Web } from "./context.js";
import { deckRows, deckSize } from "./deck-rows.js";
import { countsOf, deckTitle, ownTitle, totalOf } from "./deck-words.js";
import { counted, number, shortDuration } from "./words.js";

const cardsOnAPage = 100;

/** HTML of one deck's page; `page` is the page of its cards, from 1. Throws NotFoundError where the learner may not see the deck. */
export function renderDeck(web: Web, request: Request, deckId: number, page: number): string {
  const { learnerId } = learnerOf(request);
  const deck = selectVisibleDeck(web.store, learnerId, deckId);
  const all = selectVisibleDecks(web.store, learnerId);
  const everything = selectQueue(web.store, learnerId, web.now(), null);
  const queue = deck.isJoined ? selectQueue(web.store, learnerId, web.now(), deckId) : { ...everything, decks: [], learning: [] };
  const moment = { now: web.now(), today: everything.day.studyDay };
  const cards = selectCards(web.store, learnerId, { deckId, offset: (page - 1) * cardsOnAPage, limit: cardsOnAPage });
  const model: DeckPage = {
    title: `${deckTitle(deck.name)} · Decks`,
    deckId,
    name: ownTitle(deck.name),
    parents: parentsOf(deck, all),
    size: deckSize(deck),
    isJoined: deck.isJoined,
    ...startOf(web, learnerId, queue, deckId),
    counts: countsOf(queue.decks),
    studySettingsUrl: deck.isJoined ? "/settings#study" : null,
    children: deckRows(below(deckId, all), everything),
    notes: selectSources(web.store, learnerId, deckId).map((source) => ({
      label: source.title,
      url: noteAddress(source),
      size: counted(source.cards, "card"),
    })),
    cards: cards.map((card) => cardRow(card, moment)),
    pager: pagerOf(deck, page, cards.length),
  };
  return web.renderPage(request, "deck/page", model);
}

function startOf(web: Web, learnerId: number, queue: Queue, deckId: number): Pick<DeckPage, "start" | "rest"> {
  const total = queue.decks.reduce((sum, each) => sum + totalOf(each), 0);
  const words = `${counted(total, "card")}, about ${shortDuration(progressOf(queue, meanAnswerMs(web.store, learnerId, queue.day.studyDay)).remainingMs)}`;
  if (total > 0) return { start: { label: words, url: quizAddress(deckId) }, rest: "" };
  return { start: null, rest: `Nothing now. ${comingBack(web.store, learnerId, queue)}` };
}

function parentsOf(deck: VisibleDeck, all: readonly VisibleDeck[]): Link[] {
  const parent = all.find(({ id }) => id === deck.parentId);
  return parent === undefined ? [] : [...parentsOf(parent, all), { label: ownTitle(parent.name), url: deckAddress(parent.id) }];
}

/** All decks below one, in their order. */
function below(deckId: number, all: readonly VisibleDeck[]): VisibleDeck[] {
  const within = new Set([deckId]);
  return all.filter(({ id, parentId }) => {
    const isBelow = parentId !== null && within.has(parentId);
    if (isBelow) within.add(id);
    return isBelow;
  });
}

function cardRow(card: ListedCard, moment: Moment): CardRow {
  return {
    cardId: card.id,
    promptHtml: card.promptHtml,
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

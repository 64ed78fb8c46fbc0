import { Router } from "express";
import { z } from "zod";
import type { Link, NoteCard, NotePage } from "../../views/models.js";
import { studyDay } from "../domain/day.js";
import { learnerOf } from "../security/session.js";
import { requireLearner } from "../security/require-learner.js";
import { selectCardsOfSource, type ListedCard } from "../store/read/deck-contents.js";
import { selectPresetOfDeck } from "../store/read/presets.js";
import { selectOptionalMedia } from "../store/read/media.js";
import { selectOptionalRootOfPath, selectSourcePage, type SourcePage } from "../store/read/source-page.js";
import { selectVisibleDeck } from "../store/read/visible-decks.js";
import { deckAddress, noteAddress, quizAddress } from "./addresses.js";
import { withPassageAnchors } from "./anchors.js";
import { recallOf, stateWords } from "./card-words.js";
import type { Web } from "./context.js";
import { parseForm } from "./parse-form.js";
import { idParameter } from "./parameters.js";
import { sendMedia } from "./send-media.js";
import { counted } from "./words.js";

const query = z.object({ quiz: z.union([z.literal("all"), z.string().regex(/^\d{1,15}$/)]).optional() });

/** `GET /decks/:deckId/notes/…`: a note, rendered, with its cards and how well the reader knows each. `quiz` says that they came from there. */
export function noteRoutes(web: Web): Router {
  const router = Router();
  router.get("/decks/:deckId/notes/*path", requireLearner, (request, response) => {
    const learner = learnerOf(request);
    const now = web.now();
    const { quiz } = parseForm(query, request.query);
    const deckId = idParameter(request.params.deckId);
    const path = [request.params.path].flat().join("/");
    const rootDeckId = selectOptionalRootOfPath(web.store, learner.learnerId, path, deckId);
    if (rootDeckId !== null && rootDeckId !== deckId) return response.redirect(noteAddress({ rootDeckId, path }));
    const media = rootDeckId === null ? selectOptionalMedia(web.store, learner.learnerId, deckId, path) : null;
    if (media !== null) return sendMedia(web, response, media);
    const note = selectSourcePage(web.store, learner.learnerId, deckId, path);
    const deck = selectVisibleDeck(web.store, learner.learnerId, note.deckId);
    const { scheduler } = selectPresetOfDeck(web.store, learner.learnerId, note.deckId);
    const moment = { now, today: studyDay(now, learner.zone, learner.dayStartMinutes) };
    const cards = selectCardsOfSource(web.store, learner.learnerId, note.id);
    const model: NotePage = {
      title: `${note.title} · ${deck.name}`,
      heading: note.title,
      deck: { label: deck.name.split("::").join(" › "), url: deckAddress(deck.id) },
      language: note.language,
      bodyHtml: withPassageAnchors(withoutFirstHeading(note.bodyHtml), cards.map(lineOf)),
      size: cards.length === 0 ? "No cards from this note" : `${counted(cards.length, "card")} from this note`,
      cards: cards.map((card): NoteCard => {
        const { strength, words } = recallOf(scheduler, card.state, moment.today);
        const line = lineOf(card);
        const { promptHtml, answerHtml } = card;
        const state = stateWords(card, moment);
        return {
          anchor: `card-${card.id}`,
          promptHtml,
          answerHtml,
          state,
          line,
          passageUrl: `#l${line}`,
          strength,
          recall: words,
        };
      }),
      problems: learner.role === "owner" ? note.problems.map(({ line, message }) => `Line ${line}: ${message}`) : [],
      back: quiz === undefined ? null : { label: "Back to the quiz", url: quizAddress(quiz === "all" ? null : Number(quiz)) },
      previous: neighbourLink(note, note.previous),
      next: neighbourLink(note, note.next),
    };
    response.send(web.renderPage(request, "note/page", model));
  });
  return router;
}

function lineOf(card: ListedCard): number {
  return card.source?.line ?? 1;
}

/** The page has the note's title as its own heading. */
function withoutFirstHeading(html: string): string {
  return html.replace(/^\s*<h1[\s>][\s\S]*?<\/h1>/, "");
}

function neighbourLink({ rootDeckId }: SourcePage, neighbour: SourcePage["next"]): Link | null {
  return neighbour && { label: neighbour.title, url: noteAddress({ rootDeckId, path: neighbour.path }) };
}

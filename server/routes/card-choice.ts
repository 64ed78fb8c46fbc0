import { Router } from "express";
import { z } from "zod";
import { ConflictError } from "../domain/errors.js";
import { acceptCard } from "../operations/accept-card.js";
import { hideCard } from "../operations/hide-card.js";
import { showCard } from "../operations/show-card.js";
import { unacceptCard } from "../operations/unaccept-card.js";
import { requireOwner } from "../security/require-learner.js";
import { learnerOf } from "../security/session.js";
import { selectCardContent } from "../store/read/card-content.js";
import { chosenCardAddress } from "./addresses.js";
import type { Web } from "./context.js";
import { renderNote } from "./note-page.js";
import { idParameter } from "./parameters.js";
import { parseForm, text } from "./parse-form.js";
import { quizOrigin } from "./quiz-origin.js";

const choices = { accept: acceptCard, unaccept: unacceptCard, hide: hideCard, show: showCard } as const;

const form = z.object({
  choice: z.enum(Object.keys(choices) as (keyof typeof choices)[]),
  seen: text(100),
  quiz: quizOrigin,
});

/**
 * `POST /cards/:cardId/choice`, for owners alone: accepts a suggested card or takes that back, hides a card for everyone or shows it
 * again; then the page of its note, where it stands. A card that is not what they saw is refused with that page as it is now.
 */
export function cardChoiceRoutes(web: Web): Router {
  const router = Router();
  router.post("/cards/:cardId/choice", requireOwner, async (request, response) => {
    const cardId = idParameter(request.params.cardId);
    const { choice, seen, quiz } = parseForm(form, request.body);
    const act = { store: web.store, learnerId: learnerOf(request).learnerId, now: web.now() };
    try {
      await choices[choice](act, { cardId, seen });
    } catch (error) {
      const note = selectCardContent(web.store, cardId).passage;
      if (!(error instanceof ConflictError) || note === null) throw error;
      response.status(409).send(renderNote(web, request, { ...note, quiz, refused: error.message }));
      return;
    }
    const note = selectCardContent(web.store, cardId).passage;
    response.redirect(303, note === null ? "/decks" : chosenCardAddress(note, { cardId, from: quiz }));
  });
  return router;
}

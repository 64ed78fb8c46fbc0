import { Router } from "express";
import { z } from "zod";
import { requireLearner } from "../security/require-learner.js";
import { learnerOf } from "../security/session.js";
import { selectOptionalMedia } from "../store/read/media.js";
import { selectOptionalRootOfPath } from "../store/read/source-page.js";
import { noteAddress } from "./addresses.js";
import type { Web } from "./context.js";
import { renderNote } from "./note-page.js";
import { idParameter } from "./parameters.js";
import { parseForm } from "./parse-form.js";
import { quizOrigin } from "./quiz-origin.js";
import { sendMedia } from "./send-media.js";

const query = z.object({
  quiz: quizOrigin,
  chosen: z.coerce.number().int().positive().optional().catch(undefined),
});

/**
 * `GET /decks/:deckId/notes/…`: a note, rendered, with its cards and how well the reader knows each. `quiz` says that they came from
 * there, `chosen` that they have just decided over that card.
 */
export function noteRoutes(web: Web): Router {
  const router = Router();
  router.get("/decks/:deckId/notes/*path", requireLearner, (request, response) => {
    const { learnerId } = learnerOf(request);
    const { quiz, chosen } = parseForm(query, request.query);
    const deckId = idParameter(request.params.deckId);
    const path = [request.params.path].flat().join("/");
    const rootDeckId = selectOptionalRootOfPath(web.store, learnerId, path, deckId);
    if (rootDeckId !== null && rootDeckId !== deckId) return response.redirect(noteAddress({ rootDeckId, path }));
    const media = rootDeckId === null ? selectOptionalMedia(web.store, learnerId, deckId, path) : null;
    if (media !== null) return sendMedia(web, response, media);
    response.send(renderNote(web, request, { rootDeckId: deckId, path, quiz, chosenId: chosen }));
  });
  return router;
}

import { Router } from "express";
import { z } from "zod";
import { resumeCard } from "../operations/resume-card.js";
import { requireLearner } from "../security/require-learner.js";
import { learnerOf } from "../security/session.js";
import { selectCardContent } from "../store/read/card-content.js";
import { deckAddress } from "./addresses.js";
import type { Web } from "./context.js";
import { idParameter } from "./parameters.js";
import { parseForm } from "./parse-form.js";

const form = z.object({ version: z.coerce.number().int().nonnegative() });

/** `POST /cards/:cardId/resume`: ends a card's suspension, and goes back to its deck. */
export function cardRoutes(web: Web): Router {
  const router = Router();
  router.post("/cards/:cardId/resume", requireLearner, async (request, response) => {
    const cardId = idParameter(request.params.cardId);
    const { version } = parseForm(form, request.body);
    await resumeCard({ store: web.store, learnerId: learnerOf(request).learnerId, now: web.now() }, { cardId, version });
    response.redirect(303, deckAddress(selectCardContent(web.store, cardId).deckId));
  });
  return router;
}

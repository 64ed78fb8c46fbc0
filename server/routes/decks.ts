import { Router } from "express";
import { z } from "zod";
import type { DecksPage } from "../../views/models.js";
import { joinDeck } from "../operations/join-deck.js";
import { leaveDeck } from "../operations/leave-deck.js";
import { requireLearner } from "../security/require-learner.js";
import { learnerOf } from "../security/session.js";
import { selectQueue } from "../store/read/queue.js";
import { selectVisibleDecks } from "../store/read/visible-decks.js";
import { deckAddress } from "./addresses.js";
import type { Web } from "./context.js";
import { renderDeck } from "./deck-page.js";
import { deckRows } from "./deck-rows.js";
import { idParameter } from "./parameters.js";
import { parseForm } from "./parse-form.js";

const form = z.object({ choice: z.enum(["join", "leave"]) });
const query = z.object({ page: z.coerce.number().int().min(1).max(1_000_000).default(1) });

/** `/decks`: all that the learner may see; `/decks/:deckId`: one of them; and whether they study it. */
export function deckRoutes(web: Web): Router {
  const router = Router();
  router.use("/decks", requireLearner);

  router.get("/decks", (request, response) => {
    const { learnerId } = learnerOf(request);
    const decks = selectVisibleDecks(web.store, learnerId);
    const queue = selectQueue(web.store, learnerId, web.now(), null);
    const model: DecksPage = { title: "Decks", decks: deckRows(decks, queue) };
    response.send(web.renderPage(request, "decks/page", model));
  });

  router.get("/decks/:deckId", (request, response) => {
    const { page } = parseForm(query, request.query);
    response.send(renderDeck(web, request, idParameter(request.params.deckId), page));
  });

  router.post("/decks/:deckId/enrolment", async (request, response) => {
    const deckId = idParameter(request.params.deckId);
    const act = { store: web.store, learnerId: learnerOf(request).learnerId, now: web.now() };
    const { choice } = parseForm(form, request.body);
    await (choice === "join" ? joinDeck : leaveDeck)(act, { deckId });
    response.redirect(303, deckAddress(deckId));
  });
  return router;
}

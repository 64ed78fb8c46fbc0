import { Router, type Request, type RequestHandler } from "express";
import { z } from "zod";
import { parseAnswer } from "../domain/answer-input.js";
import { Rating } from "../domain/card-schedule.js";
import { ConflictError } from "../domain/errors.js";
import type { Act } from "../operations/act.js";
import { answerCard, ratingNames, type AnswerResult } from "../operations/answer-card.js";
import { buryCard } from "../operations/bury-card.js";
import { hideCard } from "../operations/hide-card.js";
import { keepCard } from "../operations/keep-card.js";
import { resetCard } from "../operations/reset-card.js";
import { suspendCard } from "../operations/suspend-card.js";
import { undoAct } from "../operations/undo-act.js";
import { requireLearner } from "../security/require-learner.js";
import { learnerOf } from "../security/session.js";
import { selectOptionalCardState } from "../store/read/card-states.js";
import { selectStudiedDecks, withSubDecks } from "../store/read/studied-decks.js";
import { quizAddress } from "./addresses.js";
import type { Web } from "./context.js";
import { parseForm, text } from "./parse-form.js";
import { showQuiz, wantsFragment, type Showing } from "./show-quiz.js";
import { backWords } from "./words.js";

const id = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);
const deck = z.object({ deck: id.optional() });
const query = deck.extend({
  card: id.optional(),
  version: z.coerce.number().int().nonnegative().optional(),
  show: z.literal("answer").optional(),
  forgot: id.optional(),
});
const cardForm = deck.extend({ cardId: id, version: z.coerce.number().int().nonnegative() });
const hideForm = deck.extend({ cardId: id, seen: text(100) });
const undoForm = deck.extend({ stepId: id });
const changedForm = cardForm.extend({ choice: z.enum(["keep", "again"]) });

/** `/quiz`: the session, which is nothing but a query for what comes next, and every act on the card that it shows. */
export function quizRoutes(web: Web): Router {
  const router = Router();
  router.use("/quiz", requireLearner);

  router.get("/quiz", (request, response) => {
    const asked = parseForm(query, request.query);
    const isAsShown =
      asked.card === undefined || asked.version === undefined || isCurrent(web, request, asked.card, asked.version);
    showQuiz(web, request, response, {
      deckId: asked.deck ?? null,
      // Whoever goes back to a card that they have answered since is shown what comes next, not its answer once more.
      cardId: isAsShown ? (asked.card ?? null) : null,
      isRevealed: isAsShown && asked.show === "answer",
      forgottenId: asked.forgot ?? null,
    });
  });

  const post = (path: string, act: Perform) => router.post(path, performing(web, act));
  post("/quiz/answers", async (act, body) => {
    const result = await answerCard(act, parseAnswer(body));
    return afterAnswer(act, result);
  });
  post("/quiz/undo", async (act, body) => {
    const { label, cardId } = await undoAct(act, parseForm(undoForm, body));
    return { cardId, said: `${label} is undone.` };
  });
  post("/quiz/bury", async (act, body) => {
    await buryCard(act, parseForm(cardForm, body));
    return { said: "Buried until tomorrow." };
  });
  post("/quiz/suspend", async (act, body) => {
    await suspendCard(act, parseForm(cardForm, body));
    return { said: "Suspended. The page of its deck brings it back." };
  });
  post("/quiz/hide", async (act, body) => {
    await hideCard(act, parseForm(hideForm, body));
    return { said: "Hidden for everyone. The page of its note shows it again." };
  });
  post("/quiz/changed", async (act, body) => {
    const { choice, ...card } = parseForm(changedForm, body);
    await (choice === "keep" ? keepCard : resetCard)(act, card);
    return { cardId: card.cardId, said: choice === "keep" ? "Kept." : "Started again." };
  });
  return router;
}

function isCurrent(web: Web, request: Request, cardId: number, version: number): boolean {
  return (selectOptionalCardState(web.store, learnerOf(request).learnerId, cardId)?.version ?? 0) === version;
}

type Body = Readonly<Record<string, unknown>>;

/** One act on the shown card; resolves to how the session goes on. */
type Perform = (act: Act, body: Body) => Promise<Omit<Showing, "deckId">>;

/**
 * Performs an act and goes on: with the fragment for htmx, with 303 without. An act on a card that has changed since it was shown is refused
 * with 409, and that card is shown afresh.
 */
function performing(web: Web, perform: Perform): RequestHandler {
  return async (request, response) => {
    const body = (request.body ?? {}) as Body; // each act parses it
    const deckId = parseForm(deck, body).deck ?? null;
    const act: Act = { store: web.store, learnerId: learnerOf(request).learnerId, now: web.now() };
    // A deck that is not studied would be refused after the act; what is there on which day does not matter here.
    if (deckId !== null) withSubDecks(selectStudiedDecks(web.store, act.learnerId, 0), deckId);
    try {
      const showing = await perform(act, body);
      if (wantsFragment(request)) showQuiz(web, request, response, { deckId, ...showing });
      else response.redirect(303, nextAddress(deckId, showing));
    } catch (error) {
      if (!(error instanceof ConflictError)) throw error;
      response.status(409);
      showQuiz(web, request, response, { deckId, cardId: shownCard(request), notice: error.message });
    }
  };
}

function nextAddress(deckId: number | null, { cardId, forgottenId }: Omit<Showing, "deckId">): string {
  const parameters = new URLSearchParams();
  if (deckId !== null) parameters.set("deck", String(deckId));
  if (cardId != null) parameters.set("card", String(cardId));
  if (forgottenId != null) parameters.set("forgot", String(forgottenId));
  return parameters.size === 0 ? quizAddress(null) : `/quiz?${parameters.toString()}`;
}

function shownCard(request: Request): number | null {
  const sent = z.object({ cardId: id }).safeParse(request.body);
  return sent.success ? sent.data.cardId : null;
}

function afterAnswer(act: Act, result: AnswerResult): Omit<Showing, "deckId"> {
  const forgottenId = result.rating === Rating.Again ? result.cardId : null;
  switch (result.outcome) {
    case "applied":
      return { forgottenId, said: saidOf(act, result), notice: result.isLeech ? leechWords(result) : null };
    case "repeated":
      return { forgottenId };
    case "undone":
      return { cardId: result.cardId, notice: "That answer was undone since, so it was not counted again." };
  }
}

/** "Good, back in 3 days." */
function saidOf({ now }: Act, { rating, due, scheduledDays }: AnswerResult): string {
  if (due === null) return `${ratingNames[rating]}.`;
  return `${ratingNames[rating]}, back ${backWords(due, scheduledDays, now)}.`;
}

function leechWords({ isSuspended }: AnswerResult): string {
  const what = "You have forgotten this card many times: its wording, or the note behind it, may need work.";
  return isSuspended ? `${what} It is suspended.` : what;
}

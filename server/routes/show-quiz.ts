import { randomBytes } from "node:crypto";
import type { Request, Response } from "express";
import type { QuizPage } from "../../views/quiz/models.js";
import { learnerOf } from "../security/session.js";
import { selectCardContent, type CardContent } from "../store/read/card-content.js";
import { readNext } from "../store/read/next-card.js";
import { selectOptionalStudiedCard } from "../store/read/studied-card.js";
import type { Web } from "./context.js";
import { quizFragment } from "./quiz-view.js";

/** What is shown, besides what comes next. */
export interface Showing {
  /** The deck to which the session is limited; null for all. */
  readonly deckId: number | null;
  /** The card to show rather than the next, if it can be shown today. */
  readonly cardId?: number | null;
  readonly isRevealed?: boolean;
  /** The card that was just forgotten. */
  readonly forgottenId?: number | null;
  /** Read out: "Good, back in 3 days." */
  readonly said?: string;
  /** Shown in a line: why something was not done. */
  readonly notice?: string | null;
}

/** Whether the reply takes the place of `#quiz` rather than being a page of its own. */
export function wantsFragment(request: Request): boolean {
  return request.get("hx-request") === "true" && request.get("hx-request-type") !== "full";
}

/** Sends what comes next in the learner's session: the fragment to htmx, else the whole page. The status is the caller's. */
export function showQuiz(web: Web, request: Request, response: Response, showing: Showing): void {
  const { learnerId, role } = learnerOf(request);
  const now = web.now();
  const { deckId, cardId = null } = showing;
  const next = readNext(web.store, learnerId, { now, deckId, cardId });
  const quiz = quizFragment(next, {
    deckId,
    answerId: randomBytes(16).toString("hex"),
    isRevealed: showing.isRevealed === true && next.kind === "card" && next.content.cardId === cardId,
    said: showing.said ?? "",
    notice: showing.notice ?? null,
    forgotten: contentFor(web, learnerId, showing.forgottenId ?? null),
    isOwner: role === "owner",
  });
  response.vary("HX-Request, HX-Request-Type").type("html");
  if (wantsFragment(request)) {
    // Not `send`, which copies what it is given: a string goes out with the headers in one piece.
    response.end(web.renderFragment(quiz.view, quiz));
    return;
  }
  const page: QuizPage = { title: quiz.documentTitle.replace(/ · Deckhand$/, ""), quiz };
  response.send(web.renderPage(request, "quiz/page", page));
}

/** The content of a card, if the learner studies it. */
function contentFor(web: Web, learnerId: number, cardId: number | null): CardContent | null {
  if (cardId === null || selectOptionalStudiedCard(web.store, learnerId, cardId)?.isStudied !== true) return null;
  return selectCardContent(web.store, cardId);
}

import { Router, type Request } from "express";
import { z } from "zod";
import type { LogInPage } from "../../views/forms/models.js";
import { nameKeyOf } from "../domain/learner-name.js";
import { logIn } from "../operations/log-in.js";
import { addressKey, logInByAddress, logInByName } from "../security/rate-limits.js";
import { safeNext } from "../security/require-learner.js";
import { optionalLearnerOf } from "../security/session.js";
import { setSessionCookie } from "../security/session-cookie.js";
import { hasLearners } from "../store/read/learners.js";
import type { Web } from "./context.js";
import { field } from "./form-fields.js";
import { parseForm, text } from "./parse-form.js";
import { refuse } from "./refused-form.js";

const query = z.object({ next: text(2000), ended: z.literal("yes").optional().catch(undefined) });
const form = z.object({ name: text(200), password: text(1000), next: text(2000) });

/** Said to whom a form of htmx was refused: the page that it was sent from is gone. */
const hasEnded = "Your log-in had ended, so what you did last was not counted. Log in to go on.";

/** `GET` and `POST /login`. A fresh installation sends everybody to make its first account. */
export function logInRoutes(web: Web): Router {
  const router = Router();
  const byName = logInByName();
  const byAddress = logInByAddress();

  router.get("/login", (request, response) => {
    const { next, ended } = parseForm(query, request.query);
    if (optionalLearnerOf(request) !== null) return response.redirect(303, safeNext(next));
    if (!hasLearners(web.store)) return response.redirect(303, "/signup");
    response.send(page(request, { name: "", next }, ended === undefined ? null : hasEnded));
  });

  router.post("/login", async (request, response) => {
    const typed = parseForm(form, request.body);
    const address = addressKey(request);
    const nameAtAddress = `${address} ${nameKeyOf(typed.name)}`;
    try {
      await byAddress.count(address);
      await byName.count(nameAtAddress);
      const { token } = await logIn(
        { store: web.store, now: web.now() },
        { name: typed.name, password: typed.password, userAgent: userAgentOf(request) },
      );
      await byName.forget(nameAtAddress);
      setSessionCookie(response, token, web.config);
      response.redirect(303, safeNext(typed.next));
    } catch (error) {
      response.send(page(request, typed, refuse(response, error).problem));
    }
  });

  function page(request: Request, typed: { name: string; next: string }, problem: string | null): string {
    const model: LogInPage = {
      title: "Log in",
      problem,
      name: field(typed.name),
      next: safeNext(typed.next),
      signUp: web.config.registration === "open" ? { label: "Make an account", url: "/signup" } : null,
    };
    return web.renderPage(request, "log-in/page", model);
  }

  return router;
}

/** What the browser calls itself, for the list of log-ins. */
export function userAgentOf(request: Request): string {
  return (request.get("user-agent") ?? "").slice(0, 300);
}

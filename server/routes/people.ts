import { Router, type Request, type RequestHandler } from "express";
import { z } from "zod";
import { NotFoundError } from "../domain/errors.js";
import { changeRole } from "../operations/change-role.js";
import { disableAccount } from "../operations/disable-account.js";
import { enableAccount } from "../operations/enable-account.js";
import type { OwnerAct } from "../operations/guards/ownership.js";
import { setPassword } from "../operations/set-password.js";
import { requireOwner } from "../security/require-learner.js";
import { learnerOf } from "../security/session.js";
import type { Web } from "./context.js";
import { setFlash } from "./flash.js";
import { idParameter } from "./parameters.js";
import { parseForm, text } from "./parse-form.js";
import { renderPeople, type PeopleNews } from "./people-page.js";
import { refuse, type Refusal } from "./refused-form.js";

const done = {
  role: "The role is changed.",
  password: "The new password is set. They are logged out everywhere.",
  disabled: "They cannot log in any more. Everything of theirs is kept.",
  enabled: "They can log in again.",
  revoked: "The invitation is taken back.",
} as const;
type Done = keyof typeof done;

const query = z.object({
  done: z
    .enum(Object.keys(done) as Done[])
    .optional()
    .catch(undefined),
});
const roleForm = z.object({ role: z.enum(["owner", "learner"]) });
const disabledForm = z.object({ disabled: z.enum(["yes", "no"]) });
const passwordForm = z.object({ newPassword: text(1000) });

/** `/people`, for owners alone: who has an account, their roles, who is shut out, a new password for who forgot theirs. */
export function peopleRoutes(web: Web): Router {
  const router = Router();
  const post = (act: (request: Request, by: OwnerAct) => Promise<Done>) => actOnPeople(web, act);
  router.use(["/people", "/admin"], requireOwner);
  router.get("/admin", (_request, response) => response.redirect(301, "/people"));
  // The reply that holds a new invitation has this address; loaded again, it has nothing to show.
  router.get("/people/invitations", (_request, response) => response.redirect(303, "/people"));

  router.get("/people", (request, response) => {
    const { done: act } = parseForm(query, request.query);
    if (act !== undefined) setFlash(request, done[act]);
    response.send(renderPeople(web, request));
  });

  router.post(
    "/people/:personId/role",
    post(async (request, by) => {
      const { role } = parseForm(roleForm, request.body);
      await changeRole(by, { personId: idParameter(request.params.personId), role });
      return "role";
    }),
  );

  router.post(
    "/people/:personId/disabled",
    post(async (request, by) => {
      const isToBeDisabled = parseForm(disabledForm, request.body).disabled === "yes";
      await (isToBeDisabled ? disableAccount : enableAccount)(by, { personId: idParameter(request.params.personId) });
      return isToBeDisabled ? "disabled" : "enabled";
    }),
  );

  router.post(
    "/people/:personId/password",
    post(async (request, by) => {
      const { newPassword } = parseForm(passwordForm, request.body);
      await setPassword(by, { personId: idParameter(request.params.personId), newPassword });
      return "password";
    }),
  );

  return router;
}

/**
 * Runs an owner's act, then shows the page with a word about it: after a redirect, or at once where the act gives news that
 * only this reply can hold. A refusal is shown in its place on the page.
 */
export function actOnPeople(web: Web, act: (request: Request, by: OwnerAct) => Promise<Done | PeopleNews>): RequestHandler {
  return async (request, response) => {
    try {
      const outcome = await act(request, { store: web.store, learnerId: learnerOf(request).learnerId, now: web.now() });
      if (typeof outcome === "string") response.redirect(303, `/people?done=${outcome}`);
      else response.status(201).send(renderPeople(web, request, outcome));
    } catch (error) {
      // Nobody there, or no owner any more: not a page with everybody's names on it.
      if (error instanceof NotFoundError) throw error;
      response.send(renderPeople(web, request, newsOf(request, refuse(response, error))));
    }
  };
}

function newsOf(request: Request, { problem, fields }: Refusal): PeopleNews {
  if (fields.newPassword === undefined) return { problem: problem ?? "" };
  return { refusedPassword: { personId: idParameter(request.params.personId), error: fields.newPassword } };
}

import { Router } from "express";
import { z } from "zod";
import { changePassword } from "../operations/change-password.js";
import { changeProfile } from "../operations/change-profile.js";
import { passwordByLearner } from "../security/rate-limits.js";
import { requireLearner } from "../security/require-learner.js";
import { learnerOf } from "../security/session.js";
import type { Web } from "./context.js";
import { setFlash } from "./flash.js";
import { parseForm, text } from "./parse-form.js";
import { refuse } from "./refused-form.js";
import { renderSettings } from "./settings-page.js";

const done = {
  profile: "Saved.",
  study: "Your study settings are saved.",
  password: "Your password is changed. Your other devices are logged out.",
} as const;

const query = z.object({
  done: z
    .enum(Object.keys(done) as (keyof typeof done)[])
    .optional()
    .catch(undefined),
});
const profileForm = z.object({ name: text(200), zone: text(100), dayStart: text(20), scheme: text(20) });
const passwordForm = z.object({ currentPassword: text(1000), newPassword: text(1000) });

/** `GET /settings`, `POST /settings/profile` and `/settings/password`. */
export function settingsRoutes(web: Web): Router {
  const router = Router();
  const byLearner = passwordByLearner();
  router.use("/settings", requireLearner);

  router.get("/settings", (request, response) => {
    const { done: act } = parseForm(query, request.query);
    if (act !== undefined) setFlash(request, done[act]);
    response.send(renderSettings(web, request));
  });

  router.post("/settings/profile", async (request, response) => {
    const typed = parseForm(profileForm, request.body);
    const { learnerId } = learnerOf(request);
    try {
      await changeProfile({ store: web.store, learnerId, now: web.now() }, typed);
      response.redirect(303, "/settings?done=profile");
    } catch (error) {
      response.send(renderSettings(web, request, { profile: { typed, refusal: refuse(response, error) } }));
    }
  });

  router.post("/settings/password", async (request, response) => {
    const typed = parseForm(passwordForm, request.body);
    const { learnerId, sessionId } = learnerOf(request);
    try {
      await byLearner.count(String(learnerId));
      await changePassword({ store: web.store, learnerId, now: web.now() }, { ...typed, sessionId });
      await byLearner.forget(String(learnerId));
      response.redirect(303, "/settings?done=password");
    } catch (error) {
      response.send(renderSettings(web, request, { password: refuse(response, error) }));
    }
  });

  return router;
}

import { Router } from "express";
import { z } from "zod";
import { savePreset } from "../operations/save-preset.js";
import { requireLearner } from "../security/require-learner.js";
import { learnerOf } from "../security/session.js";
import type { Web } from "./context.js";
import { idParameter } from "./parameters.js";
import { parseForm, text } from "./parse-form.js";
import { refuse } from "./refused-form.js";
import { renderSettings } from "./settings-page.js";

const form = z.object({
  presetId: text(20),
  desiredRetention: text(200),
  newPerDay: text(200),
  reviewsPerDay: text(200),
  learningSteps: text(200),
  relearningSteps: text(200),
  learnAheadMinutes: text(200),
  maximumIntervalDays: text(200),
  newOrder: text(200),
  reviewOrder: text(200),
  newMix: text(200),
  buryNewSiblings: text(200),
  buryReviewSiblings: text(200),
  leechThreshold: text(200),
  leechAction: text(200),
});

/** `POST /settings/study`: how much, in what order and how the learner studies, by one of their presets. */
export function studySettingsRoutes(web: Web): Router {
  const router = Router();
  router.post("/settings/study", requireLearner, async (request, response) => {
    const { presetId: typedId, ...typed } = parseForm(form, request.body);
    const { learnerId } = learnerOf(request);
    const presetId = idParameter(typedId);
    try {
      await savePreset({ store: web.store, learnerId, now: web.now() }, { presetId, fields: typed });
      response.redirect(303, "/settings?done=study");
    } catch (error) {
      response.send(renderSettings(web, request, { study: { presetId, typed, refusal: refuse(response, error) } }));
    }
  });
  return router;
}

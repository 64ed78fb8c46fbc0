import { Router } from "express";
import { logOut } from "../operations/log-out.js";
import { optionalLearnerOf } from "../security/session.js";
import { clearSessionCookie } from "../security/session-cookie.js";
import type { Web } from "./context.js";

/** `POST /logout`: ends this session alone. Who is not logged in any more is shown the log-in as well. */
export function logOutRoutes(web: Web): Router {
  const router = Router();
  router.post("/logout", async (request, response) => {
    const learner = optionalLearnerOf(request);
    if (learner !== null) {
      await logOut({ store: web.store, learnerId: learner.learnerId, now: web.now() }, { sessionId: learner.sessionId });
    }
    clearSessionCookie(response, web.config);
    response.redirect(303, "/login");
  });
  return router;
}

import { Router } from "express";
import { createInvitation } from "../operations/create-invitation.js";
import { revokeInvitation } from "../operations/revoke-invitation.js";
import { requireOwner } from "../security/require-learner.js";
import { isLoopbackName } from "../security/request-origin.js";
import type { Web } from "./context.js";
import { idParameter } from "./parameters.js";
import { actOnPeople } from "./people.js";

/** `POST /people/invitations…`, for owners alone: makes a link that lets one person in, or takes it back. */
export function invitationRoutes(web: Web): Router {
  const router = Router();
  router.use("/people/invitations", requireOwner);

  router.post(
    "/people/invitations",
    actOnPeople(web, async (_request, by) => {
      const { token, expiresAt } = await createInvitation(by, web.config);
      const url = `${web.config.publicUrl}/signup?invitation=${token}`;
      return { made: { url, expiresAt, isForThisMachine: isLoopbackName(new URL(url).hostname) } };
    }),
  );

  router.post(
    "/people/invitations/:invitationId/revoke",
    actOnPeople(web, async (request, by) => {
      await revokeInvitation(by, { invitationId: idParameter(request.params.invitationId) });
      return "revoked";
    }),
  );

  return router;
}

import { Router, type Request, type Response } from "express";
import { z } from "zod";
import { admission, createAccount, type Entry } from "../operations/create-account.js";
import { addressKey, signUpByAddress } from "../security/rate-limits.js";
import { isFromThisMachine } from "../security/request-origin.js";
import { optionalLearnerOf } from "../security/session.js";
import { setSessionCookie } from "../security/session-cookie.js";
import type { Web } from "./context.js";
import { userAgentOf } from "./log-in.js";
import { parseForm, text } from "./parse-form.js";
import { notRefused, refuse, type Refusal } from "./refused-form.js";
import { isRefusedAtSight, signUpPage, type SignUpForm } from "./sign-up-page.js";

const query = z.object({ code: text(100), invitation: text(100) });
const form = z.object({ name: text(200), password: text(1000), zone: text(100), code: text(100), invitation: text(100) });

/** `GET` and `POST /signup`: the first account, by invitation (`?invitation=`), or anybody's, as the installation has it. */
export function signUpRoutes(web: Web): Router {
  const router = Router();
  const byAddress = signUpByAddress();

  router.get("/signup", (request, response) => {
    if (optionalLearnerOf(request) !== null) return response.redirect(303, "/");
    sendPage(request, response, { name: "", zone: "", ...parseForm(query, request.query) }, notRefused);
  });

  router.post("/signup", async (request, response) => {
    const typed = parseForm(form, request.body);
    try {
      await byAddress.count(addressKey(request));
      const act = { store: web.store, now: web.now() };
      const account = { name: typed.name, password: typed.password, zone: typed.zone, userAgent: userAgentOf(request) };
      const { token } = await createAccount(act, entryOf(request, typed), account);
      setSessionCookie(response, token, web.config);
      response.redirect(303, "/");
    } catch (error) {
      sendPage(request, response, typed, refuse(response, error));
    }
  });

  function entryOf(request: Request, { code, invitation }: { code: string; invitation: string }): Entry {
    const { registration } = web.config;
    return { registration, setupCode: web.setupCode, isFromThisMachine: isFromThisMachine(request), code, invitation };
  }

  function sendPage(request: Request, response: Response, typed: SignUpForm, refusal: Refusal): void {
    const admitted = admission(web.store, web.now(), entryOf(request, typed));
    // A page that can only say no is no success; a refused form has brought its status along.
    if (isRefusedAtSight(admitted, typed) && response.statusCode === 200) {
      response.status(admitted.because === "invitation" ? 409 : 403);
    }
    const model = signUpPage({ admission: admitted, typed, refusal, isFromThisMachine: isFromThisMachine(request) });
    response.send(web.renderPage(request, "sign-up/page", model));
  }

  return router;
}

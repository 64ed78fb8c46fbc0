import express, { type Express } from "express";
import type { Assets } from "./assets.js";
import { requestLog } from "./log.js";
import { assetRoutes } from "./routes/assets.js";
import { cardChoiceRoutes } from "./routes/card-choice.js";
import { cardRoutes } from "./routes/cards.js";
import type { Web } from "./routes/context.js";
import { deckRoutes } from "./routes/decks.js";
import { errorReply, notFound } from "./routes/error-reply.js";
import { invitationRoutes } from "./routes/invitations.js";
import { logInRoutes } from "./routes/log-in.js";
import { logOutRoutes } from "./routes/log-out.js";
import { noteRoutes } from "./routes/note.js";
import { peopleRoutes } from "./routes/people.js";
import { quizRoutes } from "./routes/quiz.js";
import { settingsRoutes } from "./routes/settings.js";
import { signUpRoutes } from "./routes/sign-up.js";
import { studySettingsRoutes } from "./routes/study-settings.js";
import { todayRoutes } from "./routes/today.js";
import { securityHeaders } from "./security/headers.js";
import { hostCheck } from "./security/host-check.js";
import { originCheck } from "./security/origin-check.js";
import { recogniseSession } from "./security/session.js";

/** The whole application: the order of the middleware, then the whole route table. */
export function createApp(web: Web, assets: Assets): Express {
  const app = express();
  app.set("etag", false);
  app.set("trust proxy", web.config.trustProxy);
  app.disable("x-powered-by");

  app.use(requestLog(web.log));
  app.use(securityHeaders(web.config));
  app.use(assetRoutes(assets)); // the same for everybody, also for who came to a wrong address
  app.use(hostCheck(web.config));
  app.use(originCheck(web.config));
  app.use(express.urlencoded({ extended: false, limit: "100kb", parameterLimit: 200, inflate: false }));
  app.use(recogniseSession(web));

  app.use(quizRoutes(web)); //         /quiz: first, since a session asks for nothing else
  app.use(signUpRoutes(web)); //       /signup
  app.use(logInRoutes(web)); //        /login
  app.use(logOutRoutes(web)); //       /logout
  app.use(todayRoutes(web)); //        /
  app.use(noteRoutes(web)); //         /decks/:deckId/notes/…
  app.use(deckRoutes(web)); //         /decks
  app.use(cardRoutes(web)); //         /cards/:cardId
  app.use(cardChoiceRoutes(web)); //   /cards/:cardId/choice
  app.use(settingsRoutes(web)); //     /settings
  app.use(studySettingsRoutes(web)); // /settings/study
  app.use(peopleRoutes(web)); //       /people
  app.use(invitationRoutes(web)); //   /people/invitations

  app.use(notFound);
  app.use(errorReply(web));
  return app;
}

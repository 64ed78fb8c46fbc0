/** Learners at work: reads a quiz fragment as a browser would, and makes the next answer's form from it. */
import { seededToken } from "./seed.js";

/** What is sent back for a card: the hidden fields of its form. */
export interface AnswerForm {
  readonly answerId: string;
  readonly cardId: string;
  readonly version: string;
}

/** Headers of a seeded learner whose browser runs htmx. */
export function headersOf(learnerId: number): Record<string, string> {
  return {
    cookie: `deckhand_session=${seededToken(learnerId)}`,
    "content-type": "application/x-www-form-urlencoded",
    "hx-request": "true",
    "hx-request-type": "partial",
    "sec-fetch-site": "same-origin",
  };
}

/** The form of the card in `html`, or null where there is none (the session is over). */
export function readAnswerForm(html: string): AnswerForm | null {
  const value = (name: string): string | undefined => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1];
  const answerId = value("answerId");
  const cardId = value("cardId");
  const version = value("version");
  return answerId === undefined || cardId === undefined || version === undefined ? null : { answerId, cardId, version };
}

/** Asks for the learner's quiz and reads its first card. Throws when there is none. */
export async function firstForm(url: string, learnerId: number): Promise<AnswerForm> {
  const response = await fetch(`${url}/quiz`, { headers: headersOf(learnerId) });
  const form = readAnswerForm(await response.text());
  if (form === null) throw new Error(`Learner ${learnerId} got no card (status ${response.status}).`);
  return form;
}

/** The body of an answer. */
export function encodeAnswer(form: AnswerForm, rating: number): string {
  return new URLSearchParams({ ...form, rating: String(rating), durationMs: "1500" }).toString();
}

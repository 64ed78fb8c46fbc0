/** Fifty learners who answer as fast as they get replies: ours, and the reference's. */
import autocannon from "autocannon";
import { encodeAnswer, firstForm, headersOf, readAnswerForm, type AnswerForm } from "./answering.js";

/** One round's result. */
export interface Round {
  readonly perSecond: number;
  readonly p99Ms: number;
}

/** One round's work: each learner has a connection of their own. */
export interface Work {
  readonly learners: readonly number[];
  /** Of all learners together. */
  readonly answers: number;
  /** How many cards there are, numbered from 1. */
  readonly cards: number;
}

/** The reference: no page comes back, so the cards are taken one after another. Throws on any reply that is no success. */
export function runReference(url: string, work: Work): Promise<Round> {
  let card = 0;
  return run(url, work, {
    next: (learnerId) => `learnerId=${learnerId}&cardId=${1 + (card++ % work.cards)}&rating=3&durationMs=1500`,
    read: () => undefined,
  });
}

/** Ours: each answer is for the card that the reply before it showed. Throws on any reply that is no success, or shows no card. */
export async function runOurs(url: string, work: Work): Promise<Round> {
  const forms = new Map<number, AnswerForm>();
  for (const learnerId of work.learners) forms.set(learnerId, await firstForm(url, learnerId));
  return run(url, work, {
    next: (learnerId) => encodeAnswer(must(forms.get(learnerId)), 3),
    read: (learnerId, body) => forms.set(learnerId, must(readAnswerForm(body))),
  });
}

interface Conversation {
  /** The body of a learner's next answer. */
  readonly next: (learnerId: number) => string;
  readonly read: (learnerId: number, body: string) => unknown;
}

async function run(url: string, { learners, answers }: Work, { next, read }: Conversation): Promise<Round> {
  let opened = 0;
  const startedMs = performance.now();
  let lastReplyMs = startedMs; // autocannon itself tells whole seconds only
  const result = await autocannon({
    url,
    connections: learners.length,
    amount: answers,
    timeout: 60, // seconds: a machine that is busy elsewhere loses no connection, it only answers late
    setupClient: (client) => {
      const learnerId = must(learners[opened++ % learners.length]);
      client.setRequests([
        {
          method: "POST",
          path: "/quiz/answers",
          headers: headersOf(learnerId),
          setupRequest: (request) => ({ ...request, body: next(learnerId) }),
          onResponse: (_status, body) => {
            lastReplyMs = performance.now();
            read(learnerId, body);
          },
        },
      ]);
    },
  });
  const { non2xx, errors, timeouts } = result;
  if (non2xx > 0 || errors > 0)
    throw new Error(`${url}: ${non2xx} replies were no success, ${errors} failed, ${timeouts} of them by time-out.`);
  return { perSecond: (answers * 1_000) / (lastReplyMs - startedMs), p99Ms: result.latency.p99 };
}

function must<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new Error("A card was expected, and there was none.");
  return value;
}

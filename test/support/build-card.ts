import type { Card, CardState, Prisma, Review } from "../../server/store/generated/client.js";
import type { Store } from "../../server/store/open.js";
import { insertNote } from "./build-note.js";
import { noon } from "./store.js";

const dayMs = 86_400_000;
let made = 0;

/** The study day of `noon` for a learner in UTC: days since 1970-01-01. */
export const noonDay = Math.floor(noon / dayMs);

/** An active card in the deck, counted in its liveCards, behind the cards made before it; of a new note unless one is given. */
export async function insertCard(
  store: Store,
  given: Partial<Prisma.CardUncheckedCreateInput> & { deckId: number },
): Promise<Card> {
  made += 1;
  const noteId = given.noteId ?? (await insertNote(store, { rootDeckId: given.deckId })).id;
  const card = await store.prisma.card.create({
    data: {
      facet: "forward",
      position: made * 1024,
      shuffle: (made * 7_919) % 2 ** 31,
      status: "active",
      kind: "definition",
      prompt: `Question ${made}`,
      answer: `Answer ${made}`,
      alternatives: [],
      context: [],
      contentVersion: 1,
      createdAt: new Date(noon),
      ...given,
      noteId,
    },
  });
  if (card.status === "active")
    await store.prisma.deck.updateMany({ where: { id: card.deckId }, data: { liveCards: { increment: 1 } } });
  return card;
}

/** A state in Review, due today, of a learner for a card; it writes no rollups. */
export async function insertCardState(
  store: Store,
  given: Partial<Prisma.CardStateUncheckedCreateInput> & { learnerId: number; cardId: number; deckId: number },
): Promise<CardState> {
  const due = given.state === 0 || (given.dueAt !== undefined && given.dueAt !== null) ? {} : { dueDay: noonDay };
  return store.prisma.cardState.create({
    data: {
      live: true,
      state: 2,
      ...due,
      stability: 10,
      difficulty: 5,
      reps: 3,
      lapses: 0,
      step: 0,
      scheduledDays: 10,
      lastAt: new Date(noon - 10 * dayMs),
      lastDay: noonDay - 10,
      flag: 0,
      contentVersion: 1,
      seq: 3,
      version: 3,
      ...given,
    },
  });
}

/** An answer "Good" of a learner at noon; it writes no rollups. */
export function insertReview(
  store: Store,
  given: Partial<Prisma.ReviewUncheckedCreateInput> & { learnerId: number; cardId: number; deckId: number },
): Promise<Review> {
  made += 1;
  return store.prisma.review.create({
    data: {
      seq: made,
      kind: "answer",
      rating: 3,
      at: new Date(noon),
      studyDay: noonDay,
      localHour: 12,
      durationMs: 4_000,
      stateBefore: 2,
      intervalBefore: 10,
      state: 2,
      interval: 20,
      dueDay: noonDay + 20,
      step: 0,
      stability: 20,
      difficulty: 5,
      ...given,
    },
  });
}

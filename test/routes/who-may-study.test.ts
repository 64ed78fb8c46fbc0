import { describe, expect, it } from "@jest/globals";
import { insertCard } from "../support/build-card.js";
import { insertDeck, insertEnrolment } from "../support/build-deck.js";
import { insertVisitor, openTestSite, type TestSite, type Visitor } from "../support/site.js";
import { studyCard } from "../support/study-card.js";
import { insertUndoStep } from "../../server/store/write/undo-steps.js";

interface Private {
  readonly deckId: number;
  readonly cardId: number;
  readonly presetId: number;
  readonly stepId: number;
}

/** "Who may do what": what is studied, and each learner's own states, presets and acts. */
const acts: readonly (readonly [
  act: string,
  send: (by: Visitor, hers: Private) => ReturnType<Visitor["get"]>,
  others: number,
])[] = [
  ["see the deck", (by, { deckId }) => by.get(`/decks/${deckId}`), 404],
  ["read a note of it", (by, { deckId }) => by.get(`/decks/${deckId}/notes/a.md`), 404],
  ["join it", (by, { deckId }) => by.post(`/decks/${deckId}/enrolment`, { choice: "join" }), 404],
  ["leave it", (by, { deckId }) => by.post(`/decks/${deckId}/enrolment`, { choice: "leave" }), 404],
  ["be asked its cards", (by, { deckId }) => by.get(`/quiz?deck=${deckId}`), 404],
  ["answer one", (by, { cardId }) => by.post("/quiz/answers", { ...shown(cardId), rating: "3", answerId: "ab".repeat(16) }), 404],
  ["bury one", (by, { cardId }) => by.post("/quiz/bury", shown(cardId)), 404],
  ["suspend one", (by, { cardId }) => by.post("/quiz/suspend", shown(cardId)), 404],
  ["start one again", (by, { cardId }) => by.post("/quiz/changed", { ...shown(cardId), choice: "again" }), 404],
  ["resume one", (by, { cardId }) => by.post(`/cards/${cardId}/resume`, { version: "0" }), 404],
  ["take back the learner's act", (by, { stepId }) => by.post("/quiz/undo", { stepId: String(stepId) }), 409],
  ["change the learner's settings", (by, { presetId }) => by.post("/settings/study", { presetId: String(presetId) }), 404],
];

const shown = (cardId: number) => ({ cardId: String(cardId), version: "0" });

/** A learner with a private deck, a state of its card, and an act. */
async function insertPrivate({ store }: TestSite, learnerId: number): Promise<Private> {
  const deck = await insertDeck(store, { visibility: "private", ownerId: learnerId });
  const card = await insertCard(store, { deckId: deck.id });
  const { id: presetId } = await store.prisma.preset.findFirstOrThrow({ where: { learnerId } });
  await insertEnrolment(store, { learnerId, deckId: deck.id, presetId });
  await studyCard(store, learnerId, card);
  await store.db.batch(insertUndoStep(learnerId, { label: "Flag", at: store.clock.now(), changes: [] }));
  const { id: stepId } = await store.prisma.undoStep.findFirstOrThrow({ where: { learnerId } });
  return { deckId: deck.id, cardId: card.id, presetId, stepId };
}

/** Everything that one of these acts could change. */
async function everything({ store: { prisma } }: TestSite): Promise<readonly unknown[]> {
  const tables = [prisma.enrolment.findMany(), prisma.cardState.findMany(), prisma.review.findMany()] as const;
  return [...(await Promise.all(tables)), await prisma.undoStep.findMany(), await prisma.preset.findMany()];
}

describe("what is a learner's own", () => {
  it.each(acts)("does not let another learner %s, when they send what the learner would", async (_act, send, status) => {
    const site = await openTestSite();
    const ada = await insertVisitor(site, { role: "owner" });
    const hers = await insertPrivate(site, ada.learnerId);
    const ben = await insertVisitor(site);
    const before = await everything(site);

    const reply = await send(ben, hers);

    expect(reply.status).toBe(status);
    expect(await everything(site)).toEqual(before);
  });

  it.each(acts)("does not let an owner %s, when it is another's", async (_act, send, status) => {
    const site = await openTestSite();
    const owner = await insertVisitor(site, { role: "owner" });
    const { learnerId } = await insertVisitor(site);
    const theirs = await insertPrivate(site, learnerId);

    expect((await send(owner, theirs)).status).toBe(status);
  });

  it.each(acts)("does not let anybody %s, when they are not logged in", async (_act, send) => {
    const site = await openTestSite();
    const { learnerId } = await insertVisitor(site);
    const theirs = await insertPrivate(site, learnerId);
    const before = await everything(site);

    const reply = await send(site.visitor(), theirs);

    expect([reply.status, reply.get("location")?.split("?")[0]]).toEqual(
      reply.status === 401 ? [401, undefined] : [303, "/login"],
    );
    expect(await everything(site)).toEqual(before);
  });
});

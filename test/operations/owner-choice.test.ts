import { describe, expect, it } from "@jest/globals";
import { seenOf } from "../../server/domain/identity/card-status.js";
import { ConflictError, NotFoundError } from "../../server/domain/errors.js";
import { acceptCard } from "../../server/operations/accept-card.js";
import { changeRole } from "../../server/operations/change-role.js";
import { hideCard } from "../../server/operations/hide-card.js";
import { showCard } from "../../server/operations/show-card.js";
import { unacceptCard } from "../../server/operations/unaccept-card.js";
import { selectOptionalNoteCard } from "../../server/store/read/card-standings.js";
import { selectDeckToday } from "../../server/store/read/today.js";
import { checkRollups } from "../../server/store/read/rollups.js";
import { insertCard } from "../support/build-card.js";
import { insertDeck, insertPreset } from "../support/build-deck.js";
import { insertLearner } from "../support/build-learner.js";
import { notesFolder } from "../support/notes-folder.js";
import { openTestStore, type TestStore } from "../support/store.js";
import { actOf, answerNow, answerTo, dayMs, next, nextCard, stateOf, undoNow, type Study } from "../support/study.js";

const withheldAnswer = "No, each builder keeps one of its own, unless it is exported.";
const notes = `# Builds

## Which file says what to build?

The Dockerfile, unless another one is named on the command line.

## Is the build cache shared?

${withheldAnswer}

## Where does a layer go after a build?

Into the store of the builder, where later builds find it.
`;

/** Notes with a card that a gate holds back, between two that are asked; an owner, and a learner who is given new cards at random. */
async function makeNotes() {
  const store = await openTestStore();
  const [owner, learner] = [await enrol(store, "owner", {}), await enrol(store, "learner", { newOrder: "random" })];
  const folder = notesFolder(store);
  folder.write("builds/a.md", notes);
  await folder.sync();
  const cards = await store.prisma.card.findMany({ orderBy: { position: "asc" } });
  const [first = 0, withheld = 0, last = 0] = cards.map(({ id }) => id);
  return { store, folder, owner, learner, deckId: cards[0]?.deckId ?? 0, first, withheld, last };
}

async function enrol(store: TestStore, role: "owner" | "learner", settings: object): Promise<Study> {
  const { id: learnerId } = await insertLearner(store, { role });
  const { id: presetId } = await insertPreset(store, { learnerId, settings: { fuzz: false, learningSteps: [], ...settings } });
  return { store, learnerId, presetId, deckId: 0, cardIds: [] };
}

function seen(store: TestStore, cardId: number) {
  const card = selectOptionalNoteCard(store, cardId);
  return { cardId, seen: card === null ? "" : seenOf(card) };
}

/** Every card that a learner would be asked today. */
async function askedToday(study: Study): Promise<number[]> {
  const asked: number[] = [];
  for (let shown = next(study); shown.kind === "card"; shown = next(study)) {
    asked.push(shown.content.cardId);
    await answerNow(study, shown.content.cardId, 4);
  }
  return asked;
}

const statusOf = async (store: TestStore, id: number) => (await store.prisma.card.findUniqueOrThrow({ where: { id } })).status;

describe("accepting a withheld card", () => {
  it("gives it to everybody as new, when they have long passed its place", async () => {
    const { store, owner, learner, withheld, first, last } = await makeNotes();
    expect(new Set([...(await askedToday(owner)), ...(await askedToday(learner))])).toEqual(new Set([first, last]));

    await acceptCard(actOf(owner), seen(store, withheld));

    expect(await statusOf(store, withheld)).toBe("active");
    expect([nextCard(owner).content.cardId, nextCard(learner).content.cardId]).toEqual([withheld, withheld]);
    expect(checkRollups(store)).toEqual([]);
  });

  it("counts it among the new cards of the deck, when it is accepted, and no more, when that is taken back", async () => {
    const { store, owner, learner, withheld, deckId } = await makeNotes();
    const news = () => selectDeckToday(store, learner.learnerId, { deckId, now: store.clock.now() }).progress.new;
    const before = news();

    await acceptCard(actOf(owner), seen(store, withheld));
    const accepted = news();
    await unacceptCard(actOf(owner), seen(store, withheld));

    expect([before, accepted, news()]).toEqual([2, 3, 2]);
    expect(await statusOf(store, withheld)).toBe("withheld");
  });

  it("keeps what was learnt of it, when the acceptance is taken back and given again", async () => {
    const { store, owner, learner, withheld } = await makeNotes();
    await acceptCard(actOf(owner), seen(store, withheld));
    await answerNow(learner, withheld, 3);
    const { version: _version, ...learnt } = stateOf(learner, withheld) ?? {};
    await unacceptCard(actOf(owner), seen(store, withheld));
    expect(stateOf(learner, withheld)).toMatchObject({ ...learnt, live: 0 });

    await acceptCard(actOf(owner), seen(store, withheld));

    expect(stateOf(learner, withheld)).toMatchObject(learnt);
    expect(await store.prisma.review.count()).toBe(1);
    expect(checkRollups(store)).toEqual([]);
  });

  it("holds, when the note is edited, and when the passage vanishes and comes back", async () => {
    const { store, folder, owner, withheld } = await makeNotes();
    await acceptCard(actOf(owner), seen(store, withheld));
    const edited = notes.replace(withheldAnswer, "No, it is each builder's own, and it can be exported.");

    for (const text of [edited, notes.replace(`## Is the build cache shared?\n\n${withheldAnswer}\n\n`, ""), edited]) {
      folder.write("builds/a.md", text);
      await folder.sync();
      await folder.sync();
    }

    expect(await store.prisma.card.findUnique({ where: { id: withheld } })).toMatchObject({
      status: "active",
      ownerChoice: "accepted",
      gate: "G-bool",
      answer: "No, it is each builder's own, and it can be exported.",
    });
    expect(checkRollups(store)).toEqual([]);
  });
});

describe("hiding a card for everyone", () => {
  it("takes it out of everybody's queue and keeps every schedule and review, until it is shown again", async () => {
    const { store, owner, learner, first } = await makeNotes();
    await answerNow(owner, first, 3);
    await answerNow(learner, first, 4);
    const before = [owner, learner].map((study) => stateOf(study, first));
    store.clock.advance(40 * dayMs);

    await hideCard(actOf(owner), seen(store, first));
    const shownWhileHidden = [owner, learner].map((study) => next(study, { cardId: first }));
    await showCard(actOf(owner), seen(store, first));

    for (const shown of shownWhileHidden) expect(shown).not.toMatchObject({ content: { cardId: first } });
    expect([owner, learner].map((study) => stateOf(study, first))).toEqual(
      before.map((state) => ({ ...state, version: 3 })), // gone and back
    );
    expect(nextCard(learner, { cardId: first }).content.cardId).toBe(first);
    expect(await store.prisma.review.count({ where: { undoneAt: null } })).toBe(2);
    expect(checkRollups(store)).toEqual([]);
  });

  it("refuses an answer, when somebody had the card before their eyes, and counts nothing", async () => {
    const { store, owner, learner, first } = await makeNotes();
    const answer = answerTo(learner, first, 3);
    await hideCard(actOf(owner), seen(store, first));

    await expect(answerNow(learner, first, 3, answer)).rejects.toThrow("has left your decks");

    expect(await store.prisma.review.count()).toBe(0);
    expect(await store.prisma.cardState.count()).toBe(0);
  });

  it("asks it again, when it is shown again, also where it was accepted against a gate or edited into one", async () => {
    const { store, folder, owner, withheld, first } = await makeNotes();
    await acceptCard(actOf(owner), seen(store, withheld));
    for (const id of [withheld, first]) await hideCard(actOf(owner), seen(store, id));
    folder.write("builds/a.md", notes.replace("The Dockerfile, unless", "Currently the Dockerfile, unless"));
    await folder.sync();
    expect([await statusOf(store, withheld), await statusOf(store, first)]).toEqual(["hidden", "hidden"]);

    for (const id of [withheld, first]) await showCard(actOf(owner), seen(store, id));

    expect([await statusOf(store, withheld), await statusOf(store, first)]).toEqual(["active", "active"]);
    expect(checkRollups(store)).toEqual([]);
  });
});

describe("a choice over a card", () => {
  const acts = { acceptCard, unacceptCard, hideCard, showCard } as const;

  it.each(Object.entries(acts))("%s is refused as if there were no card, when it is a learner's", async (_name, act) => {
    const { store, learner, first, withheld } = await makeNotes();
    const before = await everything(store);

    for (const id of [first, withheld]) await expect(act(actOf(learner), seen(store, id))).rejects.toThrow(NotFoundError);

    expect(await everything(store)).toEqual(before);
  });

  it.each(Object.entries(acts))("%s is refused, when no note makes the card, or it is not to be seen yet", async (_name, act) => {
    const { store, owner, withheld, deckId } = await makeNotes();
    const byHand = await insertCard(store, { deckId });
    const deck = await insertDeck(store, { visibility: "private", ownerId: owner.learnerId });
    const own = await insertCard(store, { deckId: deck.id });
    await store.db.batch([{ sql: "UPDATE Import SET publishedAt = NULL", parameters: [] }]);

    for (const cardId of [byHand.id, own.id, withheld, 9_999])
      await expect(act(actOf(owner), { cardId, seen: "active...1" })).rejects.toThrow(NotFoundError);
  });

  it.each([
    ["a withheld one", "withheld", [unacceptCard, hideCard, showCard]],
    ["an active one", "first", [acceptCard, unacceptCard, showCard]],
  ] as const)("is refused with a conflict and changes nothing, when it does not fit %s", async (_what, which, wrong) => {
    const { store, owner, ...cards } = await makeNotes();
    const before = await everything(store);

    for (const act of wrong) await expect(act(actOf(owner), seen(store, cards[which]))).rejects.toThrow(ConflictError);

    expect(await everything(store)).toEqual(before);
  });

  it("is refused with a conflict and changes nothing, when the card is not what was seen", async () => {
    const { store, folder, owner, withheld, first } = await makeNotes();
    const [shownFirst, shownWithheld] = [seen(store, first), seen(store, withheld)];
    const other = await enrol(store, "owner", {});
    await hideCard(actOf(other), shownFirst);
    await showCard(actOf(other), seen(store, first));
    folder.write("builds/a.md", notes.replace(withheldAnswer, "Currently each builder keeps one of its own, never another's."));
    await folder.sync();
    const before = await everything(store);

    await expect(acceptCard(actOf(owner), shownWithheld)).rejects.toThrow("This card has changed since it was shown");
    expect(await everything(store)).toEqual(before);
    await hideCard(actOf(owner), shownFirst); // gone and back: it is again what was seen
    await expect(hideCard(actOf(owner), shownFirst)).rejects.toThrow(ConflictError);
  });

  it("is made once, when its button is pressed twice at the same time", async () => {
    const { store, owner, first } = await makeNotes();
    const shown = seen(store, first);

    const results = await Promise.allSettled([hideCard(actOf(owner), shown), hideCard(actOf(owner), shown)]);

    expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
    expect(await store.prisma.undoStep.count()).toBe(1);
    expect(checkRollups(store)).toEqual([]);
  });
});

describe("undo of a choice", () => {
  it("takes back one after another, each by its name, when an owner goes back through them", async () => {
    const { store, owner, withheld } = await makeNotes();
    for (const act of [acceptCard, hideCard, showCard, unacceptCard]) await act(actOf(owner), seen(store, withheld));
    const undone = [];

    for (let step = 0; step < 4; step++)
      undone.push([(await undoNow(owner)).label, selectOptionalNoteCard(store, withheld)?.ownerChoice]);

    expect(undone).toEqual([
      ["Back to suggested", "accepted"],
      ["Show again", "hidden"],
      ["Hide for everyone", "accepted"],
      ["Accept", null],
    ]);
    expect(await statusOf(store, withheld)).toBe("withheld");
    expect(checkRollups(store)).toEqual([]);
  });

  it("shows the card again, when it was hidden from the quiz", async () => {
    const { store, owner, first } = await makeNotes();
    await hideCard(actOf(owner), seen(store, first));

    const undone = await undoNow(owner);

    expect(undone).toEqual({ label: "Hide for everyone", cardId: first });
    expect(nextCard(owner, { cardId: first }).content.cardId).toBe(first);
  });

  it("leaves another owner's later choice, when there is one", async () => {
    const { store, owner, withheld } = await makeNotes();
    const other = await enrol(store, "owner", {});
    await acceptCard(actOf(owner), seen(store, withheld));
    await hideCard(actOf(other), seen(store, withheld));

    await undoNow(owner);

    expect(selectOptionalNoteCard(store, withheld)).toMatchObject({ ownerChoice: "hidden", status: "hidden" });
    expect(checkRollups(store)).toEqual([]);
  });

  it("takes back the choice alone, when the card has vanished since", async () => {
    const { store, folder, owner, first } = await makeNotes();
    await hideCard(actOf(owner), seen(store, first));
    folder.write("builds/a.md", notes.slice(notes.indexOf("## Is the build")));
    await folder.sync();
    await folder.sync();

    await undoNow(owner);
    expect(await statusOf(store, first)).toBe("archived");
    folder.write("builds/a.md", notes);
    await folder.sync();

    expect(await statusOf(store, first)).toBe("active");
    expect(checkRollups(store)).toEqual([]);
  });

  it("is no longer offered, when the owner is an owner no longer; what they did before is", async () => {
    const { store, owner, first, last } = await makeNotes();
    const other = await enrol(store, "owner", {});
    await answerNow(owner, last, 3);
    await hideCard(actOf(owner), seen(store, first));

    await changeRole(actOf(other), { personId: owner.learnerId, role: "learner" });

    expect((await undoNow(owner)).label).toBe("Good");
    expect(await statusOf(store, first)).toBe("hidden");
  });
});

async function everything({ prisma }: TestStore): Promise<readonly unknown[]> {
  return [
    await prisma.card.findMany(),
    await prisma.deck.findMany(),
    await prisma.enrolment.findMany(),
    await prisma.undoStep.findMany(),
  ];
}

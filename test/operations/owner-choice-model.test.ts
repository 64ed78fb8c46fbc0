import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { Rating } from "../../server/domain/card-schedule.js";
import { AppError } from "../../server/domain/errors.js";
import { cardStatus, seenOf, type OwnerChoice } from "../../server/domain/identity/card-status.js";
import { acceptCard } from "../../server/operations/accept-card.js";
import { answerCard } from "../../server/operations/answer-card.js";
import { buryCard } from "../../server/operations/bury-card.js";
import { hideCard } from "../../server/operations/hide-card.js";
import { joinDeck } from "../../server/operations/join-deck.js";
import { leaveDeck } from "../../server/operations/leave-deck.js";
import { showCard } from "../../server/operations/show-card.js";
import { suspendCard } from "../../server/operations/suspend-card.js";
import { unacceptCard } from "../../server/operations/unaccept-card.js";
import type { Card, CardState, Review } from "../../server/store/generated/client.js";
import { selectOptionalNoteCard } from "../../server/store/read/card-standings.js";
import { checkRollups } from "../../server/store/read/rollups.js";
import { selectOptionalNewestUndo } from "../../server/store/read/undo-steps.js";
import { insertPreset } from "../support/build-deck.js";
import { insertLearner } from "../support/build-learner.js";
import { notesFolder, type NotesFolder } from "../support/notes-folder.js";
import { runs } from "../support/runs.js";
import { openTestStore, type TestStore } from "../support/store.js";
import { actOf, answerTo, minuteMs, next, stateOf, undoNow, type Study } from "../support/study.js";

/** Where a passage is: a document of a folder, which is a deck, or nowhere. */
const places = ["ports/a.md", "ports/b.md", "volumes/c.md", null] as const;
type Place = (typeof places)[number];

const passages = [
  ["Which port does the registry answer on?", "on 5000, unless it is told otherwise"],
  ["Where does a volume keep its data?", "in a folder of the host that the engine looks after"],
  ["What is a layer made of?", "files that one step of the build has changed"],
  ["Which tag is meant when none is named?", "the tag latest, however old its picture is"],
  ["Who may talk to the engine?", "whoever may write to its socket"],
  ["How long does a build cache last?", "until an earlier step of the same build changes"],
] as const;

const acts = { acceptCard, unacceptCard, hideCard, showCard } as const;

const anyStep = fc.record({
  kind: fc.constantFrom(
    ...(["choose", "choose", "choose", "choose", "stale", "edit", "edit", "edit", "place", "place", "race"] as const),
    ...(["answer", "answer", "answer", "undo", "undo", "bury", "suspend", "leave", "join", "wait"] as const),
  ),
  who: fc.nat(1),
  act: fc.constantFrom(...(Object.keys(acts) as (keyof typeof acts)[])),
  passage: fc.nat(passages.length - 1),
  card: fc.nat(passages.length - 1),
  place: fc.constantFrom<Place[]>(...places),
  rating: fc.constantFrom<Rating[]>(1, 2, 3, 4),
  minutes: fc.constantFrom(1, 30, 1440, 4320),
});
type Step = typeof anyStep extends fc.Arbitrary<infer Value> ? Value : never;

interface World {
  readonly store: TestStore;
  readonly folder: NotesFolder;
  /** The owner, and a learner who gets new cards at random. */
  readonly studies: readonly [Study, Study];
  /** For each passage, where it is and how often it was edited: a gate holds every second edition back. */
  readonly written: { place: Place; edition: number }[];
  /** What the owner decided, by the card's id, as the acts that succeeded say. */
  readonly choices: Map<number, OwnerChoice>;
}

async function makeWorld(): Promise<World> {
  const store = await openTestStore();
  const owner = await enrol(store, "owner", { learningSteps: [1, 1440], newPerDay: 50 });
  const learner = await enrol(store, "learner", { newOrder: "random", learningSteps: [], newPerDay: 50 });
  const written = passages.map((_, index) => ({ place: places[index % 3] ?? null, edition: index % 2 }));
  const world = { store, folder: notesFolder(store), studies: [owner, learner] as const, written, choices: new Map() };
  await sync(world);
  return world;
}

async function enrol(store: TestStore, role: "owner" | "learner", settings: object): Promise<Study> {
  const { id: learnerId } = await insertLearner(store, { role });
  const { id: presetId } = await insertPreset(store, { learnerId, settings: { fuzz: false, ...settings } });
  return { store, learnerId, presetId, deckId: 0, cardIds: [] };
}

/** Twice, since what is gone waits for a second word where it is much. */
async function sync({ folder, written }: World): Promise<void> {
  for (const place of places) {
    if (place === null) continue;
    const texts = written.flatMap((note, index) => (note.place === place ? [textOf(index, note.edition)] : []));
    folder.write(place, `# Notes\n\n${texts.join("")}`);
  }
  await folder.sync();
  await folder.sync();
}

/** "Currently" ages, so that a gate holds the card back. */
function textOf(index: number, edition: number): string {
  const [question, answer] = passages[index] ?? ["", ""];
  const first = edition % 2 === 0 ? "Always" : "Currently";
  return `## ${question}\n\n${first} ${answer}${edition > 1 ? `, but not with version ${edition}` : ""}.\n\n`;
}

/** What an owner's page would send about the card now. */
function seen({ store }: World, cardId: number) {
  const card = selectOptionalNoteCard(store, cardId);
  return { cardId, seen: card === null ? "" : seenOf(card) };
}

async function choose(world: World, { act }: Step, shown: { cardId: number; seen: string }): Promise<void> {
  const [owner] = world.studies;
  await acts[act](actOf(owner), shown);
  const after = { acceptCard: "accepted", unacceptCard: null, hideCard: "hidden", showCard: shownAgain(shown.seen) } as const;
  world.choices.set(shown.cardId, after[act]);
}

/** Showing a card again overrules the gate that the owner saw against it. */
function shownAgain(seenThen: string): OwnerChoice {
  const [, gate] = seenThen.split(".");
  return gate === "" ? null : "accepted";
}

async function undo(world: World, study: Study): Promise<void> {
  const newest = selectOptionalNewestUndo(world.store, study.learnerId);
  await undoNow(study);
  for (const change of newest?.changes ?? []) {
    if (change.table !== "Card") continue;
    const [before, after] = change.ownerChoice;
    if ((world.choices.get(change.cardId) ?? null) === after) world.choices.set(change.cardId, before);
  }
}

async function takeStep(world: World, step: Step): Promise<unknown> {
  const { store, studies, written } = world;
  const study = studies[step.who === 0 ? 0 : 1];
  const note = written[step.passage] as World["written"][number];
  const cards = await store.prisma.card.findMany({ orderBy: { id: "asc" } });
  const { id: cardId, deckId } = cards[step.card % cards.length] as Card;
  const shown = { cardId, version: stateOf(study, cardId)?.version ?? 0 };
  switch (step.kind) {
    case "choose":
      return choose(world, step, seen(world, cardId));
    case "stale": {
      const before = seen(world, cardId);
      note.edition += 1;
      await sync(world);
      if (seen(world, cardId).seen === before.seen) return;
      await expect(choose(world, step, before)).rejects.toThrow(AppError);
      return;
    }
    case "edit":
      note.edition += 1;
      return sync(world);
    case "place":
      note.place = step.place;
      return sync(world);
    case "race": {
      note.place = step.place;
      note.edition += 1;
      const chosen = choose(world, step, seen(world, cardId)).catch(refusedOnly);
      const answered = answerCard(actOf(studies[1]), answerTo(studies[1], cardId, step.rating)).catch(refusedOnly);
      return Promise.all([sync(world), chosen, answered]);
    }
    case "answer": {
      const upcoming = next(study);
      return upcoming.kind === "card" && answerCard(actOf(study), answerTo(study, upcoming.content.cardId, step.rating));
    }
    case "undo":
      return undo(world, study);
    case "bury":
      return buryCard(actOf(study), shown);
    case "suspend":
      return suspendCard(actOf(study), shown);
    case "leave":
      return leaveDeck(actOf(study), { deckId });
    case "join":
      return joinDeck(actOf(study), { deckId });
    case "wait":
      return store.clock.advance(step.minutes * minuteMs);
  }
}

function refusedOnly(error: unknown): void {
  if (!(error instanceof AppError)) throw error;
}

const byOwnerOrNotes: ReadonlySet<Step["kind"]> = new Set(["choose", "stale", "edit", "place"]);

/** A state without what says where its card is and whether it is asked. */
function scheduleOf({ live: _live, deckId: _deckId, version: _version, ...schedule }: CardState) {
  return schedule;
}

const lost = {
  state: `SELECT s.cardId FROM CardState s JOIN Card c ON c.id = s.cardId
    WHERE s.deckId <> c.deckId OR s.live <> (c.status = 'active' AND EXISTS (SELECT 1 FROM Enrolment e
      WHERE e.learnerId = s.learnerId AND e.deckId = c.deckId AND e.leftAt IS NULL))`,
  /** New cards that no cursor will come to. */
  passedCard: `SELECT c.id AS cardId FROM Card c JOIN Enrolment e ON e.deckId = c.deckId JOIN Preset p ON p.id = e.presetId
    WHERE c.status = 'active' AND NOT EXISTS (SELECT 1 FROM CardState s WHERE s.learnerId = e.learnerId AND s.cardId = c.id)
      AND e.newCursor > iif(p.settings ->> '$.newOrder' = 'random', c.shuffle, c.position)`,
} as const;

interface Snapshot {
  readonly states: readonly CardState[];
  readonly reviews: readonly Review[];
}

async function snapshotOf({ store: { prisma } }: World): Promise<Snapshot> {
  return { states: await prisma.cardState.findMany(), reviews: await prisma.review.findMany() };
}

async function check(world: World, step: Step, before: Snapshot): Promise<void> {
  const { store, studies, choices } = world;
  expect(checkRollups(store)).toEqual([]);
  expect(store.db.prepare(lost.state).all()).toEqual([]);
  expect(store.db.prepare(lost.passedCard).all()).toEqual([]);
  const cards = await store.prisma.card.findMany({ include: { note: true } });
  for (const { id, status, ownerChoice, gate, note } of cards) {
    expect(ownerChoice).toBe(choices.get(id) ?? null);
    const noteLives = note.archivedAt === null;
    expect(status).toBe(cardStatus({ ownerChoice: choices.get(id) ?? null, gate, noteLives }));
    if (status === "active") continue;
    for (const study of studies) expect(next(study, { cardId: id })).not.toMatchObject({ content: { cardId: id } });
  }
  const after = await snapshotOf(world);
  const isThere = ({ learnerId, cardId, seq }: Review) =>
    after.reviews.some((row) => row.learnerId === learnerId && row.cardId === cardId && row.seq === seq);
  expect(before.reviews.filter((review) => !isThere(review))).toEqual([]);
  if (!byOwnerOrNotes.has(step.kind)) return;
  expect(after.reviews).toEqual(before.reviews);
  expect(after.states.map(scheduleOf)).toEqual(before.states.map(scheduleOf));
}

/** Everything that is asked until nothing is left for today is active. */
async function goThrough({ store }: World, study: Study): Promise<void> {
  for (let shown = next(study); shown.kind === "card"; shown = next(study)) {
    const { cardId } = shown.content;
    expect((await store.prisma.card.findUniqueOrThrow({ where: { id: cardId } })).status).toBe("active");
    await answerCard(actOf(study), answerTo(study, cardId, 4));
  }
}

describe("an owner who decides over cards, two learners at work, and notes that change", () => {
  it("lose no review, no schedule, no count and no decision, when their acts are any", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { minLength: 15, maxLength: 40 }), async (steps) => {
        const world = await makeWorld();
        for (const step of steps) {
          const before = await snapshotOf(world);
          await takeStep(world, step).catch(refusedOnly);

          await check(world, step, before);
        }
        for (const study of world.studies) await goThrough(world, study);
        expect(checkRollups(world.store)).toEqual([]);
      }),
      { numRuns: runs(6, 150) },
    );
  }, 600_000);
});

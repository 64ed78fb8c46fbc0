import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { Rating } from "../../server/domain/card-schedule.js";
import { AppError } from "../../server/domain/errors.js";
import { answerCard } from "../../server/operations/answer-card.js";
import { buryCard } from "../../server/operations/bury-card.js";
import { joinDeck } from "../../server/operations/join-deck.js";
import { leaveDeck } from "../../server/operations/leave-deck.js";
import { resetCard } from "../../server/operations/reset-card.js";
import { suspendCard } from "../../server/operations/suspend-card.js";
import { checkRollups } from "../../server/store/read/rollups.js";
import { insertPreset } from "../support/build-deck.js";
import { insertLearner } from "../support/build-learner.js";
import { notesFolder, written, type NotesFolder } from "../support/notes-folder.js";
import { runs } from "../support/runs.js";
import { openTestStore, type TestStore } from "../support/store.js";
import { actOf, answerTo, minuteMs, next, stateOf, undoNow, type Study } from "../support/study.js";

/** Where a passage is: a document of a folder, which is a deck, or nowhere. */
const places = ["ports/a.md", "ports/b.md", "ports/inner/c.md", "volumes/d.md", null] as const;
type Place = (typeof places)[number];

const passages = [
  ["Which port does the registry answer on?", "On 5000, unless it is told otherwise"],
  ["Where does a volume keep its data?", "In a folder of the host that the engine looks after"],
  ["What is an image made of?", "Read-only layers, one for each step that changed files"],
  ["Which tag is meant when none is named?", "The tag latest, however old the image is"],
  ["What ends a container?", "The end of its first process"],
  ["Who may talk to the engine?", "Whoever may write to its socket"],
  ["How long does a build cache last?", "Until an earlier step of the same build changes"],
  ["What does a health check report?", "Whether the program inside still answers"],
] as const;

const anyStep = fc.record({
  kind: fc.constantFrom(
    ...(["place", "place", "place", "rewrite", "answer", "answer", "answer", "answer", "undo", "undo"] as const),
    ...(["bury", "suspend", "reset", "leave", "join", "race", "wait"] as const),
  ),
  who: fc.nat(1),
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
  readonly studies: readonly Study[];
  /** For each passage, where it is and how often it was rewritten. */
  readonly written: { place: Place; edition: number }[];
}

/** Two learners, one of them with new cards at random, and eight passages in three decks. */
async function makeWorld(): Promise<World> {
  const store = await openTestStore();
  const studies: Study[] = [];
  for (const settings of [{ learningSteps: [1, 1440] }, { newOrder: "random", learningSteps: [] }]) {
    const { id: learnerId } = await insertLearner(store);
    const { id: presetId } = await insertPreset(store, { learnerId, settings: { fuzz: false, newPerDay: 50, ...settings } });
    studies.push({ store, learnerId, presetId, deckId: 0, cardIds: [] });
  }
  const written = passages.map((_, index) => ({ place: places[index % 4] ?? null, edition: 0 }));
  const world = { store, folder: notesFolder(store), studies, written };
  world.folder.write("kept/e.md", "# Kept\n\nQ: Is this always here?\nA: Yes, so that the folder is never empty\n");
  await sync(world);
  return world;
}

/** Twice, since what is gone waits for a second word where it is much. */
async function sync({ folder, written: notes }: World): Promise<void> {
  for (const place of places) {
    if (place === null) continue;
    const texts = notes.flatMap((note, index) => (note.place === place ? [textOf(index, note.edition)] : []));
    if (texts.length > 0) folder.write(place, `# Notes\n\n${texts.join("")}`);
    else folder.write(place, "# Notes\n");
  }
  await folder.sync();
  await folder.sync();
}

function textOf(index: number, edition: number): string {
  const [question, answer] = passages[index] ?? ["", ""];
  return written(question, edition === 0 ? answer : `${answer}, but not with version ${edition}`);
}

async function takeStep(world: World, step: Step): Promise<unknown> {
  const { store, studies, written: notes } = world;
  const study = studies[step.who] as Study;
  const note = notes[step.passage] as World["written"][number];
  const cards = await store.prisma.card.findMany({ orderBy: { id: "asc" } });
  const { id: cardId, deckId } = cards[step.card % cards.length] as (typeof cards)[number];
  const shown = { cardId, version: stateOf(study, cardId)?.version ?? 0 };
  switch (step.kind) {
    case "place":
      note.place = step.place;
      return sync(world);
    case "rewrite":
      note.edition += 1;
      return sync(world);
    case "answer": {
      const upcoming = next(study);
      return upcoming.kind === "card" && answerCard(actOf(study), answerTo(study, upcoming.content.cardId, step.rating));
    }
    case "race": {
      note.place = step.place;
      const act = answerCard(actOf(study), answerTo(study, cardId, step.rating)).catch(refusedOnly);
      return Promise.all([sync(world), act, undoNow(studies[1 - step.who] as Study).catch(refusedOnly)]);
    }
    case "undo":
      return undoNow(study);
    case "bury":
      return buryCard(actOf(study), shown);
    case "suspend":
      return suspendCard(actOf(study), shown);
    case "reset":
      return resetCard(actOf(study), shown);
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

const lost = {
  state: `SELECT s.cardId FROM CardState s JOIN Card c ON c.id = s.cardId
    WHERE s.deckId <> c.deckId OR s.live <> (c.status = 'active' AND EXISTS (SELECT 1 FROM Enrolment e
      WHERE e.learnerId = s.learnerId AND e.deckId = c.deckId AND e.leftAt IS NULL))`,
  /** New cards that no cursor will come to. */
  passedCard: `SELECT c.id AS cardId FROM Card c JOIN Enrolment e ON e.deckId = c.deckId JOIN Preset p ON p.id = e.presetId
    WHERE c.status = 'active' AND NOT EXISTS (SELECT 1 FROM CardState s WHERE s.learnerId = e.learnerId AND s.cardId = c.id)
      AND e.newCursor > iif(p.settings ->> '$.newOrder' = 'random', c.shuffle, c.position)`,
} as const;

describe("learners whose notes change under their hands", () => {
  it("lose no state, no new card and no count, when passages move, go, come back and are rewritten between any acts", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { minLength: 15, maxLength: 40 }), async (steps) => {
        const world = await makeWorld();
        for (const step of steps) {
          await takeStep(world, step).catch(refusedOnly);

          expect(checkRollups(world.store)).toEqual([]);
          expect(world.store.db.prepare(lost.state).all()).toEqual([]);
          expect(world.store.db.prepare(lost.passedCard).all()).toEqual([]);
        }
      }),
      { numRuns: runs(6, 150) },
    );
  }, 600_000);
});

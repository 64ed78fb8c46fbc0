import { describe, expect, it } from "@jest/globals";
import { checkRollups } from "../../server/store/read/rollups.js";
import { insertReview } from "../support/build-card.js";
import { insertEnrolment, insertPreset } from "../support/build-deck.js";
import { insertLearner } from "../support/build-learner.js";
import { notesFolder, written, type NotesFolder } from "../support/notes-folder.js";
import { openTestStore, type TestStore } from "../support/store.js";
import { studyCard } from "../support/study-card.js";

const layers = written("What is an image made of?", "Read-only layers, one for each step that changed files");
const volume = written("Where does a volume keep its data?", "In a folder of the host that the engine looks after");
const tags = written("Which tag is meant when none is named?", "The tag latest, however old the image is");

async function synced(text: string): Promise<{ store: TestStore; folder: NotesFolder }> {
  const store = await openTestStore();
  const folder = notesFolder(store);
  folder.write("docker/a.md", `# Docker\n\n${text}`);
  await folder.sync();
  return { store, folder };
}

const cardsOf = (store: TestStore) => store.prisma.card.findMany({ orderBy: { id: "asc" } });

const learnerOf = async (store: TestStore) => {
  const learner = await insertLearner(store);
  await insertPreset(store, { learnerId: learner.id });
  return learner.id;
};

describe("a first synchronisation", () => {
  it("stores documents, notes and cards, when the folder has some, in the order in which they stand", async () => {
    const { store } = await synced(layers + volume);

    expect(await store.prisma.source.findMany()).toMatchObject([
      { path: "docker/a.md", title: "Docker", goneAt: null, problems: [] },
    ]);
    expect(await store.prisma.note.findMany({ orderBy: { id: "asc" } })).toMatchObject([
      { line: 3, term: "What is an image made of?", rule: "explicit", guid: expect.stringMatching(/^[0-9a-f]{32}$/) },
      { line: 6, term: "Where does a volume keep its data?", archivedAt: null },
    ]);
    expect(await cardsOf(store)).toMatchObject([
      { facet: "forward", status: "active", position: 1_024, contentVersion: 1, promptHtml: "What is an image made of?" },
      { facet: "forward", status: "active", position: 2_048, answerHtml: "In a folder of the host that the engine looks after" },
    ]);
    expect(checkRollups(store)).toEqual([]);
  });

  it("reports each passage as new, when nothing is stored", async () => {
    const store = await openTestStore();
    const folder = notesFolder(store);
    folder.write("docker/a.md", `# Docker\n\n${layers}${volume}`);

    expect(await folder.sync()).toEqual({
      notesDir: folder.path,
      dryRun: false,
      isUnchanged: false,
      notes: { read: 1, unread: 0 },
      tiers: { exact: 0, moved: 0, edited: 0, changed: 0, restored: 0, new: 2, archived: 0 },
      cards: { active: 2, withheld: 0, added: 2, changed: 0, archived: 0, restored: 0 },
      waiting: null,
      problems: [],
    });
  });

  it("writes nothing, when it is a dry run, and says the same", async () => {
    const store = await openTestStore();
    const folder = notesFolder(store);
    folder.write("docker/a.md", `# Docker\n\n${layers}`);

    const dry = await folder.sync({ dryRun: true });

    expect([await store.prisma.import.count(), await store.prisma.deck.count(), await store.prisma.card.count()]).toEqual([
      0, 0, 0,
    ]);
    expect({ ...dry, dryRun: false }).toEqual(await folder.sync());
  });
});

describe("a later synchronisation", () => {
  it("compares nothing and writes nothing, when no file has changed", async () => {
    const { store, folder } = await synced(layers);

    const report = await folder.sync();

    expect(report).toMatchObject({ isUnchanged: true, tiers: { exact: 1, new: 0 }, cards: { active: 1 } });
    expect(await store.prisma.import.count()).toBe(1);
  });

  it("changes no card, when the file was only saved in another way", async () => {
    const { store, folder } = await synced(layers + volume);
    const before = await cardsOf(store);
    folder.write("docker/a.md", `# Docker\r\n\r\n${(layers + volume).replaceAll("\n", "\r\n")}\r\n`);

    expect((await folder.sync()).tiers).toMatchObject({ exact: 2, edited: 0, changed: 0, new: 0, archived: 0 });
    expect(await cardsOf(store)).toEqual(before);
  });

  it("keeps a card's id and everybody's progress, when its answer is corrected", async () => {
    const { store, folder } = await synced(layers);
    const [card] = await cardsOf(store);
    const learners = [await learnerOf(store), await learnerOf(store)];
    for (const learnerId of learners) await studyCard(store, learnerId, card!);
    const before = await store.prisma.cardState.findMany();
    folder.write("docker/a.md", `# Docker\n\n${layers.replace("each step that", "every step that has")}`);

    expect((await folder.sync()).tiers).toMatchObject({ edited: 1, changed: 0, new: 0, archived: 0 });
    expect(await cardsOf(store)).toMatchObject([
      { id: card!.id, contentVersion: 1, answer: expect.stringContaining("every step") },
    ]);
    expect(await store.prisma.cardState.findMany()).toEqual(before);
  });

  it("marks a card as changed and leaves the states as they are, when its answer says something else", async () => {
    const { store, folder } = await synced(layers);
    const [card] = await cardsOf(store);
    await studyCard(store, await learnerOf(store), card!);
    const before = await store.prisma.cardState.findMany();
    folder.write("docker/a.md", `# Docker\n\n${layers.replace("one for each", "not one for each")}`);

    expect(await folder.sync()).toMatchObject({ tiers: { changed: 1, new: 0 }, cards: { changed: 1 } });
    expect(await cardsOf(store)).toMatchObject([{ id: card!.id, contentVersion: 2 }]);
    expect(await store.prisma.cardState.findMany()).toEqual(before);
  });

  it("keeps every id and the learners' states, when passages move to another file of another folder", async () => {
    const { store, folder } = await synced(layers + volume);
    const learnerId = await learnerOf(store);
    const [card] = await cardsOf(store);
    await insertEnrolment(store, { learnerId, deckId: card!.deckId });
    const state = await studyCard(store, learnerId, card!);
    folder.write("docker/a.md", `# Docker\n\n${volume}`);
    folder.write("podman/b.md", `# Podman\n\n${layers}`);

    expect((await folder.sync()).tiers).toMatchObject({ exact: 1, moved: 1, new: 0, archived: 0 });
    const moved = await store.prisma.card.findUniqueOrThrow({
      where: { id: card!.id },
      include: { deck: true, note: { include: { source: true } } },
    });
    expect(moved).toMatchObject({
      status: "active",
      deck: { name: "podman" },
      note: { rootDeckId: moved.deckId, source: { path: "podman/b.md" } },
    });
    expect(await store.prisma.cardState.findMany()).toEqual([{ ...state, deckId: moved.deckId, version: state.version + 1 }]);
    expect(checkRollups(store)).toEqual([]);
  });

  it("archives what is gone and deletes nothing, when a passage was taken out", async () => {
    const { store, folder } = await synced(layers + volume);
    const learnerId = await learnerOf(store);
    const [card] = await cardsOf(store);
    await studyCard(store, learnerId, card!);
    await insertReview(store, { learnerId, cardId: card!.id, deckId: card!.deckId, kind: "practice" });
    folder.write("docker/a.md", `# Docker\n\n${volume}`);

    expect(await folder.sync()).toMatchObject({ tiers: { exact: 1, archived: 1 }, cards: { archived: 1, active: 1 } });
    expect(await cardsOf(store)).toMatchObject([{ status: "archived" }, { status: "active" }]);
    expect(await store.prisma.cardState.findMany()).toMatchObject([{ live: false, reps: 3 }]);
    expect(await store.prisma.review.count()).toBe(1);
    expect(await store.prisma.dueCount.count()).toBe(0);
    expect(checkRollups(store)).toEqual([]);
  });

  it("brings a card back with its progress, when a passage that was taken out is put back", async () => {
    const { store, folder } = await synced(layers + volume);
    const learnerId = await learnerOf(store);
    const [card] = await cardsOf(store);
    await insertEnrolment(store, { learnerId, deckId: card!.deckId });
    const state = await studyCard(store, learnerId, card!);
    folder.write("docker/a.md", `# Docker\n\n${volume}`);
    await folder.sync();
    folder.write("docker/a.md", `# Docker\n\n${volume}${layers}`);

    expect(await folder.sync()).toMatchObject({ tiers: { exact: 1, restored: 1, new: 0 }, cards: { restored: 1, added: 0 } });
    expect(await store.prisma.card.findUniqueOrThrow({ where: { id: card!.id } })).toMatchObject({
      status: "active",
      contentVersion: 1,
    });
    expect(await store.prisma.cardState.findMany()).toEqual([{ ...state, version: state.version + 2 }]);
    expect(checkRollups(store)).toEqual([]);
  });

  it("leaves the state of somebody who has left the deck at rest, when their card comes back", async () => {
    const { store, folder } = await synced(layers + volume);
    const learnerId = await learnerOf(store);
    const [card] = await cardsOf(store);
    const { id: presetId } = await store.prisma.preset.findFirstOrThrow();
    await store.prisma.enrolment.create({
      data: { learnerId, deckId: card!.deckId, presetId, newCursor: 0, joinedAt: new Date(0), leftAt: new Date(1) },
    });
    await studyCard(store, learnerId, card!);
    folder.write("docker/a.md", `# Docker\n\n${volume}`);
    await folder.sync();
    folder.write("docker/a.md", `# Docker\n\n${volume}${layers}`);
    await folder.sync();

    expect(await store.prisma.cardState.findMany()).toMatchObject([{ live: false }]);
    expect(checkRollups(store)).toEqual([]);
  });

  it.each([
    ["hidden", "hidden"],
    ["deleted", "archived"],
    ["accepted", "active"],
  ] as const)("keeps the owner's choice, when a card that is %s vanishes and comes back", async (ownerChoice, status) => {
    const { store, folder } = await synced(layers + volume);
    await store.prisma.card.updateMany({ where: { answer: { startsWith: "Read-only" } }, data: { ownerChoice, status } });
    await store.prisma.deck.updateMany({ data: { liveCards: status === "active" ? 2 : 1 } });
    folder.write("docker/a.md", `# Docker\n\n${volume}`);
    await folder.sync();
    expect((await cardsOf(store))[0]).toMatchObject({ ownerChoice, status: "archived" });

    folder.write("docker/a.md", `# Docker\n\n${layers}${volume}`);
    await folder.sync();

    expect((await cardsOf(store))[0]).toMatchObject({ ownerChoice, status });
    expect(checkRollups(store)).toEqual([]);
  });

  it("moves one card only, when the last passage becomes the first", async () => {
    const { store, folder } = await synced(layers + volume + tags);
    folder.write("docker/a.md", `# Docker\n\n${tags}${layers}${volume}`);
    await folder.sync();

    expect((await cardsOf(store)).map((card) => card.position)).toEqual([1_024, 2_048, 512]);
    expect((await store.prisma.note.findMany({ orderBy: { id: "asc" } })).map((note) => note.line)).toEqual([6, 9, 3]);
  });

  it("keeps the id by its mark, when question and answer were both rewritten", async () => {
    const { store, folder } = await synced(written("What is an image made of?", "Layers of files", "img"));
    folder.write("docker/a.md", `# Docker\n\n${written("Which parts has an image?", "A stack of changes to files", "img")}`);

    expect((await folder.sync()).tiers).toMatchObject({ new: 0, archived: 0 });
    expect(await cardsOf(store)).toMatchObject([{ id: 1, prompt: "Which parts has an image?", status: "active" }]);
  });

  it("retires the card that asks for a term, when a marked passage is about another term, and brings it back with it", async () => {
    const list = (term: string) =>
      `## Storage options\n\n- **${term}**: a store that the engine creates and looks after on the host. ^vol\n- **Bind mount**: a path of the host that is shown in the container.\n`;
    const { store, folder } = await synced(list("Volume"));
    const typed = await store.prisma.card.findFirstOrThrow({ where: { kind: "typed", answer: "Volume" } });

    folder.write("docker/a.md", `# Docker\n\n${list("Depot")}`);
    await folder.sync();

    expect(await store.prisma.card.findUnique({ where: { id: typed.id } })).toMatchObject({
      status: "archived",
      facet: `reverse~${typed.id}`,
    });
    expect(await store.prisma.card.findFirst({ where: { kind: "typed", answer: "Depot" } })).toMatchObject({
      noteId: typed.noteId,
      facet: "reverse",
    });
    folder.write("docker/a.md", `# Docker\n\n${list("Volume")}`);
    await folder.sync();
    expect(await store.prisma.card.findUnique({ where: { id: typed.id } })).toMatchObject({
      status: typed.status,
      facet: "reverse",
    });
    expect(checkRollups(store)).toEqual([]);
  });

  it("tells the author where, when a mark is there twice", async () => {
    const { store, folder } = await synced(written("What is an image made of?", "Layers of files", "img"));
    folder.write("docker/b.md", `# More\n\n${written("What does a registry keep?", "Images under their names", "img")}`);

    const { problems } = await folder.sync();

    expect(problems).toMatchObject([
      { path: "docker/b.md", line: 3, message: expect.stringContaining('"img" is already used in docker/a.md') },
    ]);
    expect(await store.prisma.source.findFirst({ where: { path: "docker/b.md" } })).toMatchObject({ problems });
  });
});

import { describe, expect, it } from "@jest/globals";
import { checkRollups } from "../../server/store/read/rollups.js";
import { insertDeck, insertEnrolment, insertPreset } from "../support/build-deck.js";
import { insertLearner } from "../support/build-learner.js";
import { manyCards, notesFolder, written, type NotesFolder } from "../support/notes-folder.js";
import { noon, openTestStore, type TestStore } from "../support/store.js";
import { studyCard } from "../support/study-card.js";

const layers = written("What is an image made of?", "Read-only layers, one for each step that changed files");
const volume = written("Where does a volume keep its data?", "In a folder of the host that the engine looks after");

async function opened(files: Readonly<Record<string, string>>): Promise<{ store: TestStore; folder: NotesFolder }> {
  const store = await openTestStore();
  const folder = notesFolder(store);
  for (const [path, text] of Object.entries(files)) folder.write(path, text);
  return { store, folder };
}

const decksOf = async (store: TestStore) =>
  (await store.prisma.deck.findMany({ orderBy: { position: "asc" } })).map((deck) => [deck.id, deck.name, deck.liveCards]);

describe("decks of folders", () => {
  it("are nested as the folders are, shared by everyone and nobody's own, when they are made", async () => {
    const { store, folder } = await opened({
      "docker/_deck.md": "---\ntitle: Docker\n---\n",
      "docker/net/deep/a.md": `# A\n\n${layers}`,
      "loose.md": `# B\n\n${volume}`,
    });

    await folder.sync();

    const root = await store.prisma.deck.findFirstOrThrow({ where: { name: "Docker" } });
    const net = await store.prisma.deck.findFirstOrThrow({ where: { name: "Docker::net" } });
    expect(root).toMatchObject({ parentId: null, rootId: null, ownerId: null, visibility: "everyone", archivedAt: null });
    expect(net).toMatchObject({ parentId: root.id, rootId: root.id, folder: "docker/net" });
    expect(await store.prisma.deck.findFirst({ where: { name: "Docker::net::deep" } })).toMatchObject({
      parentId: net.id,
      rootId: root.id,
    });
    expect(await store.prisma.source.findFirst({ where: { path: "docker/net/deep/a.md" } })).toMatchObject({
      rootDeckId: root.id,
    });
    expect(await store.prisma.deck.findFirst({ where: { folder: "" } })).toMatchObject({ parentId: null, liveCards: 1 });
    expect(checkRollups(store)).toEqual([]);
  });

  it("exchange their names, when their descriptions do", async () => {
    const { store, folder } = await opened({
      "a/_deck.md": "# One",
      "a/x.md": `# X\n\n${layers}`,
      "b/_deck.md": "# Two",
      "b/y.md": `# Y\n\n${volume}`,
    });
    await folder.sync();
    folder.write("a/_deck.md", "# Two");
    folder.write("b/_deck.md", "# One");

    await folder.sync();

    expect(await decksOf(store)).toEqual([
      [1, "Two", 1],
      [2, "One", 1],
    ]);
  });

  it("stay the same decks with their enrolments, when a folder is renamed", async () => {
    const { store, folder } = await opened({ "docker/net/a.md": `# A\n\n${layers}`, "docker/b.md": `# B\n\n${volume}` });
    const learner = await insertLearner(store);
    await insertPreset(store, { learnerId: learner.id });
    await folder.sync();
    const enrolments = await store.prisma.enrolment.findMany();
    folder.remove("docker");
    folder.write("moby/net/a.md", `# A\n\n${layers}`);
    folder.write("moby/b.md", `# B\n\n${volume}`);

    expect((await folder.sync()).tiers).toMatchObject({ moved: 2, new: 0, archived: 0 });
    expect(await decksOf(store)).toEqual([
      [1, "moby", 1],
      [2, "moby::net", 1],
    ]);
    expect(await store.prisma.enrolment.findMany()).toEqual(enrolments);
    expect(checkRollups(store)).toEqual([]);
  });

  it("are hidden with the folder and come back with it, when it is taken away and put back", async () => {
    const { store, folder } = await opened({ "docker/a.md": `# A\n\n${layers}`, "podman/b.md": `# B\n\n${volume}` });
    await folder.sync();
    folder.remove("podman");
    await folder.sync();
    expect(await store.prisma.deck.findFirst({ where: { folder: "podman" } })).toMatchObject({
      archivedAt: new Date(noon),
      liveCards: 0,
    });

    folder.write("podman/b.md", `# B\n\n${volume}`);
    await folder.sync();

    expect(await store.prisma.deck.findFirst({ where: { folder: "podman" } })).toMatchObject({
      id: 2,
      archivedAt: null,
      nameKey: "podman",
      liveCards: 1,
    });
    expect(checkRollups(store)).toEqual([]);
  });

  it("keep their folder's name, when their description has no title of its own", async () => {
    const { store, folder } = await opened({ "docker/_deck.md": "All about containers.\n", "docker/a.md": `# A\n\n${layers}` });

    await folder.sync();

    expect(await decksOf(store)).toEqual([[1, "docker", 1]]);
  });

  it("take another name, when a deck without a folder has theirs", async () => {
    const { store, folder } = await opened({ "docker/a.md": `# A\n\n${layers}` });
    await insertDeck(store, { name: "Docker" });

    await folder.sync();

    expect((await decksOf(store)).map(([, name]) => name)).toEqual(["docker (docker)", "Docker"]);
  });
});

describe("enrolments", () => {
  it("are made for everybody with their own first preset, when a deck is new", async () => {
    const { store, folder } = await opened({ "docker/a.md": `# A\n\n${layers}` });
    const [ann, ben] = [await insertLearner(store), await insertLearner(store)];
    const first = await insertPreset(store, { learnerId: ann.id });
    await insertPreset(store, { learnerId: ann.id });
    const other = await insertPreset(store, { learnerId: ben.id });

    await folder.sync();

    expect(await store.prisma.enrolment.findMany()).toMatchObject([
      { learnerId: ann.id, deckId: 1, presetId: first.id, newCursor: 0, joinedAt: new Date(noon), leftAt: null },
      { learnerId: ben.id, deckId: 1, presetId: other.id, newCursor: 0, joinedAt: new Date(noon), leftAt: null },
    ]);
  });

  it("follow the deck above, when a folder gets a folder inside", async () => {
    const { store, folder } = await opened({ "docker/a.md": `# A\n\n${layers}` });
    const [stays, left] = [await insertLearner(store), await insertLearner(store)];
    await insertPreset(store, { learnerId: stays.id });
    await insertPreset(store, { learnerId: left.id });
    await folder.sync();
    const special = await insertPreset(store, { learnerId: stays.id });
    await store.prisma.enrolment.updateMany({ where: { learnerId: stays.id }, data: { presetId: special.id } });
    await store.prisma.enrolment.updateMany({ where: { learnerId: left.id }, data: { leftAt: new Date(5) } });
    folder.write("docker/net/b.md", `# B\n\n${volume}`);

    await folder.sync();

    expect(await store.prisma.enrolment.findMany({ where: { deckId: 2 } })).toMatchObject([
      { learnerId: stays.id, presetId: special.id, leftAt: null },
      { learnerId: left.id, leftAt: new Date(5) },
    ]);
  });
});

describe("cursors into the new cards", () => {
  async function behind(newOrder: "written" | "random"): Promise<{ store: TestStore; folder: NotesFolder; learnerId: number }> {
    const { store, folder } = await opened({
      "docker/a.md": manyCards(4),
      "docker/z.md": `# Z\n\n${layers}`,
      "podman/b.md": `# B\n\n${volume}`,
    });
    await folder.sync();
    const learner = await insertLearner(store);
    const preset = await insertPreset(store, { learnerId: learner.id, settings: { newOrder } });
    for (const deckId of [1, 2])
      await insertEnrolment(store, { learnerId: learner.id, deckId, presetId: preset.id, newCursor: 2 ** 31 });
    return { store, folder, learnerId: learner.id };
  }

  const cursors = async (store: TestStore) =>
    (await store.prisma.enrolment.findMany({ orderBy: { deckId: "asc" } })).map((each) => each.newCursor);

  it("are lowered to a new card's place in its deck alone, when it stands before others", async () => {
    const { store, folder } = await behind("written");
    folder.write("docker/b.md", `# B\n\n${written("What does a registry keep?", "Images under their names")}`);

    await folder.sync();

    const card = await store.prisma.card.findFirstOrThrow({ where: { prompt: "What does a registry keep?" } });
    expect(card.position).toBe(4_608);
    expect(await cursors(store)).toEqual([card.position, 2 ** 31]);
  });

  it("are lowered to the place in random order, when that is the learner's", async () => {
    const { store, folder } = await behind("random");
    folder.write("docker/b.md", `# B\n\n${written("What does a registry keep?", "Images under their names")}`);

    await folder.sync();

    const card = await store.prisma.card.findFirstOrThrow({ where: { prompt: "What does a registry keep?" } });
    expect(await cursors(store)).toEqual([card.shuffle, 2 ** 31]);
  });

  it("are never raised, when cards are added behind them", async () => {
    const { store, folder } = await behind("written");
    await store.prisma.enrolment.updateMany({ data: { newCursor: 100 } });
    folder.write("docker/b.md", `# B\n\n${written("What does a registry keep?", "Images under their names")}`);

    await folder.sync();

    expect(await cursors(store)).toEqual([100, 100]);
  });

  it("are lowered, when a card comes back, and left, when one goes", async () => {
    const { store, folder } = await behind("written");
    folder.write("docker/a.md", "# Many\n\nNothing.\n");
    await folder.sync();
    expect(await cursors(store)).toEqual([2 ** 31, 2 ** 31]);

    folder.write("docker/a.md", manyCards(4));
    await folder.sync();

    expect(await cursors(store)).toEqual([1_024, 2 ** 31]);
  });

  it("are lowered, when a card moves to another place or deck", async () => {
    const { store, folder } = await behind("written");
    folder.remove("docker/z.md");
    folder.write("podman/a.md", `# Z\n\n${layers}`);

    await folder.sync();

    const card = await store.prisma.card.findFirstOrThrow({ where: { prompt: "What is an image made of?" } });
    expect(card.deckId).toBe(2);
    expect(await cursors(store)).toEqual([2 ** 31, card.position]);
  });

  it("stay, when only words change", async () => {
    const { store, folder, learnerId } = await behind("written");
    await studyCard(store, learnerId, await store.prisma.card.findFirstOrThrow());
    folder.write("docker/z.md", `# Z\n\n${layers.replace("each step", "every step")}`);

    await folder.sync();

    expect(await cursors(store)).toEqual([2 ** 31, 2 ** 31]);
    expect(checkRollups(store)).toEqual([]);
  });
});

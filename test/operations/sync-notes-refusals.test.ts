import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { NotFoundError, ValidationError } from "../../server/domain/errors.js";
import { checkRollups } from "../../server/store/read/rollups.js";
import { manyCards, notesFolder, written, type NotesFolder } from "../support/notes-folder.js";
import { openTestStore, temporaryFolder, type TestStore } from "../support/store.js";

const layers = written("What is an image made of?", "Read-only layers, one for each step that changed files");

async function synced(files: Readonly<Record<string, string>>): Promise<{ store: TestStore; folder: NotesFolder }> {
  const store = await openTestStore();
  const folder = notesFolder(store);
  for (const [path, text] of Object.entries(files)) folder.write(path, text);
  await folder.sync();
  return { store, folder };
}

/** Everything that a synchronisation writes. */
const contents = async (store: TestStore) => ({
  decks: await store.prisma.deck.findMany(),
  sources: await store.prisma.source.findMany(),
  notes: await store.prisma.note.findMany(),
  cards: await store.prisma.card.findMany(),
  imports: await store.prisma.import.findMany(),
});

const activeCards = (store: TestStore) => store.prisma.card.count({ where: { status: "active" } });

describe("a folder that cannot be read", () => {
  it.each([
    ["is not there", NotFoundError, /There is no folder .* Check its name/, (folder: NotesFolder) => folder.remove("")],
    ["is empty", ValidationError, /There are no notes/, (folder: NotesFolder) => folder.remove("docker")],
    [
      "has nothing but a description",
      ValidationError,
      /There are no notes/,
      (folder: NotesFolder) => (folder.remove("docker/a.md"), folder.write("docker/_deck.md", "# Docker")),
    ],
  ])("is refused and changes nothing, when it %s", async (_, kind, message, spoil) => {
    const { store, folder } = await synced({ "docker/a.md": `# Docker\n\n${layers}` });
    const before = await contents(store);
    spoil(folder);

    for (const unattended of [true, false]) {
      await expect(folder.sync({ unattended })).rejects.toThrow(message);
      await expect(folder.sync({ unattended })).rejects.toBeInstanceOf(kind);
    }
    expect(await contents(store)).toEqual(before);
  });

  it("notes, when the description of their deck cannot be read, stay as they were", async () => {
    const store = await openTestStore();
    const folder = notesFolder(store);
    const description = "---\ntitle: Tools\nkeywords:\n  Recipe: [KNEAD, PROVE]\n---\n";
    folder.write("bread/_deck.md", description);
    folder.write(
      "bread/a.md",
      "# Bread\n\n- `KNEAD`: works the dough until it is smooth.\n- `PROVE`: lets the dough rise in a warm place.\n",
    );
    await folder.sync();
    const before = await store.prisma.card.findMany({ orderBy: { id: "asc" } });

    folder.write("bread/_deck.md", description.replace("title: Tools", "title: Tools: old"));
    const { tiers, notes } = await folder.sync();

    expect(before.length).toBeGreaterThan(0);
    expect(tiers.archived).toBe(0);
    expect(notes).toEqual({ read: 0, unread: 1 });
    expect(await store.prisma.card.findMany({ orderBy: { id: "asc" } })).toEqual(before);
    expect((await store.prisma.deck.findFirstOrThrow()).name).toBe("Tools");
  });

  it("is refused, when it is a file", async () => {
    const { store, folder } = await synced({ "docker/a.md": `# Docker\n\n${layers}` });
    const before = await contents(store);

    await expect(folder.sync({ notesDir: join(folder.path, "docker/a.md") })).rejects.toThrow(/is a file. Name the folder/);
    expect(await contents(store)).toEqual(before);
  });
});

describe("a file that cannot be read", () => {
  it.each([
    ["is empty", ""],
    ["is not UTF-8", Uint8Array.from([0x23, 0x20, 0xff, 0xfe])],
    ["is half written", "---\ntitle: Docker\n"],
    ["is too large", `# Docker\n\n${"word ".repeat(250_000)}`],
  ])("keeps its cards, and the others are read, when it %s", async (_, bytes) => {
    const { store, folder } = await synced({
      "docker/a.md": `# Docker\n\n${layers}`,
      "docker/b.md": "# Other\n\nNothing yet.\n",
    });
    const [card] = await store.prisma.card.findMany();
    folder.write("docker/a.md", bytes);
    folder.write("docker/b.md", `# Other\n\n${written("What does a registry keep?", "Images under their names")}`);

    const report = await folder.sync();

    expect(report).toMatchObject({
      notes: { read: 1, unread: 1 },
      tiers: { new: 1, archived: 0 },
      problems: [
        {
          path: "docker/a.md",
          line: expect.any(Number),
          message: expect.stringMatching(/^(This note|The front matter) .+\.|\?$/),
        },
      ],
    });
    expect(await store.prisma.card.findUnique({ where: { id: card!.id } })).toEqual(card);
    expect(await store.prisma.source.findFirst({ where: { path: "docker/a.md" } })).toMatchObject({
      goneAt: null,
      title: "Docker",
    });
    expect(await activeCards(store)).toBe(2);
  });

  it("is read again at the next time, when its bytes are the same", async () => {
    const { store, folder } = await synced({
      "docker/a.md": `# Docker\n\n${layers}`,
      "docker/b.md": "# Other\n\nNothing yet.\n",
    });
    folder.write("docker/a.md", "");
    await folder.sync();
    const imports = await store.prisma.import.count();

    const again = await folder.sync();

    expect(again).toMatchObject({ isUnchanged: false, notes: { unread: 1 } });
    expect(await store.prisma.import.count()).toBe(imports);
  });

  it("leaves the deck its name, when it is the deck's description", async () => {
    const { store, folder } = await synced({
      "docker/a.md": `# Docker\n\n${layers}`,
      "docker/_deck.md": "---\ntitle: Containers\n---\n",
    });
    writeFileSync(join(folder.path, "docker/_deck.md"), "");

    await folder.sync();

    expect(await store.prisma.deck.findMany()).toMatchObject([{ name: "Containers" }]);
  });
});

describe("another folder than before", () => {
  const other = (store: TestStore): NotesFolder => {
    const folder = notesFolder(store, temporaryFolder());
    folder.write("cooking/a.md", `# Cooking\n\n${written("How long do lentils boil?", "For half an hour, without salt")}`);
    return folder;
  };

  it("archives nothing, however often it is read, when nobody asked", async () => {
    const { store, folder } = await synced({ "docker/a.md": `# Docker\n\n${layers}` });
    const wrong = other(store);

    for (const _ of [1, 2]) {
      const report = await wrong.sync({ unattended: true });
      expect(report.waiting).toEqual({
        cards: 1,
        reason: expect.stringContaining(`another folder than before (${folder.path})`),
      });
    }
    expect(await activeCards(store)).toBe(2);
    expect(await store.prisma.source.count({ where: { goneAt: null } })).toBe(2);
    expect(await store.prisma.deck.count({ where: { archivedAt: null } })).toBe(2);
  });

  it("archives what the second has not, when it is read by hand twice", async () => {
    const { store } = await synced({ "docker/a.md": `# Docker\n\n${layers}` });
    const next = other(store);

    expect((await next.sync()).waiting).toMatchObject({ cards: 1 });
    expect(await activeCards(store)).toBe(2);
    expect(await next.sync()).toMatchObject({ waiting: null, tiers: { archived: 1 } });
    expect(await activeCards(store)).toBe(1);
    expect(checkRollups(store)).toEqual([]);
  });

  it("is home from then on, when it has all the notes of the one before", async () => {
    const { store } = await synced({ "docker/a.md": `# Docker\n\n${layers}` });
    const moved = notesFolder(store, temporaryFolder());
    moved.write("docker/a.md", `# Docker\n\n${layers}`);
    moved.write("docker/b.md", `# More\n\n${written("What does a registry keep?", "Images under their names")}`);

    expect(await moved.sync({ unattended: true })).toMatchObject({ waiting: null, tiers: { exact: 1, new: 1 } });
    moved.remove("docker/b.md");
    expect(await moved.sync({ unattended: true })).toMatchObject({ waiting: null, tiers: { archived: 1 } });
  });
});

describe("much that is gone", () => {
  const two = { "docker/a.md": manyCards(21), "docker/b.md": manyCards(15, 100) };

  it("waits and the rest is done, when nobody asked and more than 20 cards and a fifth would go", async () => {
    const { store, folder } = await synced(two);
    folder.remove("docker/a.md");
    folder.write("docker/c.md", `# New\n\n${layers}`);

    const report = await folder.sync({ unattended: true });

    expect(report).toMatchObject({
      tiers: { new: 1, archived: 0 },
      waiting: { cards: 21, reason: expect.stringMatching(/^21 cards .* of 36/) },
    });
    expect(await activeCards(store)).toBe(37);
    expect(await store.prisma.source.count({ where: { goneAt: null } })).toBe(3);
    expect(await folder.sync({ unattended: true })).toMatchObject({ isUnchanged: true, waiting: report.waiting });
  });

  it("is archived, when somebody asks for it afterwards", async () => {
    const { store, folder } = await synced(two);
    folder.remove("docker/a.md");
    await folder.sync({ unattended: true });

    expect(await folder.sync()).toMatchObject({ isUnchanged: false, tiers: { archived: 21 }, waiting: null });
    expect(await activeCards(store)).toBe(15);
    expect(await store.prisma.source.findFirst({ where: { path: "docker/a.md" } })).toMatchObject({ goneAt: expect.any(Date) });
    expect(checkRollups(store)).toEqual([]);
  });

  it("is archived at once, when it is 20 cards or fewer", async () => {
    const { folder } = await synced({ "docker/a.md": manyCards(20), "docker/b.md": `# More\n\n${layers}` });
    folder.remove("docker/a.md");

    expect(await folder.sync({ unattended: true })).toMatchObject({ tiers: { archived: 20 }, waiting: null });
  });
});

import { describe, expect, it } from "@jest/globals";
import { folderOf, planDecks } from "../../../server/domain/identity/decks.js";
import type { DeckInput } from "../../../server/domain/identity/decks.js";
import { buildIncoming, generatorVersion } from "../../support/build-fact.js";

const plan = (input: Partial<DeckInput>) =>
  planDecks({
    stored: [],
    paths: [],
    titles: new Map(),
    rootName: "notes",
    takenNameKeys: new Set(),
    matches: [],
    vanishedPaths: [],
    ...input,
  });

const deck = (id: number, folder: string) => ({ id, folder, nameKey: folder.replaceAll("/", "::") });

/** A note that went from one document to another. */
const moved = (from: string, to: string): DeckInput["matches"][number] => {
  const incoming = buildIncoming({ path: to });
  return { incoming, stored: { ...incoming, path: from, id: 1, guid: "guid", archived: false, generatorVersion, cards: [] } };
};

describe("planDecks", () => {
  it("makes a deck of each folder, when folders are nested, each after the one above it", () => {
    const decks = plan({ paths: ["docker/net/deep/a.md", "docker/b.md", "zebra/c.md"] });

    expect(decks.map(({ name, parent }) => [name, parent])).toEqual([
      ["docker", null],
      ["docker::net", "docker"],
      ["docker::net::deep", "docker/net"],
      ["zebra", null],
    ]);
  });

  it("takes a folder's name from its document, when it has a title", () => {
    const titles = new Map([
      ["docker", "Docker"],
      ["docker/net", "Nets :: and more"],
    ]);

    expect(plan({ paths: ["docker/a.md", "docker/net/b.md"], titles }).map((deck) => deck.name)).toEqual([
      "Docker",
      "Docker::Nets: and more",
    ]);
  });

  it("names the deck after the notes folder, when documents are in no folder, and puts no other deck below it", () => {
    expect(plan({ paths: ["a.md", "docker/b.md"] }).map(({ name, parent }) => [name, parent])).toEqual([
      ["notes", null],
      ["docker", null],
    ]);
  });

  it("adds the folder to the name, when the name is taken, whatever its case", () => {
    const titles = new Map([
      ["a", "Docker"],
      ["b", "docker"],
    ]);

    expect(plan({ paths: ["a/x.md", "b/y.md"], titles, takenNameKeys: new Set(["docker"]) }).map((deck) => deck.name)).toEqual([
      "Docker (a)",
      "docker (b)",
    ]);
  });

  it("keeps the stored deck, when its folder is there", () => {
    expect(plan({ stored: [deck(7, "docker")], paths: ["docker/a.md"] })[0]?.stored?.id).toBe(7);
  });

  it("keeps the stored decks, when a folder with a folder in it is renamed", () => {
    const decks = plan({
      stored: [deck(7, "docker"), deck(8, "docker/net")],
      paths: ["moby/net/a.md"],
      matches: [moved("docker/net/a.md", "moby/net/a.md")],
    });

    expect(decks.map(({ folder, stored }) => [folder, stored?.id])).toEqual([
      ["moby", 7],
      ["moby/net", 8],
    ]);
  });

  it("makes a new deck, when less than half of a vanished folder's notes are in the new folder", () => {
    const decks = plan({
      stored: [deck(7, "docker")],
      paths: ["moby/a.md", "other/b.md"],
      matches: [moved("docker/a.md", "moby/a.md"), moved("docker/b.md", "other/b.md"), moved("docker/c.md", "other/b.md")],
    });

    expect(decks.map(({ folder, stored }) => [folder, stored?.id])).toEqual([
      ["moby", undefined],
      ["other", 7],
    ]);
  });

  it.each([
    ["most of its notes are gone", ["docker/b.md", "docker/c.md"], []],
    [
      "most of its notes went to folders that have decks",
      [],
      [moved("docker/b.md", "podman/b.md"), moved("docker/c.md", "podman/c.md")],
    ],
  ])("makes a new deck, when a folder vanished and one note of it is in the new folder, but %s", (_, vanishedPaths, others) => {
    const decks = plan({
      stored: [deck(7, "docker"), deck(8, "podman")],
      paths: ["moby/a.md", "podman/b.md"],
      matches: [moved("docker/a.md", "moby/a.md"), ...others],
      vanishedPaths,
    });

    expect(decks.map(({ folder, stored }) => [folder, stored?.id])).toEqual([
      ["moby", undefined],
      ["podman", 8],
    ]);
  });

  it("makes a new deck, when archived notes of a vanished folder come back in it", () => {
    const back = moved("docker/a.md", "moby/a.md");
    const matches = [{ ...back, stored: { ...back.stored, archived: true } }];

    expect(plan({ stored: [deck(7, "docker")], paths: ["moby/a.md"], matches })[0]?.stored).toBeNull();
  });

  it("makes a new deck, when notes moved there from a folder that is still there", () => {
    const decks = plan({
      stored: [deck(7, "docker")],
      paths: ["docker/b.md", "moby/a.md"],
      matches: [moved("docker/a.md", "moby/a.md")],
    });

    expect(decks.map(({ folder, stored }) => [folder, stored?.id])).toEqual([
      ["docker", 7],
      ["moby", undefined],
    ]);
  });
});

describe("folderOf", () => {
  it.each([
    ["a.md", ""],
    ["a/b.md", "a"],
    ["a/b/c.md", "a/b"],
  ])("is what stands before the last slash, when the path is %s", (path, folder) => {
    expect(folderOf(path)).toBe(folder);
  });
});

import { describe, expect, it } from "@jest/globals";
import { toIncomingNote } from "../../../server/domain/identity/notes.js";
import type { StoredNote } from "../../../server/domain/identity/notes.js";
import { planSync } from "../../../server/domain/identity/plan.js";
import type { SyncPlan } from "../../../server/domain/identity/plan.js";
import { applyPlan, generatorVersion } from "../../support/build-fact.js";
import { readDeck } from "../../support/generate.js";

/** Two sections with two facts each, read from real notes, and edits of one sentence of the first. */
interface Kind {
  readonly first: string;
  readonly second: string;
  /** The first section under another heading. */
  readonly renamed: string;
  readonly sentence: string;
  readonly typo: readonly [string, string];
  readonly word: readonly [string, string];
  readonly cut: string;
  readonly rewritten: string;
  readonly number: readonly [string, string];
}

const kinds: Readonly<Record<string, Kind>> = {
  "a list of labelled statements (F3)": {
    first: `## Storage options

- **Volume**: a store of 3 parts that the engine creates, keeps on the host and removes only when it is told to.
- **Bind mount**: a path of the host that is shown in the container exactly as it stands there.
`,
    second: `## Parts of an image

- **Layer**: the files that one step has changed, packed and named by their hash.
- **Manifest**: the list of layers that make an image, with the platform that it runs on.
`,
    renamed: "## Ways of storing data",
    sentence: "a store of 3 parts that the engine creates, keeps on the host and removes only when it is told to.",
    typo: ["creates", "craetes"],
    word: ["only when", "just when"],
    cut: " and removes only when it is told to",
    rewritten: "ships leave the harbour at dawn with 3 sailors, unloaded by the tide.",
    number: ["3 parts", "4 parts"],
  },
  "commands (F5)": {
    first: `## \`docker ps\`

- **Usage**: lists the containers that are running now, with the 4 columns name, image, ports and age.

## \`docker logs\`

- **Usage**: prints what a container has written to its standard output since it was started.
`,
    second: `## \`docker pull\`

- **Usage**: fetches an image from a registry, layer by layer, without starting a container.

## \`docker tag\`

- **Usage**: gives an image a further name, which the registry will know it by.
`,
    // Here the section's heading is the term; that would be another note.
    renamed: "## `docker ps`",
    sentence: "lists the containers that are running now, with the 4 columns name, image, ports and age.",
    typo: ["containers", "contianers"],
    word: ["running now", "running presently"],
    cut: ", with the 4 columns name, image, ports and age",
    rewritten: "sails at dawn past 4 harbours towards the river mouth.",
    number: ["4 columns", "5 columns"],
  },
  "definitions (F2)": {
    first: `## What is a registry?

A registry is a server that stores images under 2 names each and hands them out to everybody who may pull them.

## What is a tag?

A tag is a name that points to one image of a repository until it is moved to another image.
`,
    second: `## What is a digest?

A digest is a hash of an image's manifest that can never point to another image.

## What is a daemon?

A daemon is a program that runs in the background and answers the requests of others.
`,
    renamed: "## The registry",
    sentence: "a server that stores images under 2 names each and hands them out to everybody who may pull them.",
    typo: ["server", "sevrer"],
    word: ["hands them out", "gives them out"],
    cut: " and hands them out to everybody who may pull them",
    rewritten: "a lighthouse on a rock with 2 lamps, visible from the river mouth.",
    number: ["2 names", "3 names"],
  },
  "written cards (Q: and A:)": {
    first: `## Networks

Q: What joins containers of one host?
A: A bridge network, which gives each of its 2 sides an address and lets names be resolved.

Q: What happens to the ports of a container that are not published?
A: They can be reached from its own networks, but from no other machine.
`,
    second: `## Compose

Q: Which file describes the services of an application?
A: The file compose.yaml, in the folder from which the command is called.

Q: What does a service without an image need?
A: A build section, which names the folder with its Dockerfile.
`,
    renamed: "## Ways between containers",
    sentence: "A bridge network, which gives each of its 2 sides an address and lets names be resolved.",
    typo: ["bridge", "brigde"],
    word: ["lets names", "makes names"],
    cut: " and lets names be resolved",
    rewritten: "Ships of 2 masts that leave the harbour at dawn, unloaded by the tide.",
    number: ["2 sides", "3 sides"],
  },
};

type Folder = Readonly<Record<string, string>>;

const sync = (stored: readonly StoredNote[], folder: Folder): SyncPlan =>
  planSync({
    stored,
    incoming: readDeck(folder).flatMap((document) => document.facts.map(toIncomingNote)),
    generatorVersion,
    unreadPaths: new Set(),
  });

const step = (stored: readonly StoredNote[], folder: Folder): StoredNote[] => applyPlan(stored, sync(stored, folder));

/** What became of each note, in the order of their ids; "new" and "archived" for the rest. */
function outcomes(plan: SyncPlan): string[] {
  const kept = [...plan.kept].sort((a, b) => a.stored.id - b.stored.id).map(({ outcome }) => outcome);
  return [...kept, ...plan.fresh.map(() => "new"), ...plan.vanished.map(() => "archived")];
}

const changedCards = (plan: SyncPlan): number =>
  plan.kept.flatMap((note) => note.cards).filter((card) => card.act !== "keep" && !(card.act === "update" && !card.changed))
    .length;

describe.each(Object.entries(kinds))("notes that are %s", (_, kind) => {
  const text = `# Guide\n\n${kind.first}\n${kind.second}`;
  const path = "docker/guide.md";
  const stored = step([], { [path]: text });
  const edited = (from: string, to: string): SyncPlan => sync(stored, { [path]: text.replace(from, to) });
  const everyNote = (outcome: string): string[] => stored.map(() => outcome);
  const [first, ...rest] = everyNote("exact");

  it("are four notes with active cards, when they are read first", () => {
    expect(stored).toHaveLength(4);
    expect(stored.every((note) => note.cards.some((card) => card.status === "active"))).toBe(true);
  });

  it.each([
    ["nothing is changed", (all: string) => all],
    ["line ends become those of Windows", (all: string) => all.replaceAll("\n", "\r\n")],
    ["spaces are left at the ends of lines", (all: string) => all.replaceAll("\n", " \n")],
    ["bullets become stars", (all: string) => all.replace(/^- /gm, "* ")],
    ["bold is written with underscores", (all: string) => all.replaceAll("**", "__")],
    ["blank lines are added", (all: string) => all.replaceAll("\n\n", "\n\n\n")],
    ["a line is wrapped", (all: string) => all.replace(kind.sentence, kind.sentence.replace(/ (\S+ \S+)$/, "\n  $1"))],
  ])("change in nothing that a learner sees, when %s", (_what, edit) => {
    const plan = sync(stored, { [path]: edit(text) });

    expect(outcomes(plan)).toEqual(everyNote("exact"));
    expect(changedCards(plan)).toBe(0);
  });

  it.each([
    ["a typo is made", ...kind.typo],
    ["a word is exchanged", ...kind.word],
    ["a sentence is added", kind.sentence, `${kind.sentence} Everybody who has used it for a while knows that.`],
  ])("keep progress, when %s", (_what, from, to) => {
    const plan = edited(from, to);

    expect(outcomes(plan)).toEqual([expect.stringMatching(/^(edited|exact)$/), ...rest]);
    expect(plan.kept.some((note) => note.rewrite && note.cards.some((card) => card.act === "update"))).toBe(true);
    expect(changedCards(plan)).toBe(0);
  });

  it("keep their ids, when a part of the sentence is cut off", () => {
    expect(outcomes(edited(kind.cut, ""))).toEqual([expect.stringMatching(/^(edited|changed)$/), ...rest]);
  });

  it("keep their ids and ask the learners, when the sentence is rewritten", () => {
    expect(outcomes(edited(kind.sentence, kind.rewritten))).toEqual(["changed", ...rest]);
  });

  it("are another note, when the sentence is rewritten in another file", () => {
    const plan = sync(stored, {
      [path]: `# Guide\n\n${kind.second}`,
      "docker/new.md": `# Guide\n\n${kind.first.replace(kind.sentence, kind.rewritten)}`,
    });

    // The other note of the section moved; it is half of the two, but of four in the file.
    expect(outcomes(plan)).toEqual(["moved", ...rest.slice(1), "new", "archived"]);
  });

  it("ask the learners, when a number changes", () => {
    expect(outcomes(edited(...kind.number))).toEqual(["changed", ...rest]);
  });

  it("ask the learners, when a negation is added", () => {
    const [word] = kind.sentence.split(/(?<= which | that | containers )/);
    expect(outcomes(edited(word ?? "", `${word ?? ""}never `))).toEqual(["changed", ...rest]);
  });

  it("keep everything, when the sections change places", () => {
    const plan = sync(stored, { [path]: `# Guide\n\n${kind.second}\n${kind.first}` });

    expect(outcomes(plan)).toEqual(everyNote("exact"));
    expect(changedCards(plan)).toBe(0);
  });

  it.each([
    ["a heading is renamed", text.replace(/^## .+$/m, kind.renamed)],
    ["headings sink by a level", text.replaceAll(/^## /gm, "### ")],
    ["a heading is put above", text.replace("## ", "## A part\n\n## ")],
    ["the title is renamed", text.replace("# Guide", "# Handbook")],
  ])("keep everything but the way to them, when %s", (_what, changed) => {
    const plan = sync(stored, { [path]: changed });

    expect(outcomes(plan).every((outcome) => outcome === "exact" || outcome === "moved")).toBe(true);
    expect(outcomes(plan)).toHaveLength(4);
    expect(changedCards(plan)).toBe(0);
  });

  it.each<[string, Folder]>([
    ["a section moves to another file", { [path]: `# Guide\n\n${kind.first}`, "docker/other.md": `# Other\n\n${kind.second}` }],
    ["the file is renamed", { "docker/handbook.md": text }],
    ["the folder is moved", { "containers/engine/guide.md": text }],
    ["the file is split in two", { "docker/1.md": `# One\n\n${kind.first}`, "docker/2.md": `# Two\n\n${kind.second}` }],
  ])("keep everything but their place, when %s", (_what, folder) => {
    const plan = sync(stored, folder);

    expect(outcomes(plan)).toEqual(expect.arrayContaining(["moved"]));
    expect(outcomes(plan).every((outcome) => outcome === "exact" || outcome === "moved")).toBe(true);
    expect(changedCards(plan)).toBe(0);
  });

  it("keep everything but their place, when two files are joined", () => {
    const apart = step([], { "docker/1.md": `# One\n\n${kind.first}`, "docker/2.md": `# Two\n\n${kind.second}` });

    expect(outcomes(sync(apart, { "docker/2.md": `# Two\n\n${kind.second}\n${kind.first}` }))).toEqual(
      expect.arrayContaining(["exact", "moved"]),
    );
    expect(sync(apart, { "docker/2.md": `# Two\n\n${kind.second}\n${kind.first}` })).toMatchObject({ fresh: [], vanished: [] });
  });

  it("keep the id of the original, when a section is copied to another file and the copy is edited", () => {
    const folder = { [path]: text, "docker/copy.md": `# Guide\n\n${kind.first}` };
    const copied = step(stored, folder);
    expect(copied).toHaveLength(6);

    const plan = sync(copied, { ...folder, "docker/copy.md": `# Guide\n\n${kind.first.replace(...kind.word)}` });

    expect(outcomes(plan)).toEqual([first, ...rest, "edited", "exact"]);
    expect(copied.slice(0, 4).map(({ id, path: place }) => [id, place])).toEqual(stored.map(({ id }) => [id, path]));
  });

  it("come back with their ids and cards, when the file is taken away and put back", () => {
    const gone = step(stored, { "docker/else.md": "# Else\n\nNothing.\n" });
    expect(gone.every((note) => note.archived)).toBe(true);

    expect(step(gone, { [path]: text })).toEqual(stored);
  });
});

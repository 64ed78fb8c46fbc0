import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { NotFoundError, ValidationError } from "../../server/domain/errors.js";
import { startNotesParser } from "../../server/workers/parse-notes.js";
import { readNotes } from "../../server/workers/read-notes.js";
import { temporaryFolder } from "../support/store.js";

const note = "## What is a layer?\n\nA layer is a stored set of changed files.\n";

/** A folder with these files; a name that ends in `/` is a folder. */
function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = temporaryFolder();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(name.endsWith("/") ? join(folder, name) : dirname(join(folder, name)), { recursive: true });
    if (!name.endsWith("/")) writeFileSync(join(folder, name), content);
  }
  return folder;
}

describe("readNotes", () => {
  it("a folder, when it has folders in it, gives every note by path, in order, and the titles of its decks", async () => {
    const read = await readNotes(
      folderWith({
        "docker/_deck.md": "---\ntitle: Docker\n---\n",
        "docker/02-images.md": note.replaceAll("layer", "image"),
        "docker/01-layers.markdown": note,
        "docker/deep/er/volumes.md": note.replaceAll("layer", "volume"),
        "docker/readme.txt": "no note",
        ".git/hidden.md": note,
      }),
    );

    expect(read.documents.map(({ path }) => path)).toEqual([
      "docker/01-layers.markdown",
      "docker/02-images.md",
      "docker/deep/er/volumes.md",
    ]);
    expect([...read.titles]).toEqual([["docker", "Docker"]]);
    expect(read).toMatchObject({ unread: [], problems: [] });
    expect(read.documents[0]?.bodyHtml).toContain("<h2");
  });

  it("a deck, when its description names keywords, has them in all its notes and nowhere else", async () => {
    const item = "# Kinds\n\n- SENCHA: steams the leaves right after picking.\n";
    const read = await readNotes(
      folderWith({
        "tea/_deck.md": "---\ntitle: Tea\nkeywords: { Tea: [SENCHA] }\n---\n",
        "tea/green/japan.md": item,
        "tea/green/_deck.md": "---\ntitle: Green\nkeywords: { Tea: [HOJICHA] }\n---\n",
        "cups/list.md": item,
      }),
    );

    expect(read.documents.map(({ path, facts }) => [path, facts.map(({ rule }) => rule)])).toEqual([
      ["cups/list.md", []],
      ["tea/green/japan.md", ["F8"]],
    ]);
  });

  it("one question in two folders at the top, when they are decks of their own, is asked in both", async () => {
    const read = await readNotes(folderWith({ "a/1.md": note, "b/1.md": note, "b/2.md": note }));

    expect(read.documents.map(({ facts }) => facts[0]?.cards[0]?.gate)).toEqual([null, null, "G-dup"]);
  });

  it("files, when they cannot be read, are named with a reason, and the others are read", async () => {
    const folder = folderWith({
      "a-binary.md": new Uint8Array([35, 32, 0xff, 0xfe]),
      "b-empty.md": "",
      "c-half.md": "---\ntitle: Layers\n",
      "d-large.md": "x".repeat(1_000_001),
      "e-good.md": note,
      "f-broken.md": `---\ntitle: [\n---\n${note.replaceAll("layer", "image")}`,
    });

    const read = await readNotes(folder);

    expect(read.documents.map(({ path }) => path)).toEqual(["e-good.md"]);
    expect(read.unread.map(({ path, line, message }) => `${path}:${line} ${message}`)).toEqual([
      "a-binary.md:1 This note is not UTF-8 text. Save it as UTF-8.",
      "b-empty.md:1 This note is empty. Write something in it, or delete the file.",
      "c-half.md:1 The front matter has no closing --- line. Is the file half written?",
      "d-large.md:1 This note is larger than 1 MB. Cut it into several notes.",
      expect.stringMatching(
        /^f-broken\.md:2 The front matter cannot be read: .+ Correct it; until then the note stays as it was\.$/,
      ),
    ]);
  });

  it("a file, when nobody may read it, is named with a reason", async () => {
    const folder = folderWith({ "closed.md": note, "open.md": note });
    chmodSync(join(folder, "closed.md"), 0o000);

    const read = await readNotes(folder);

    // Root may read everything: then there is nothing to refuse.
    if (process.getuid?.() !== 0) expect(read.unread).toEqual([expect.objectContaining({ path: "closed.md", line: 1 })]);
    expect(read.documents.at(-1)?.path).toBe("open.md");
  });

  it("a link, when it leads out of the folder, in a circle or nowhere, is not followed and is a problem", async () => {
    const folder = folderWith({ "notes/a.md": note });
    const elsewhere = folderWith({ "secret.md": note });
    symlinkSync(elsewhere, join(folder, "out"));
    symlinkSync(join(elsewhere, "secret.md"), join(folder, "secret.md"));
    symlinkSync(folder, join(folder, "notes", "round"));
    symlinkSync(join(folder, "gone.md"), join(folder, "gone.md"));
    symlinkSync(join(folder, "notes", "a.md"), join(folder, "b.md"));

    const read = await readNotes(folder);

    expect(read.documents.map(({ path }) => path)).toEqual(["b.md", "notes/a.md"]);
    expect(read.problems.map(({ path }) => path).sort()).toEqual(["gone.md", "notes/round", "out", "secret.md"]);
  });

  it("a folder, when it is missing, is refused as not found", async () => {
    await expect(readNotes(join(temporaryFolder(), "nowhere"))).rejects.toBeInstanceOf(NotFoundError);
  });

  it.each([
    ["empty", {}],
    ["without notes", { "picture.png": "x" }],
    ["only described", { "_deck.md": "---\ntitle: Docker\n---\n" }],
  ])("a folder, when it is %s, is refused, so that nothing is concluded from it", async (_, files) => {
    await expect(readNotes(folderWith(files))).rejects.toBeInstanceOf(ValidationError);
  });

  it("a single file, when it is given instead of a folder, is read alone", async () => {
    const folder = folderWith({ "a.md": note, "b.md": note });

    expect((await readNotes(join(folder, "a.md"))).documents.map(({ path }) => path)).toEqual(["a.md"]);
  });
});

describe("the worker that reads notes", () => {
  it("a note, when it takes too long, is given up and the next one is read", async () => {
    const parser = startNotesParser(100);
    const file = (path: string, text: string) => ({ path, bytes: new TextEncoder().encode(text) });

    const given = await parser.parse(file("slow.md", "<a ".repeat(330_000))); // a second on a quiet machine
    let next = await parser.parse(file("next.md", note));
    // On a machine that is busy elsewhere a short note may take as long, too.
    for (let attempt = 0; attempt < 50 && !("facts" in next); attempt++) next = await parser.parse(file("next.md", note));
    await parser.end();

    expect(given).toMatchObject({ path: "slow.md", line: 1, message: expect.stringContaining("too complex to read") });
    expect("title" in next && next.title).toBe("Next");
  });
});

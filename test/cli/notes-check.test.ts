import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "@jest/globals";
import { projectRoot } from "../../server/root.js";
import { runDeckhand, untilPrinted } from "../support/deckhand-process.js";
import { temporaryFolder } from "../support/store.js";

/** Runs `deckhand notes check …`. */
async function check(...words: string[]): Promise<{ status: number; stdout: string; stderr: string }> {
  const main = join(projectRoot, "dist", "server", "cli", "main.js");
  try {
    return { status: 0, ...(await promisify(execFile)(process.execPath, [main, "notes", "check", ...words])) };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { status: code, stdout, stderr };
  }
}

function noteFile(text: string): string {
  const file = join(temporaryFolder(), "layers.md");
  writeFileSync(file, text);
  return file;
}

const note =
  "# Layers\n\n## What is a layer?\n\nA layer is a stored set of files. It is shared.\n\n## Why keep it?\n\nMany good reasons.\n\nQ: Alone?\n";

describe("deckhand notes check", () => {
  it("a note, when --json is given, prints one document with its cards, what was rejected and why, and warnings", async () => {
    const { status, stdout, stderr } = await check(noteFile(note), "--json");

    expect({ status, stderr }).toEqual({ status: 1, stderr: "" }); // for its warning
    expect(JSON.parse(stdout)).toEqual({
      cards: [
        {
          note: "layer",
          facet: "forward",
          kind: "basic",
          prompt: "What is a layer?",
          answer: "A stored set of files.",
          context: [],
          extra: "It is shared.",
          source: { path: "layers.md", line: 5 },
          origin: "plain",
        },
        expect.objectContaining({
          facet: "reverse",
          kind: "typed",
          prompt: "What do you call a stored set of files?",
          answer: "layer",
        }),
      ],
      rejected: [
        expect.objectContaining({ prompt: "Layers: why keep it?", reason: "G-vague", source: { path: "layers.md", line: 9 } }),
      ],
      warnings: [
        { path: "layers.md", line: 11, message: "This question has no answer: write a line that starts with A: below it." },
      ],
    });
    expect(stdout.endsWith("}\n")).toBe(true);
  });

  it("a note, when it is checked twice, gives the same bytes", async () => {
    const file = noteFile(note);

    expect((await check(file, "--json")).stdout).toBe((await check(file, "--json")).stdout);
  });

  it("a note, when --json is not given, is told card by card, with places and reasons", async () => {
    const { stdout } = await check(noteFile(note));

    expect(stdout).toContain("layers.md:5\nQ: What is a layer?\nA: A stored set of files.\n\n");
    expect(stdout).toContain(
      "layers.md:9  G-vague  The answer is too vague to be checked. Name what is meant.\nQ: Layers: why keep it?",
    );
    expect(stdout).toContain("layers.md:11  This question has no answer");
    expect(stdout).toMatch(/\n2 cards, 1 withheld, 1 warning\.\n$/);
  });

  it("a note, when --quiet is given, says in one line each what is wrong, with place, reason and what to change", async () => {
    const { status, stdout } = await check(noteFile(note), "--quiet");

    expect(stdout).toBe(
      [
        "layers.md:9  G-vague  The answer is too vague to be checked. Name what is meant. (Layers: why keep it?)",
        "",
        "layers.md:11  This question has no answer: write a line that starts with A: below it.",
        "",
        "2 cards, 1 withheld, 1 warning.",
        "",
      ].join("\n"),
    );
    expect(status).toBe(1);
  });

  it("a note, when nothing is wrong with it but what gates withhold, is status 0", async () => {
    expect((await check(noteFile("# Layers\n\n## Why keep layers?\n\nMany good reasons.\n"), "--quiet")).status).toBe(0);
  });

  it("a folder, when --watch is given, is checked again after each change, until it is told to stop", async () => {
    const file = noteFile("# Layers\n\nQ: What is a layer?\nA: A stored set of files.\n");
    const watching = runDeckhand(["notes", "check", dirname(file), "--watch"]);
    await untilPrinted(watching, /1 card, 0 withheld, 0 warnings/);

    writeFileSync(file, "# Layers\n\nQ: What is a layer?\nA: A stored set of files.\n\nQ: Why?\nA: To store it once.\n");
    await untilPrinted(watching, /2 cards, 0 withheld, 0 warnings/);
    writeFileSync(file, "");
    await untilPrinted(watching, /This note is empty/);
    watching.child.kill("SIGINT");

    expect(await watching.ended).toBe(0);
  });

  it("a path, when nothing is there, is refused with a sentence and status 1", async () => {
    expect(await check(join(temporaryFolder(), "gone.md"), "--json")).toEqual({
      status: 1,
      stdout: "",
      stderr: expect.stringMatching(/^There is no file or folder .*gone\.md\.\n$/),
    });
  });

  it("a note, when it cannot be read, is a warning and status 1", async () => {
    const { status, stdout } = await check(noteFile(""), "--json");

    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toEqual({
      cards: [],
      rejected: [],
      warnings: [expect.objectContaining({ path: "layers.md", line: 1 })],
    });
  });

  it("the notes that come with Deckhand, when they are checked, make at least 90 cards and no warning", async () => {
    const { stdout } = await check(join(projectRoot, "content"), "--json");
    const { cards, warnings } = JSON.parse(stdout) as { cards: { prompt: string; kind: string }[]; warnings: unknown[] };

    expect(cards.length).toBeGreaterThanOrEqual(90);
    expect(new Set(cards.map(({ prompt }) => prompt)).size).toBe(cards.length);
    expect(warnings).toEqual([]);
  });
});

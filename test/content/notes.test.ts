import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, it } from "@jest/globals";
import { parseDocument } from "yaml";
import { z } from "zod";

const folder = join(import.meta.dirname, "../../content/docker");
const fewestWords = 250;
const mostWords = 700;

const noteFrontMatter = z.strictObject({
  title: z.string().min(1),
  sources: z.array(z.string().min(1)).min(2),
  docker: z.string().min(1),
});
const lowerCaseKey = z.string().regex(/^[a-z_]+$/);
const composeFile = z.object({
  services: z.record(lowerCaseKey, z.record(lowerCaseKey, z.unknown())),
  version: z.undefined().optional(),
});
const deckFrontMatter = z.strictObject({ title: z.string().min(1), description: z.string().min(1) });

/** The parts of a note that the tests look at. */
interface Note {
  readonly name: string;
  readonly frontMatter: unknown;
  readonly body: string;
  readonly fences: readonly Fence[];
}

interface Fence {
  readonly language: string;
  readonly text: string;
}

const paths = (readdirSync(folder, { recursive: true }) as string[])
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".md"))
  .sort();
const notes = paths.filter((path) => !path.endsWith("_deck.md")).map(readNote);
const folders = [...new Set(notes.map(({ name }) => name.slice(0, name.indexOf("/"))))];

describe("the notes about Docker", () => {
  it("the sub-folders, when listed, are numbered in the order in which they are learnt, and so are the notes of each", () => {
    expect(folders.map(numberOf)).toEqual(folders.map((_, index) => index + 1));
    for (const each of folders) {
      const names = notes.map(({ name }) => name).filter((name) => name.startsWith(`${each}/`));
      expect(names.map((name) => numberOf(name.slice(each.length + 1)))).toEqual(names.map((_, index) => index + 1));
    }
  });

  it.each(["", ...folders.map((each) => `${each}/`)])("the deck's front matter, when it is that of /%s, names and describes it", (each) => {
    const { title } = deckFrontMatter.parse(readNote(`${each}_deck.md`).frontMatter);

    expect(each === "" ? title : "Docker").toBe("Docker");
  });

  it.each(notes)("$name, when its front matter is read, has a title, sources and a Docker version", (note) => {
    const result = noteFrontMatter.safeParse(note.frontMatter);

    expect(result.error?.issues ?? []).toEqual([]);
  });

  it.each(notes)("$name, when its words outside code blocks are counted, is neither a stub nor a chapter", (note) => {
    const words = wordsOutsideFences(note.body);

    expect(words).toBeGreaterThanOrEqual(fewestWords);
    expect(words).toBeLessThanOrEqual(mostWords);
  });

  it.each(notes)("$name, when read, names no retired command and no ended base image", (note) => {
    expect(note.body).not.toMatch(/docker-compose|docker images prune/);
    expect(note.body).not.toMatch(/\b(?:node:(?:\d|1\d|2[013])|alpine:3\.(?:\d|1\d|20)|postgres:(?:\d|1[0-3]))\b/);
  });

  it.each(notes)("$name, when its blocks of code are read, every one says its language", (note) => {
    expect(note.fences.filter((fence) => fence.language === "")).toEqual([]);
  });
});

describe("the Compose files in the notes", () => {
  const composeFiles = notes.flatMap((note) => note.fences).filter((fence) => fence.language === "yaml");

  it("the notes, when searched for YAML, hold at least one Compose file", () => {
    expect(composeFiles.length).toBeGreaterThanOrEqual(1);
  });

  it.each(composeFiles)("a Compose file, when parsed, has services, lower-case keys and no version", ({ text }) => {
    const document = parseDocument(text, { strict: true, uniqueKeys: true });

    expect(document.errors).toEqual([]);
    expect(composeFile.safeParse(document.toJS()).error?.issues ?? []).toEqual([]);
  });
});

/** "03-containers" → 3 */
function numberOf(name: string): number {
  return Number(name.slice(0, 2));
}

function readNote(name: string): Note {
  const text = readFileSync(join(folder, name), "utf8");
  const match = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text);
  const body = match?.[2] ?? "";
  return { name, frontMatter: parseDocument(match?.[1] ?? "").toJS() as unknown, body, fences: fencesOf(body) };
}

function fencesOf(body: string): Fence[] {
  return [...body.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map(([, language = "", text = ""]) => ({ language, text }));
}

function wordsOutsideFences(body: string): number {
  const prose = body.replace(/^```[\s\S]*?^```$/gm, "");
  return prose.match(/\S*[\p{L}\p{N}]\S*/gu)?.length ?? 0;
}

import { readFile, stat } from "node:fs/promises";
import { ValidationError } from "../domain/errors.js";
import { deckDocument, folderOf } from "../domain/identity/decks.js";
import type { ReadDocument } from "../domain/markdown/generate.js";
import type { ParsedDocument, Problem } from "../domain/markdown/model.js";
import { joinOwnWords, noOwnWords } from "../domain/markdown/own-words.js";
import type { OwnWords } from "../domain/markdown/own-words.js";
import { pushTo } from "../domain/markdown/push-to.js";
import { withoutMissingPictures } from "../domain/markdown/missing-pictures.js";
import { missingReferences } from "../domain/markdown/missing-references.js";
import { findNotes } from "./notes-folder.js";
import type { FoundNotes, NoteFile } from "./notes-folder.js";
import { startNotesParser } from "./parse-notes.js";
import type { NotesParser } from "./parse-notes.js";

/** A folder of notes, read. */
export interface NotesRead {
  /** Every note that could be read, ordered by path, with its cards and the gates that withhold some of them. */
  readonly documents: readonly ParsedDocument[];
  /** Files that are there and could not be read: what is known of them stays as it is. */
  readonly unread: readonly Problem[];
  /** Titles that `_deck.md` files give, by folder below the notes folder (`""` is that folder itself). */
  readonly titles: ReadonlyMap<string, string>;
  /** The pictures that they show, as far as they are there. */
  readonly pictures: readonly NoteFile[];
  /** What is wrong with the folder itself; the documents have their own problems. */
  readonly problems: readonly Problem[];
}

/** A larger file is not even read; in bytes. */
const largestFileBytes = 1_000_000;

/**
 * Reads a file or a folder of notes in a worker. Throws NotFoundError or ValidationError when there is no such folder, when a part of it cannot
 * be read, or when it holds no note: nothing may be concluded from that, least of all that cards are gone.
 */
export async function readNotes(path: string, startParser: () => NotesParser = startNotesParser): Promise<NotesRead> {
  const found = await findNotes(path);
  if (found.files.every(isDeckDocument)) throw new ValidationError(`There are no notes (.md) in ${path}; nothing was changed.`);
  const parser = startParser();
  try {
    const descriptions = await parseFiles(found.files.filter(isDeckDocument), new Map(), parser);
    const wordsByFolder = new Map(descriptions.filter(isRead).map(({ path, ownWords }) => [folderOf(path), ownWords]));
    // What a description says of the notes below it is unknown while it cannot be read.
    const closed = descriptions.filter((description) => !isRead(description)).map(({ path }) => folderOf(path));
    const files = found.files.filter((file) => !isDeckDocument(file));
    const [kept, open] = [files.filter(({ path }) => isBelow(path, closed)), files.filter(({ path }) => !isBelow(path, closed))];
    const notes = await parseFiles(open, wordsByFolder, parser);
    return await assemble([...descriptions, ...notes, ...kept.map(unreadBelow)], found, parser);
  } finally {
    await parser.end();
  }
}

function isBelow(path: string, folders: readonly string[]): boolean {
  return folders.some((folder) => folder === "" || path.startsWith(`${folder}/`));
}

function unreadBelow({ path }: NoteFile): Problem {
  return { path, line: 1, message: `The ${deckDocument} of its folder cannot be read; until then this note stays as it was.` };
}

function isDeckDocument({ path }: { path: string }): boolean {
  return path.slice(path.lastIndexOf("/") + 1).toLowerCase() === deckDocument;
}

/** Reads files one after another; `wordsByFolder` is what the descriptions of folders name for all notes below them. */
async function parseFiles(
  files: readonly NoteFile[],
  wordsByFolder: ReadonlyMap<string, OwnWords>,
  parser: NotesParser,
): Promise<(ReadDocument | Problem)[]> {
  const results: (ReadDocument | Problem)[] = [];
  for (const file of files) results.push(await parseFile(file, wordsAbove(file.path, wordsByFolder), parser));
  return results;
}

/** What the descriptions of the folders above a note, or above a folder, name; the outermost first. */
function wordsAbove(path: string, wordsByFolder: ReadonlyMap<string, OwnWords>): OwnWords {
  const folder = folderOf(path);
  const words = wordsByFolder.get(folder) ?? noOwnWords;
  return folder === "" ? words : joinOwnWords(wordsAbove(folder, wordsByFolder), words);
}

async function parseFile({ path, file }: NoteFile, deckWords: OwnWords, parser: NotesParser): Promise<ReadDocument | Problem> {
  try {
    if ((await stat(file)).size > largestFileBytes) {
      return { path, line: 1, message: "This note is larger than 1 MB. Cut it into several notes." };
    }
    return await parser.parse({ path, bytes: await readFile(file), deckWords });
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    return { path, line: 1, message: `This file cannot be read (${String(error.code)}). Check its permissions.` };
  }
}

function isRead(result: ReadDocument | Problem): result is ReadDocument {
  return "facts" in result;
}

async function assemble(
  results: readonly (ReadDocument | Problem)[],
  { isFolder, files, pictures, problems }: FoundNotes,
  parser: NotesParser,
): Promise<NotesRead> {
  const read = results.filter(isRead);
  const unread = results.filter((result): result is Problem => !isRead(result));
  const descriptions = read.filter(isDeckDocument);
  const there = new Set([...files, ...pictures].map(({ path }) => path));
  const missing = new Map<string, Problem[]>();
  if (isFolder) for (const problem of missingReferences(read, there)) pushTo(missing, problem.path, problem);
  const shown = new Set(read.flatMap(({ references }) => references.map(({ path }) => path)));
  const notes = read.filter((document) => !isDeckDocument(document));
  const documents: ParsedDocument[] = [];
  for (const group of byTopFolder(isFolder ? notes.map((note) => withoutMissingPictures(note, there)) : notes))
    documents.push(...(await gated(group, parser)));
  return {
    documents: documents.map((document) => withProblems(document, missing.get(document.path) ?? [])),
    pictures: pictures.filter(({ path }) => shown.has(path)),
    unread: unread.filter((problem) => !isDeckDocument(problem)),
    titles: new Map(descriptions.map((document) => [folderOf(document.path), document.title])),
    problems: [...problems, ...unread.filter(isDeckDocument), ...descriptions.flatMap((document) => document.problems)],
  };
}

function withProblems(document: ParsedDocument, more: readonly Problem[]): ParsedDocument {
  return more.length === 0
    ? document
    : { ...document, problems: [...document.problems, ...more].sort((a, b) => a.line - b.line) };
}

/** A folder at the top is a deck: questions are compared within it. */
function byTopFolder(documents: readonly ReadDocument[]): ReadDocument[][] {
  const groups = new Map<string, ReadDocument[]>();
  for (const document of documents) {
    const top = document.path.includes("/") ? (document.path.split("/")[0] ?? "") : "";
    pushTo(groups, top, document);
  }
  return [...groups.values()];
}

/** The HTML stays here: the gates do not need it, and large values are slow to send. */
async function gated(documents: readonly ReadDocument[], parser: NotesParser): Promise<ParsedDocument[]> {
  const htmlByPath = new Map(documents.map((document) => [document.path, document.bodyHtml]));
  const answer = await parser.gate(documents.map((document) => ({ ...document, bodyHtml: "" })));
  return answer.map((document) => ({ ...document, bodyHtml: htmlByPath.get(document.path) ?? "" }));
}

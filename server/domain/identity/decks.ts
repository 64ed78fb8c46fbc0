import { comparePaths } from "../markdown/compare-paths.js";
import type { Match } from "./pair.js";
import { compareText } from "./notes.js";

/** A deck that is made from a folder of notes, as it is stored. */
interface StoredDeck {
  readonly id: number;
  /** Path below the notes folder, `""` for the notes folder itself. */
  readonly folder: string;
  readonly nameKey: string;
}

export interface DeckInput {
  readonly stored: readonly StoredDeck[];
  /** Paths of the documents that were read, or are there and could not be. */
  readonly paths: readonly string[];
  /** The title that a folder's `_deck.md` gives it. */
  readonly titles: ReadonlyMap<string, string>;
  /** Name for the documents that are in no folder. */
  readonly rootName: string;
  /** Names, as `deckNameKey` gives them, that other decks of the installation have. */
  readonly takenNameKeys: ReadonlySet<string>;
  readonly matches: readonly Pick<Match, "stored" | "incoming">[];
  /** Documents of the living notes that were recognised nowhere. */
  readonly vanishedPaths: readonly string[];
}

export interface PlannedDeck {
  readonly folder: string;
  /** Full name, `Parent::Child`. */
  readonly name: string;
  /** Folder of the deck above, or `null` for a topmost deck. */
  readonly parent: string | null;
  readonly stored: StoredDeck | null;
}

/** Name of the document that describes a folder instead of being a note of it. */
export const deckDocument = "_deck.md";

/** Folder of a document or of a folder, `""` at the top. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

/**
 * The decks for a folder of notes, each after the deck above it: every folder with documents, and the folders above it. A stored deck
 * whose folder is gone stays the deck of the folder that most of its notes are in now.
 */
export function planDecks({ stored, paths, titles, rootName, takenNameKeys, matches, vanishedPaths }: DeckInput): PlannedDeck[] {
  const folders = foldersOf(paths);
  const byFolder = new Map(stored.filter((deck) => folders.includes(deck.folder)).map((deck) => [deck.folder, deck]));
  for (const [folder, deck] of renamedFolders(stored, folders, mostTravelled(matches, vanishedPaths))) byFolder.set(folder, deck);
  const names = new Map<string, string>();
  const used = new Set(byFolder.values());
  const taken = new Set([...takenNameKeys, ...stored.filter((deck) => !used.has(deck)).map((deck) => deck.nameKey)]);
  return folders.map((folder) => {
    const parent = parentOf(folder);
    const own = titles.get(folder)?.trim() || (folder === "" ? rootName : folder.slice(folder.lastIndexOf("/") + 1));
    const full = [...(parent === null ? [] : [names.get(parent) ?? parent]), own.replace(/\s*::+\s*/g, ": ")].join("::");
    const name = freeName(full, folder, taken);
    taken.add(deckNameKey(name));
    names.set(folder, name);
    return { folder, name, parent, stored: byFolder.get(folder) ?? null };
  });
}

/** Two folders may have the same title; decks may not. */
function freeName(name: string, folder: string, taken: ReadonlySet<string>): string {
  let free = name;
  for (let count = 1; taken.has(deckNameKey(free)); count += 1) free = `${name} (${count === 1 ? folder : `${folder} ${count}`})`;
  return free;
}

/** A deck's name as it is compared. */
export function deckNameKey(name: string): string {
  return name.normalize("NFC").trim().toLowerCase();
}

/** The notes folder itself is no deck above the others: a folder at its top is a topmost deck. */
function parentOf(folder: string): string | null {
  return folder.includes("/") ? folderOf(folder) : null;
}

function foldersOf(paths: readonly string[]): string[] {
  const folders = new Set<string>();
  for (const path of paths) {
    for (let folder: string | null = folderOf(path); folder !== null; folder = parentOf(folder)) folders.add(folder);
  }
  return [...folders].sort(comparePaths);
}

function renamedFolders(
  stored: readonly StoredDeck[],
  folders: readonly string[],
  moves: readonly Move[],
): Map<string, StoredDeck> {
  const vanished = new Map(stored.filter((deck) => !folders.includes(deck.folder)).map((deck) => [deck.folder, deck]));
  const known = new Set(stored.map((deck) => deck.folder));
  const renamed = new Map<string, StoredDeck>();
  const claim = (from: string, to: string): boolean => {
    const deck = vanished.get(from);
    if (!deck || known.has(to) || renamed.has(to)) return false;
    vanished.delete(from);
    renamed.set(to, deck);
    return true;
  };
  for (let [from, to] of moves) {
    // The folders above were renamed with it: a/b → c/b says a → c.
    while (claim(from, to) && from.includes("/") && to.includes("/")) [from, to] = [folderOf(from), folderOf(to)];
  }
  return renamed;
}

type Move = readonly [from: string, to: string];

/** Pairs of folders (before, after) in which at least half of the notes before went to the one after; the largest first. */
function mostTravelled(matches: DeckInput["matches"], vanishedPaths: readonly string[]): Move[] {
  const sizes = new Map<string, number>();
  const count = (folder: string) => sizes.set(folder, (sizes.get(folder) ?? 0) + 1);
  vanishedPaths.map(folderOf).forEach(count);
  const moves = new Map<string, { from: string; to: string; notes: number }>();
  for (const { stored, incoming } of matches) {
    if (stored.archived) continue;
    const [from, to] = [folderOf(stored.path), folderOf(incoming.path)];
    count(from);
    const key = `${from}\n${to}`;
    moves.set(key, { from, to, notes: (moves.get(key)?.notes ?? 0) + 1 });
  }
  return [...moves.values()]
    .filter(({ from, notes }) => notes * 2 >= (sizes.get(from) ?? 0))
    .sort((a, b) => b.notes - a.notes || compareText(a.from, b.from) || compareText(a.to, b.to))
    .map(({ from, to }) => [from, to]);
}

import type { Dirent } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { basename, join, sep } from "node:path";
import { NotFoundError, ValidationError } from "../domain/errors.js";
import { comparePaths } from "../domain/markdown/compare-paths.js";
import type { Problem } from "../domain/markdown/model.js";
import { pictureType } from "../domain/media.js";

export interface NoteFile {
  /** Below the notes folder, `/`-separated, NFC. */
  readonly path: string;
  /** Where it is on this machine. */
  readonly file: string;
}

export interface FoundNotes {
  /** False for a single note: then nothing is known of what lies beside it. */
  readonly isFolder: boolean;
  /** Every Markdown file, ordered by path. */
  readonly files: readonly NoteFile[];
  /** Every picture that is not too large to be shown, ordered by path. */
  readonly pictures: readonly NoteFile[];
  readonly problems: readonly Problem[];
}

/** A larger picture is not shown; in bytes. */
const largestPictureBytes = 20_000_000;

interface Search {
  /** Real path of the notes folder: links out of it are not followed. */
  readonly root: string;
  readonly files: NoteFile[];
  readonly pictures: NoteFile[];
  readonly problems: Problem[];
  /** Real paths of the folders above, against links that lead in circles. */
  readonly above: readonly string[];
}

/**
 * The Markdown files (`.md`, `.markdown`) at `path`: a file, or a folder with all that is below it, hidden folders left out.
 * Throws NotFoundError when it is not there, and ValidationError when it or a folder in it cannot be read: then nothing may be
 * concluded about the notes that could be inside.
 */
export async function findNotes(path: string): Promise<FoundNotes> {
  const root = await realpath(path).catch(() => null);
  if (root === null) throw new NotFoundError(`There is no file or folder ${path}.`);
  if ((await stat(root)).isFile())
    return { isFolder: false, files: [{ path: basename(path).normalize("NFC"), file: root }], pictures: [], problems: [] };
  const search: Search = { root, files: [], pictures: [], problems: [], above: [root] };
  await searchFolder(root, "", search);
  for (const found of [search.files, search.pictures]) found.sort((a, b) => comparePaths(a.path, b.path));
  return { isFolder: true, ...search };
}

async function searchFolder(folder: string, below: string, search: Search): Promise<void> {
  const entries = await entriesOf(folder);
  for (const entry of entries.filter(({ name }) => !name.startsWith(".") && name !== "node_modules")) {
    const path = below === "" ? entry.name : `${below}/${entry.name}`;
    const kind = await kindOf(entry, join(folder, entry.name), path, search);
    if (kind?.isFolder) await searchFolder(kind.real, path, { ...search, above: [...search.above, kind.real] });
    else if (kind) await note({ path: path.normalize("NFC"), file: kind.real }, search);
  }
}

async function note(found: NoteFile, { files, pictures }: Search): Promise<void> {
  if (/\.(?:md|markdown)$/i.test(found.path)) files.push(found);
  else if (pictureType(found.path) !== null && (await stat(found.file)).size <= largestPictureBytes) pictures.push(found);
}

async function entriesOf(folder: string): Promise<Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch {
    throw new ValidationError(`The folder ${folder} cannot be read. Check its permissions; nothing was changed.`);
  }
}

/** What an entry is, links followed as far as they stay inside; `null` for everything that is neither file nor folder. */
async function kindOf(
  entry: Dirent,
  file: string,
  path: string,
  search: Search,
): Promise<{ real: string; isFolder: boolean } | null> {
  if (!entry.isSymbolicLink())
    return entry.isDirectory() || entry.isFile() ? { real: file, isFolder: entry.isDirectory() } : null;
  const real = await realpath(file).catch(() => null);
  if (real === null || !real.startsWith(search.root + sep) || search.above.includes(real)) {
    search.problems.push({
      path: path.normalize("NFC"),
      line: 1,
      message: "This link leads nowhere, in a circle, or out of the notes folder: it was not followed.",
    });
    return null;
  }
  return { real, isFolder: (await stat(real)).isDirectory() };
}

import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { generatorVersion } from "../domain/markdown/generator-version.js";
import { findNotes } from "./notes-folder.js";

/**
 * SHA-256, hex, of all notes in a folder (names and bytes) and of the generator's version: equal as long as reading them again would
 * give the same. Parses nothing. Throws NotFoundError or ValidationError when there is no such folder or a part of it cannot be read.
 */
export async function fingerprintNotes(folder: string): Promise<string> {
  const { files, pictures, problems } = await findNotes(folder);
  const whole = createHash("sha256").update(JSON.stringify([generatorVersion, problems]));
  for (const { path, file } of files) whole.update(`\0${path}\0${await hashOf(file)}`);
  // Reading every picture at each start would take too long.
  for (const { path, file } of pictures) whole.update(`\0${path}\0${await changeOf(file)}`);
  return whole.digest("hex");
}

async function changeOf(file: string): Promise<string> {
  const { size, mtimeMs } = await stat(file);
  return `${size} bytes at ${mtimeMs}`;
}

/** A larger file is refused whatever is in it; in bytes. */
const largestFileBytes = 1_000_000;

async function hashOf(file: string): Promise<string> {
  try {
    const { size, mtimeMs } = await stat(file);
    if (size > largestFileBytes) return `${size} bytes at ${mtimeMs}`;
    return createHash("sha256")
      .update(await readFile(file))
      .digest("hex");
  } catch (error) {
    if (error instanceof Error && "code" in error) return String(error.code);
    throw error;
  }
}

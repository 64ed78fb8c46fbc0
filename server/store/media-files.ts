import { createHash } from "node:crypto";
import { createReadStream, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { copyFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { synchronize } from "./copy.js";

/** A file in the store of media. */
export interface StoredFile {
  /** SHA-256 of the content, hex: its name in the store. */
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
}

/** Where the file with this content lies: in a folder beside the database `databaseFile`, whether it is there or not. */
export function mediaFile(databaseFile: string, sha256: string): string {
  return join(dirname(databaseFile), "media", sha256.slice(0, 2), sha256);
}

/** Copies `source` into the store, unless its content is there already; durable when it resolves. Rejects with Node's error. */
export async function storeMediaFile(databaseFile: string, source: string): Promise<StoredFile> {
  const hash = createHash("sha256");
  let size = 0;
  await pipeline(createReadStream(source), async (chunks: AsyncIterable<Buffer>) => {
    for await (const chunk of chunks) {
      hash.update(chunk);
      size += chunk.length;
    }
  });
  const sha256 = hash.digest("hex");
  const target = mediaFile(databaseFile, sha256);
  if (!existsSync(target)) await copyDurably(source, target);
  return { sha256, size };
}

async function copyDurably(source: string, target: string): Promise<void> {
  const partial = `${target}.${process.pid}.partial`;
  mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
  try {
    await copyFile(source, partial);
    synchronize(partial);
    renameSync(partial, target);
    synchronize(dirname(target));
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  }
}

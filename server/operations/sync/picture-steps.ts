import { pictureType } from "../../domain/media.js";
import type { ParsedDocument } from "../../domain/markdown/model.js";
import { storeMediaFile } from "../../store/media-files.js";
import type { Store } from "../../store/open.js";
import { selectFolderMedia } from "../../store/read/media.js";
import { nameMedia } from "../../store/write/media.js";
import type { NotesRead } from "../../workers/read-notes.js";
import { rootDeckIdOf } from "./deck-steps.js";
import type { Steps } from "./steps.js";

export interface PictureCase {
  readonly store: Store;
  readonly read: NotesRead;
  readonly deckIds: ReadonlyMap<string, number>;
  readonly now: number;
}

/** Brings the pictures that notes show into the store of media, and names them in the decks of those notes. */
export async function pictureSteps({ store, read, deckIds, now }: PictureCase): Promise<Steps["inserts"]> {
  const known = selectFolderMedia(store);
  const inserts: Steps["inserts"][number][] = [];
  for (const { path, file } of read.pictures) {
    const { sha256, size } = await storeMediaFile(store.file, file);
    for (const rootDeckId of decksThatShow(path, read.documents, deckIds)) {
      if (known.get(`${rootDeckId}/${path}`) === sha256) continue;
      const named = { rootDeckId, name: path, sha256, size, type: pictureType(path) ?? "application/octet-stream" };
      inserts.push(...nameMedia(named, now).map((statement) => () => statement));
    }
  }
  return inserts;
}

function decksThatShow(picture: string, documents: readonly ParsedDocument[], deckIds: ReadonlyMap<string, number>): Set<number> {
  const showing = documents.filter(({ references }) =>
    references.some(({ kind, path }) => kind === "picture" && path === picture),
  );
  return new Set(showing.map(({ path }) => rootDeckIdOf(path, deckIds)));
}

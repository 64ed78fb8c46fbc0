import { mediaFile } from "../media-files.js";
import type { Store } from "../open.js";
import { visible } from "./visible-decks.js";

/** A file that pages of a deck show. */
export interface MediaRow {
  /** Hex. */
  readonly sha256: string;
  readonly type: string;
  /** Where it lies; absolute. */
  readonly file: string;
}

/** The file with that name in the topmost deck `rootDeckId`; null where there is none, or the learner may not see the deck. */
export function selectOptionalMedia(store: Store, learnerId: number, rootDeckId: number, name: string): MediaRow | null {
  const row = store.db
    .prepare<Omit<MediaRow, "file">>(
      `SELECT lower(hex(m.sha256)) AS sha256, m.type FROM MediaName n JOIN Media m ON m.sha256 = n.sha256 JOIN Deck d ON d.id = n.rootDeckId
       WHERE n.rootDeckId = :rootDeckId AND n.name = :name AND ${visible}`,
    )
    .get({ learnerId, rootDeckId, name });
  return row === undefined ? null : { ...row, file: mediaFile(store.file, row.sha256) };
}

/** What the decks of the notes folder have by name: "deck/name" → SHA-256, hex. */
export function selectFolderMedia(store: Store): ReadonlyMap<string, string> {
  const rows = store.db
    .prepare<{ readonly rootDeckId: number; readonly name: string; readonly sha256: string }>(
      `SELECT n.rootDeckId, n.name, lower(hex(n.sha256)) AS sha256 FROM MediaName n JOIN Deck d ON d.id = n.rootDeckId
       WHERE d.ownerId IS NULL AND d.folder IS NOT NULL`,
    )
    .all();
  return new Map(rows.map(({ rootDeckId, name, sha256 }) => [`${rootDeckId}/${name}`, sha256]));
}

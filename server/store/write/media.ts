import type { Statement } from "../db.js";

/** A file in the store of media, under a name of a deck. */
export interface NamedMedia {
  readonly rootDeckId: number;
  /** As the deck's notes mention it. */
  readonly name: string;
  /** Hex. */
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  readonly type: string;
}

/** Gives a file of the store a name in a deck; another file that had it loses it. */
export function nameMedia({ rootDeckId, name, sha256, size, type }: NamedMedia, now: number): readonly Statement[] {
  return [
    {
      sql: "INSERT INTO Media (sha256, size, type, createdAt) VALUES (unhex(?), ?, ?, ?) ON CONFLICT DO NOTHING",
      parameters: [sha256, size, type, now],
    },
    {
      sql: `INSERT INTO MediaName (rootDeckId, name, sha256) VALUES (?, ?, unhex(?))
            ON CONFLICT (rootDeckId, name) DO UPDATE SET sha256 = excluded.sha256`,
      parameters: [rootDeckId, name, sha256],
    },
  ];
}

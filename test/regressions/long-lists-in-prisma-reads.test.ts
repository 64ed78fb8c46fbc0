import { describe, expect, it } from "@jest/globals";
import { insertDeck } from "../support/build-deck.js";
import { openTestStore } from "../support/store.js";

describe("Prisma reads of many rows", () => {
  it("5,000 parents, when they are read with their children, are all read, without a transaction", async () => {
    const store = await openTestStore();
    const deck = await insertDeck(store);
    await store.db.batch([
      {
        sql: "INSERT INTO NoteType (name, kind, fields, css, modifiedAt) VALUES ('Basic', 'basic', '[]', '', 0)",
        parameters: [],
      },
      {
        sql: `INSERT INTO Note (rootDeckId, guid, noteTypeId, fields, createdAt, modifiedAt)
          SELECT ?, value, (SELECT id FROM NoteType), '[]', 0, 0 FROM json_each(?)`,
        parameters: [deck.id, JSON.stringify(Array.from({ length: 5_000 }, (_, index) => `guid-${index}`))],
        changes: 5_000,
      },
      { sql: "INSERT INTO NoteTag (noteId, tag) SELECT id, 'tag' FROM Note", parameters: [], changes: 5_000 },
    ]);

    const notes = await store.prisma.note.findMany({ include: { noteTags: true } });
    const some = await store.prisma.note.findMany({ where: { id: { in: notes.map(({ id }) => id) } } });

    expect(notes.filter(({ noteTags }) => noteTags.length === 1)).toHaveLength(5_000);
    expect(some).toHaveLength(5_000);
  });
});

import type { Note, NoteType, Prisma, Source } from "../../server/store/generated/client.js";
import type { Store } from "../../server/store/open.js";
import { noon } from "./store.js";

let made = 0;

/** A document of the deck's notes folder. */
export function insertSource(
  store: Store,
  given: Partial<Prisma.SourceUncheckedCreateInput> & { rootDeckId: number },
): Promise<Source> {
  made += 1;
  return store.prisma.source.create({
    data: {
      deckId: given.rootDeckId,
      path: `note-${made}.md`,
      position: made,
      hash: new Uint8Array(32),
      title: `Note ${made}`,
      language: "en",
      bodyHtml: "",
      problems: [],
      ...given,
    },
  });
}

/** A note type of the installation with two fields. */
function insertNoteType(store: Store, given: Partial<Prisma.NoteTypeUncheckedCreateInput> = {}): Promise<NoteType> {
  return store.prisma.noteType.create({
    data: { name: "Basic", kind: "basic", fields: ["Front", "Back"], css: "", modifiedAt: new Date(noon), ...given },
  });
}

/** A note of the topmost deck `rootDeckId`; its note type is the first there is, or a new one. */
export async function insertNote(
  store: Store,
  given: Partial<Prisma.NoteUncheckedCreateInput> & { rootDeckId: number },
): Promise<Note> {
  made += 1;
  const noteTypeId = given.noteTypeId ?? ((await store.prisma.noteType.findFirst()) ?? (await insertNoteType(store))).id;
  return store.prisma.note.create({
    data: {
      guid: `guid-${made}`,
      fields: [`Question ${made}`, `Answer ${made}`],
      createdAt: new Date(noon),
      modifiedAt: new Date(noon),
      ...given,
      noteTypeId,
    },
  });
}

import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "@jest/globals";
import { mediaFile } from "../../server/store/media-files.js";
import { selectOptionalMedia } from "../../server/store/read/media.js";
import { insertLearner } from "../support/build-learner.js";
import { notesFolder, written } from "../support/notes-folder.js";
import { openTestStore } from "../support/store.js";

const first = Buffer.from("89504e470d0a1a0a01", "hex");
const second = Buffer.from("89504e470d0a1a0a02", "hex");
const note = `# Ships\n\n![The rig of a brig](img/rig.png)\n\n${written("How many masts has a brig?", "Two, both of them square-rigged")}`;
const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

async function withPicture() {
  const store = await openTestStore();
  const folder = notesFolder(store);
  folder.write("ships/a.md", note);
  folder.write("ships/img/rig.png", first);
  folder.write("ships/img/unused.png", second);
  const report = await folder.sync();
  const deck = await store.prisma.deck.findFirstOrThrow();
  const { id: learnerId } = await insertLearner(store);
  return {
    store,
    folder,
    report,
    find: (name: string, learner = learnerId) => selectOptionalMedia(store, learner, deck.id, name),
    deck,
  };
}

it("a picture, when a note shows it, is stored by its content under its path, and others of the folder are not", async () => {
  const { store, report, find } = await withPicture();

  expect(report.problems).toEqual([]);
  expect(find("ships/img/rig.png")).toEqual({
    sha256: sha256(first),
    type: "image/png",
    file: mediaFile(store.file, sha256(first)),
  });
  expect(readFileSync(mediaFile(store.file, sha256(first))).equals(first)).toBe(true);
  expect(find("ships/img/unused.png")).toBeNull();
  expect(existsSync(mediaFile(store.file, sha256(second)))).toBe(false);
});

it("a picture, when its file has changed, is shown anew although no note has", async () => {
  const { folder, find } = await withPicture();

  folder.write("ships/img/rig.png", second);
  await folder.sync();

  expect(find("ships/img/rig.png")?.sha256).toBe(sha256(second));
});

it("a picture, when the deck is somebody's private one, is not to be had by others", async () => {
  const { store, find, deck } = await withPicture();
  const { id: ada } = await insertLearner(store);
  const { id: ben } = await insertLearner(store);

  await store.prisma.deck.update({ where: { id: deck.id }, data: { visibility: "private", ownerId: ada } });

  expect(find("ships/img/rig.png", ada)).not.toBeNull();
  expect(find("ships/img/rig.png", ben)).toBeNull();
});

it("a picture and a link, when nothing is there, are problems with their lines, and nothing else suffers", async () => {
  const store = await openTestStore();
  const folder = notesFolder(store);
  folder.write(
    "ships/a.md",
    `${note}\nSee [the sails](sails.md#jib), [outside](../../x.md), [the web](https://example.org/a.md) and [here](#ships).\n`,
  );

  const { problems, cards } = await folder.sync();

  expect(problems.map(({ line, message }) => `${line} ${message}`)).toEqual([
    expect.stringMatching(/^3 This picture is not there: put ships\/img\/rig\.png into the notes folder/),
    "9 This link leads to no note: there is no ships/sails.md.",
    "9 ../../x.md lies outside the notes folder, where nobody can open it: bring it in, or take it out.",
  ]);
  expect(cards.added).toBe(1);
});

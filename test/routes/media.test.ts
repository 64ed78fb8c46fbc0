import { expect, it } from "@jest/globals";
import { notesFolder, written } from "../support/notes-folder.js";
import { insertVisitor, openTestSite } from "../support/site.js";

const picture = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';

async function siteWithPicture() {
  const site = await openTestSite();
  const folder = notesFolder(site.store);
  folder.write(
    "ships/a.md",
    `# Ships\n\n![The rig](img/a%20rig.svg)\n\n${written("Which rig is this?", "The rig of a brig: ![it](img/a%20rig.svg)")}`,
  );
  folder.write("ships/img/a rig.svg", picture);
  await folder.sync();
  const { id } = await site.store.prisma.deck.findFirstOrThrow();
  return { site, id, address: `/decks/${id}/notes/ships/img/a%20rig.svg`, ada: await insertVisitor(site) };
}

it("a picture of a note is sent to who may see its deck, with its type, and nothing in it can run", async () => {
  const { ada, address } = await siteWithPicture();

  const reply = await ada.get(address).buffer();

  expect(String(reply.body)).toBe(picture);
  expect(reply.headers).toMatchObject({
    "content-type": "image/svg+xml",
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    "x-content-type-options": "nosniff",
    "cache-control": "private, max-age=86400",
  });
  expect((await ada.get(address).set("If-None-Match", String(reply.headers["etag"]))).status).toBe(304);
});

it("a picture of a note is shown by its address, in the note and in the quiz", async () => {
  const { site, ada, id, address } = await siteWithPicture();
  await site.store.prisma.enrolment.create({
    data: {
      learnerId: ada.learnerId,
      deckId: id,
      presetId: (await site.store.prisma.preset.findFirstOrThrow()).id,
      newCursor: 0,
      joinedAt: new Date(0),
    },
  });

  expect((await ada.get(`/decks/${id}/notes/ships/a.md`)).text).toContain('<img src="img/a%20rig.svg" alt="The rig"');
  expect((await ada.get("/quiz")).text).toContain(`<img src="${address}" alt="it"`);
});

it("a picture of a note is not there for who is not logged in, nor under another deck", async () => {
  const { site, ada, address, id } = await siteWithPicture();

  expect((await site.visitor().get(address)).status).toBe(303);
  expect((await ada.get(address.replace(`/decks/${id}/`, `/decks/${id + 1}/`))).status).toBe(404);
  expect((await ada.get(address.replace("a%20rig", "other"))).status).toBe(404);
});

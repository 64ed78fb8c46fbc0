import { describe, expect, it } from "@jest/globals";
import { cheapHash, insertInvitation, password } from "../../support/accounts.js";
import { insertCard } from "../../support/build-card.js";
import { insertDeck } from "../../support/build-deck.js";
import { insertNote, insertSource } from "../../support/build-note.js";
import { insertVisitor, openTestSite, type TestSite, type Visitor } from "../../support/site.js";

interface Row {
  readonly act: string;
  readonly send: (by: Visitor, ids: Ids) => ReturnType<Visitor["get"]>;
  /** Status for an owner, another learner, and nobody. */
  readonly expected: readonly [owner: number, learner: number, nobody: number];
}

interface Ids {
  readonly personId: number;
  readonly invitationId: number;
  /** Cards of the notes, one for each act of an owner over cards. */
  readonly cards: Readonly<Record<"withheld" | "accepted" | "active" | "hidden", number>>;
}

/** Over a card as it is. */
const choose = (by: Visitor, cardId: number, choice: string, seen: string) =>
  by.post(`/cards/${cardId}/choice`, { choice, seen });

/** "Who may do what": people, invitations, cards of the notes and one's own settings. Nobody is sent to the log-in from a page, and refused a form. */
const table: readonly Row[] = [
  { act: "see who is here", send: (by) => by.get("/people"), expected: [200, 404, 303] },
  { act: "open the page by its other name", send: (by) => by.get("/admin"), expected: [301, 404, 303] },
  { act: "make an invitation", send: (by) => by.post("/people/invitations"), expected: [201, 404, 401] },
  {
    act: "take an invitation back",
    send: (by, { invitationId }) => by.post(`/people/invitations/${invitationId}/revoke`),
    expected: [303, 404, 401],
  },
  {
    act: "give a role",
    send: (by, { personId }) => by.post(`/people/${personId}/role`, { role: "owner" }),
    expected: [303, 404, 401],
  },
  {
    act: "shut somebody out",
    send: (by, { personId }) => by.post(`/people/${personId}/disabled`, { disabled: "yes" }),
    expected: [303, 404, 401],
  },
  {
    act: "set somebody's password",
    send: (by, { personId }) => by.post(`/people/${personId}/password`, { newPassword: "battery staple" }),
    expected: [303, 404, 401],
  },
  {
    act: "accept a card",
    send: (by, { cards }) => choose(by, cards.withheld, "accept", "withheld.G-leak..1"),
    expected: [303, 404, 401],
  },
  {
    act: "take an acceptance back",
    send: (by, { cards }) => choose(by, cards.accepted, "unaccept", "active.G-leak.accepted.1"),
    expected: [303, 404, 401],
  },
  {
    act: "hide a card for everyone",
    send: (by, { cards }) => choose(by, cards.active, "hide", "active...1"),
    expected: [303, 404, 401],
  },
  {
    act: "hide the card of the quiz for everyone",
    send: (by, { cards }) => by.post("/quiz/hide", { cardId: String(cards.active), seen: "active...1" }),
    expected: [303, 404, 401],
  },
  {
    act: "show a card again",
    send: (by, { cards }) => choose(by, cards.hidden, "show", "hidden..hidden.1"),
    expected: [303, 404, 401],
  },
  { act: "see one's own settings", send: (by) => by.get("/settings"), expected: [200, 200, 303] },
  {
    act: "change one's own profile",
    send: (by) => by.post("/settings/profile", { name: "Somebody", zone: "UTC", dayStart: "04:00", scheme: "auto" }),
    expected: [303, 303, 401],
  },
  {
    act: "change one's own password",
    send: (by) => by.post("/settings/password", { currentPassword: password, newPassword: "battery staple" }),
    expected: [303, 303, 401],
  },
];

const visitors = ["an owner", "a learner", "nobody"] as const;
const cases = table.flatMap((row) => visitors.map((who, index) => [row.act, who, row.expected[index] ?? 0, row] as const));

describe("who may do what", () => {
  it.each(cases)("%s: %s is answered %d, and who may not changes nothing", async (_act, who, status, row) => {
    const site = await openTestSite();
    const passwordHash = cheapHash(password);
    const owner = await insertVisitor(site, { role: "owner", passwordHash });
    const learner = await insertVisitor(site, { passwordHash });
    const { learnerId: personId } = await insertVisitor(site);
    await insertInvitation(site.store);
    const { id: invitationId } = await site.store.prisma.invitation.findFirstOrThrow();
    const cards = await insertNoteCards(site);
    const by = { "an owner": owner, "a learner": learner, nobody: site.visitor() }[who];
    const before = await everything(site);

    const reply = await row.send(by, { personId, invitationId, cards });

    expect(reply.status).toBe(status);
    if (status >= 400) expect(await everything(site)).toEqual(before);
    if (status === 303 && who === "nobody") expect(reply.get("location")).toMatch(/^\/login\?next=/);
  });
});

async function insertNoteCards({ store }: TestSite): Promise<Ids["cards"]> {
  const { id: deckId } = await insertDeck(store);
  const { id: sourceId } = await insertSource(store, { rootDeckId: deckId });
  const insert = async (given: Partial<Parameters<typeof insertCard>[1]>) => {
    const note = await insertNote(store, { rootDeckId: deckId, sourceId, line: 1 });
    return (await insertCard(store, { deckId, noteId: note.id, ...given })).id;
  };
  return {
    withheld: await insert({ status: "withheld", gate: "G-leak" }),
    accepted: await insert({ status: "active", gate: "G-leak", ownerChoice: "accepted" }),
    active: await insert({}),
    hidden: await insert({ status: "hidden", ownerChoice: "hidden" }),
  };
}

async function everything({ store: { prisma } }: TestSite): Promise<readonly unknown[]> {
  const people = [await prisma.learner.findMany(), await prisma.session.findMany(), await prisma.invitation.findMany()];
  return [...people, await prisma.card.findMany(), await prisma.undoStep.findMany(), await prisma.deck.findMany()];
}

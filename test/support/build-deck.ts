import type { Deck, Enrolment, Preset, Prisma } from "../../server/store/generated/client.js";
import type { Store } from "../../server/store/open.js";
import { noon } from "./store.js";

let made = 0;

/** A deck of the installation, studied by nobody, visible to everyone. */
export function insertDeck(store: Store, given: Partial<Prisma.DeckUncheckedCreateInput> = {}): Promise<Deck> {
  made += 1;
  const name = given.name ?? `Deck ${made}`;
  return store.prisma.deck.create({
    data: {
      name,
      nameKey: name.toLowerCase(),
      position: made,
      visibility: "everyone",
      liveCards: 0,
      createdAt: new Date(noon),
      ...given,
    },
  });
}

/** A preset of the learner's, without settings of its own. */
export function insertPreset(
  store: Store,
  given: Partial<Prisma.PresetUncheckedCreateInput> & { learnerId: number },
): Promise<Preset> {
  made += 1;
  return store.prisma.preset.create({
    data: { name: `Preset ${made}`, version: 1, settings: {}, algorithm: "fsrs-6", parameters: [], ...given },
  });
}

/** The learner studies the deck from its first card on, with a new preset unless one is given. */
export async function insertEnrolment(
  store: Store,
  given: Partial<Prisma.EnrolmentUncheckedCreateInput> & { learnerId: number; deckId: number },
): Promise<Enrolment> {
  const presetId = given.presetId ?? (await insertPreset(store, { learnerId: given.learnerId })).id;
  return store.prisma.enrolment.create({ data: { newCursor: 0, joinedAt: new Date(noon), ...given, presetId } });
}

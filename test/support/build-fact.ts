import type { Fact, GeneratedCard } from "../../server/domain/markdown/model.js";
import { toIncomingNote } from "../../server/domain/identity/notes.js";
import type { IncomingNote, StoredCard, StoredNote } from "../../server/domain/identity/notes.js";
import type { SyncPlan } from "../../server/domain/identity/plan.js";

/** A card as the generator makes it. */
export function buildGenerated(overrides: Partial<GeneratedCard> = {}): GeneratedCard {
  return {
    facet: "forward",
    kind: "basic",
    prompt: "What is an image?",
    answer: "A read-only template for containers",
    alternatives: [],
    context: ["Docker"],
    extra: null,
    gate: null,
    ...overrides,
  };
}

/** A fact with one forward card, whose answer is the body, unless `cards` are given. */
export function buildFact(overrides: Partial<Fact> = {}): Fact {
  const fact = {
    family: "pair",
    rule: "F3",
    origin: "plain",
    explicitId: null,
    term: "Image",
    body: "A read-only template for containers",
    headingPath: ["Docker"],
    path: "docker/basics.md",
    line: 3,
    ...overrides,
  } as const;
  return { ...fact, cards: overrides.cards ?? [buildGenerated({ prompt: `What is ${fact.term}?`, answer: fact.body })] };
}

/** A fact, ready to be matched. */
export function buildIncoming(overrides: Partial<Fact> = {}): IncomingNote {
  return toIncomingNote(buildFact(overrides));
}

/** Version of the generator in these tests. */
export const generatorVersion = 1;

/** What would be stored after `plan` was applied to `stored`: the rows that the database would hold, ids counted upwards. */
export function applyPlan(stored: readonly StoredNote[], plan: SyncPlan): StoredNote[] {
  let nextNote = Math.max(0, ...stored.map((note) => note.id)) + 1;
  let nextCard = Math.max(0, ...stored.flatMap((note) => note.cards.map((card) => card.id))) + 1;
  const kept = new Map(plan.kept.map((note) => [note.stored, note]));
  const vanished = new Set(plan.vanished);
  const old = stored.map((note): StoredNote => {
    if (vanished.has(note))
      return { ...note, archived: true, cards: note.cards.map((card) => ({ ...card, status: "archived" })) };
    const change = kept.get(note);
    if (!change) return note;
    const cards = new Map(note.cards.map((card) => [card.id, card]));
    for (const act of change.cards) {
      if (act.act === "insert") {
        cards.set(nextCard, storedCard(nextCard, act.card, act.status));
        nextCard += 1;
      } else if (act.act === "update") {
        const contentVersion = act.stored.contentVersion + (act.changed ? 1 : 0);
        const { ownerChoice } = act.stored;
        cards.set(act.stored.id, { ...storedCard(act.stored.id, act.card, act.status), ownerChoice, contentVersion });
      } else if (act.act !== "keep") {
        const facet = act.act === "retire" ? act.facet : act.stored.facet;
        cards.set(act.stored.id, { ...act.stored, facet, status: "archived" });
      }
    }
    return storedNote(note.id, change.incoming, [...cards.values()]);
  });
  const fresh = plan.fresh.map(({ incoming, cards }) => {
    const rows = cards.map(({ card, status }) => storedCard(nextCard++, card, status));
    return storedNote(nextNote++, incoming, rows);
  });
  return [...old, ...fresh];
}

function storedNote(
  id: number,
  { origin: _origin, rule: _rule, ...fact }: IncomingNote,
  cards: readonly StoredCard[],
): StoredNote {
  return { ...fact, id, guid: `guid-${id}`, archived: false, generatorVersion, cards };
}

function storedCard(id: number, { extra: _extra, ...card }: GeneratedCard, status: StoredCard["status"]): StoredCard {
  return { ...card, id, deckId: 1, position: id * 1_024, status, ownerChoice: null, contentVersion: 1 };
}

import type { CardChange } from "../../domain/identity/card-changes.js";
import type { CardStatus } from "../../domain/identity/card-status.js";
import type { IncomingNote, StoredNote } from "../../domain/identity/notes.js";
import type { Place } from "../../domain/identity/placement.js";
import type { KeptNote, NewNote, SyncPlan } from "../../domain/identity/plan.js";
import { shuffleOf } from "../../domain/identity/shuffle.js";
import { generatorVersion } from "../../domain/markdown/generator-version.js";
import type { GeneratedCard } from "../../domain/markdown/model.js";
import { renderBlock, renderInline } from "../../domain/markdown/render/render.js";
import type { CardColumns, NoteColumns, RowChange } from "../../store/row-change.js";
import { insertGeneratedCard } from "../../store/write/generated-cards.js";
import { insertGeneratedNote } from "../../store/write/generated-notes.js";
import { rootDeckIdOf } from "./deck-steps.js";
import type { Steps } from "./steps.js";

export interface NoteCase {
  readonly plan: SyncPlan;
  readonly places: ReadonlyMap<GeneratedCard, Place>;
  readonly deckIds: ReadonlyMap<string, number>;
  /** Gives a guid that nothing else has. */
  readonly newGuid: () => string;
  readonly importId: number;
  readonly now: number;
}

/** The notes and their cards, as the plan says; their documents come before. */
export function noteSteps(given: NoteCase): Steps {
  const steps = [
    ...given.plan.fresh.map((note) => freshSteps(note, given)),
    ...given.plan.kept.map((note) => keptSteps(note, given)),
    ...given.plan.vanished.map((note) => vanishedSteps(note, given.now)),
  ];
  return { inserts: steps.flatMap((step) => step.inserts), changes: steps.flatMap((step) => step.changes) };
}

function freshSteps({ incoming, cards }: NewNote, given: NoteCase): Steps {
  const guid = given.newGuid();
  const { importId, now } = given;
  const note = (): ReturnType<typeof insertGeneratedNote> =>
    insertGeneratedNote(guid, noteColumns(incoming, given), { importId, now });
  const inserts = cards.map(({ card, status }) => insertOf({ guid }, { guid, card, status, facet: card.facet }, given));
  return { inserts: [note, ...inserts], changes: [] };
}

function keptSteps({ stored, incoming, rewrite, cards }: KeptNote, given: NoteCase): Steps {
  const inserts: Steps["inserts"][number][] = [];
  const changes: Steps["changes"][number][] = [];
  if (rewrite) changes.push(() => ({ kind: "writeNote", id: stored.id, note: noteColumns(incoming, given), at: given.now }));
  for (const change of cards) {
    if (change.act !== "insert") {
      changes.push(...changeOf(change, given));
      continue;
    }
    // A facet is free only once the card that had it is retired, which is among the changes.
    const { facet } = change.card;
    const isTaken = stored.cards.some((card) => card.facet === facet);
    const facetAtFirst = isTaken ? `${facet}~new` : facet;
    inserts.push(
      insertOf({ id: stored.id }, { guid: stored.guid, card: change.card, status: change.status, facet: facetAtFirst }, given),
    );
    if (isTaken) changes.push(() => ({ kind: "nameFacet", id: stored.id, before: facetAtFirst, after: facet }));
  }
  return { inserts, changes };
}

function vanishedSteps({ id, cards }: StoredNote, now: number): Steps {
  const living = cards.filter((card) => card.status !== "archived");
  const archiveCards = living.map((card) => (): RowChange => ({ kind: "archiveCard", id: card.id, facet: card.facet }));
  return { inserts: [], changes: [() => ({ kind: "archiveNote", id, at: now }), ...archiveCards] };
}

interface NewCard {
  readonly guid: string;
  readonly card: GeneratedCard;
  readonly status: CardStatus;
  readonly facet: string;
}

function insertOf(
  note: { readonly id: number } | { readonly guid: string },
  { guid, card, status, facet }: NewCard,
  given: NoteCase,
): Steps["inserts"][number] {
  const { importId, now } = given;
  const shuffle = shuffleOf(guid, card.facet);
  return () => insertGeneratedCard({ note, card: { ...cardColumns(card, given), facet }, status, shuffle, importId, now });
}

function changeOf(change: Exclude<CardChange, { act: "insert" }>, given: NoteCase): (() => RowChange)[] {
  const { stored } = change;
  switch (change.act) {
    case "update":
      return [() => ({ kind: "writeCard", id: stored.id, card: cardColumns(change.card, given), changed: change.changed })];
    case "keep": {
      const place = placeOf(change.card, given);
      if (place.deckId === stored.deckId && place.position === stored.position) return [];
      return [() => ({ kind: "placeCard", id: stored.id, ...place })];
    }
    case "archive":
      return [() => ({ kind: "archiveCard", id: stored.id, facet: stored.facet })];
    case "retire":
      return [() => ({ kind: "archiveCard", id: stored.id, facet: change.facet })];
  }
}

function placeOf(card: GeneratedCard, { places }: NoteCase): Place {
  const place = places.get(card);
  if (!place) throw new Error(`The card "${card.prompt}" has no place.`);
  return place;
}

function cardColumns(card: GeneratedCard, given: NoteCase): CardColumns {
  const { facet, gate, kind, prompt, answer, alternatives, context, extra } = card;
  return {
    ...{ facet, gate, kind, prompt, answer, alternatives, context },
    ...placeOf(card, given),
    promptHtml: render(prompt),
    answerHtml: render(answer),
    extraHtml: extra === null ? null : renderBlock(extra),
  };
}

/** A single line stays one, also where it begins like a list ("80. …"). */
function render(markdown: string): string {
  return markdown.includes("\n") ? renderBlock(markdown) : renderInline(markdown);
}

function noteColumns(note: IncomingNote, { deckIds }: NoteCase): NoteColumns {
  const { path, line, family, rule, explicitId, contentHash, positionKey, headingPath, term, body, extra } = note;
  const rootDeckId = rootDeckIdOf(path, deckIds);
  return {
    rootDeckId,
    path,
    line,
    family,
    rule,
    explicitId,
    contentHash,
    positionKey,
    headingPath,
    term,
    body,
    extra,
    generatorVersion,
  };
}

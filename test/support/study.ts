/** A learner at work on real decks, through the operations that the web uses. */
import { randomBytes } from "node:crypto";
import type { AnswerInput } from "../../server/domain/answer-input.js";
import type { Rating } from "../../server/domain/card-schedule.js";
import type { PresetSettings } from "../../server/domain/preset.js";
import { answerCard, type AnswerResult } from "../../server/operations/answer-card.js";
import type { Act } from "../../server/operations/act.js";
import { undoAct } from "../../server/operations/undo-act.js";
import { selectOptionalCardState, type CardStateRow } from "../../server/store/read/card-states.js";
import { readNext, type Next, type NextCard } from "../../server/store/read/next-card.js";
import { selectOptionalNewestUndo } from "../../server/store/read/undo-steps.js";
import { insertCard } from "./build-card.js";
import { insertDeck, insertEnrolment, insertPreset } from "./build-deck.js";
import { insertLearner } from "./build-learner.js";
import { insertNote } from "./build-note.js";
import type { TestStore } from "./store.js";

export const minuteMs = 60_000;
export const dayMs = 86_400_000;

/** A learner with a preset, enrolled in decks. */
export interface Study {
  readonly store: TestStore;
  readonly learnerId: number;
  readonly presetId: number;
  /** The first deck. */
  readonly deckId: number;
  /** Its cards, each of a note of its own, in the deck's order. */
  readonly cardIds: readonly number[];
}

/** A new learner in UTC who studies a new deck of `cards` cards; intervals without fuzz unless the settings say otherwise. */
export async function startStudy(
  store: TestStore,
  { cards = 3, settings = {} }: { cards?: number; settings?: Partial<PresetSettings> } = {},
): Promise<Study> {
  const deck = await insertDeck(store);
  const cardIds: number[] = [];
  for (let made = 0; made < cards; made++) cardIds.push((await insertCard(store, { deckId: deck.id })).id);
  return { ...(await joinStudy(store, deck.id, settings)), cardIds };
}

/** Another learner of a deck. */
export async function joinStudy(store: TestStore, deckId: number, settings: Partial<PresetSettings> = {}): Promise<Study> {
  const { id: learnerId } = await insertLearner(store);
  const { id: presetId } = await insertPreset(store, { learnerId, settings: { fuzz: false, ...settings } });
  await insertEnrolment(store, { learnerId, deckId, presetId });
  return { store, learnerId, presetId, deckId, cardIds: [] };
}

/** Another deck with `cards` cards, under the same preset. */
export async function addDeck(study: Study, { cards = 2, parentId = null }: { cards?: number; parentId?: number | null } = {}) {
  const deck = await insertDeck(study.store, parentId === null ? {} : { parentId, rootId: parentId });
  const cardIds: number[] = [];
  for (let made = 0; made < cards; made++) cardIds.push((await insertCard(study.store, { deckId: deck.id })).id);
  await insertEnrolment(study.store, { learnerId: study.learnerId, deckId: deck.id, presetId: study.presetId });
  return { deckId: deck.id, cardIds };
}

/** Cards of one note. */
export async function addSiblings({ store, deckId }: Study, facets: readonly string[]): Promise<readonly number[]> {
  const { id: noteId } = await insertNote(store, { rootDeckId: deckId });
  const cardIds: number[] = [];
  for (const facet of facets) cardIds.push((await insertCard(store, { deckId, noteId, facet })).id);
  return cardIds;
}

/** The learner acts now. */
export function actOf({ store, learnerId }: Study): Act {
  return { store, learnerId, now: store.clock.now() };
}

/** What they are shown now. */
export function next({ store, learnerId }: Study, options: { deckId?: number; cardId?: number } = {}): Next {
  return readNext(store, learnerId, { now: store.clock.now(), deckId: options.deckId ?? null, cardId: options.cardId ?? null });
}

/** The card that they are shown now; fails if there is none. */
export function nextCard(study: Study, options: { deckId?: number; cardId?: number } = {}): NextCard {
  const shown = next(study, options);
  if (shown.kind !== "card") throw new Error(`A card was expected, not ${shown.kind}.`);
  return shown;
}

/** The row of a card; its version is 0 where they have none. */
export function stateOf({ store, learnerId }: Study, cardId: number): CardStateRow | null {
  return selectOptionalCardState(store, learnerId, cardId);
}

/** An answer to a card as it is now. */
export function answerTo(study: Study, cardId: number, rating: Rating, changed: Partial<AnswerInput> = {}): AnswerInput {
  const version = stateOf(study, cardId)?.version ?? 0;
  return { answerId: randomBytes(16).toString("hex"), cardId, version, rating, durationMs: 5_000, ...changed };
}

/** They answer a card. */
export function answerNow(
  study: Study,
  cardId: number,
  rating: Rating,
  changed: Partial<AnswerInput> = {},
): Promise<AnswerResult> {
  return answerCard(actOf(study), answerTo(study, cardId, rating, changed));
}

/** They take back what they did last. */
export function undoNow(study: Study) {
  return undoAct(actOf(study), { stepId: selectOptionalNewestUndo(study.store, study.learnerId)?.stepId ?? 0 });
}

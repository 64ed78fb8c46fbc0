import type { HeldCards, Link, NoteCard, NoteIndexRow, NotePassage, NotePiece, NoteStrength } from "../../views/models.js";
import { seenOf } from "../domain/identity/card-status.js";
import { reasonOf } from "../domain/markdown/gates/reasons.js";
import type { Scheduler } from "../domain/schedule.js";
import type { ListedCard } from "../store/read/deck-contents.js";
import { recallOf, stateWords, weakestOf, type Moment } from "./card-words.js";
import { counted, percent } from "./words.js";

/** What the cards of a note are shown by. */
export interface NoteCardsView {
  readonly scheduler: Scheduler;
  readonly moment: Moment;
  /** BCP 47 tag. */
  readonly language: string;
  /** Whether the reader decides over them. */
  readonly decides: boolean;
  /** The card that they just decided over. */
  readonly chosenId: number | null;
  /** The session that they came from. */
  readonly quiz: string | null;
}

/** A card as its entry on the page of its note shows it. */
function noteCard(card: ListedCard, view: NoteCardsView): NoteCard {
  const { strength, words } = recallOf(view.scheduler, card.state, view.moment.today);
  const isActive = card.status === "active";
  return {
    cardId: card.id,
    anchor: `card-${card.id}`,
    language: view.language,
    promptHtml: card.promptHtml,
    answerHtml: card.answerHtml,
    isOpen: !isActive,
    strength: isActive ? strength : "held",
    state: isActive ? [stateWords(card, view.moment), words].filter(Boolean).join(" · ") : "",
    remark: remarkOf(card, view),
    passage: isActive ? null : { ...passageLink(card), label: `Passage, line ${lineOf(card)}` },
    choice: view.decides
      ? { seen: seenOf(card), quiz: view.quiz, acts: actsOn(card), said: card.id === view.chosenId ? saidOf(card) : null }
      : null,
  };
}

/** A row of the list of all cards that are asked. */
export function indexRow(card: ListedCard, { scheduler, moment }: NoteCardsView): NoteIndexRow {
  const { strength, words } = recallOf(scheduler, card.state, moment.today);
  const questionHtml = withoutLinks(card.promptHtml);
  return {
    url: `#card-${card.id}`,
    passage: passageLink(card),
    questionHtml,
    state: stateWords(card, moment),
    strength,
    recall: words,
  };
}

/** What a passage shows: its cards that are asked, opened by one mark, and where the others are. */
export function passageOf(cards: readonly ListedCard[], view: NoteCardsView): NotePassage {
  const active = cards.filter(({ status }) => status === "active");
  const held = cards.filter(({ status }) => status !== "active");
  return {
    ...markOf(cards, view),
    cards: active.map((card) => noteCard(card, view)),
    held: held.map((card) => ({
      what: card.status === "hidden" ? "Hidden" : "Suggested",
      questionHtml: withoutLinks(card.promptHtml),
      url: `#card-${card.id}`,
    })),
    isOpen: active.some(({ id }) => id === view.chosenId),
  };
}

/** The mark of a row of a table, whose cards come below the table. */
export function rowOf(cards: readonly ListedCard[], view: NoteCardsView): NotePiece["row"] {
  const first = cards.find(({ status }) => status === "active") ?? cards[0];
  return first === undefined ? null : { ...markOf(cards, view), url: `#card-${first.id}` };
}

/** As strong as the weakest of the cards that are asked. */
function markOf(cards: readonly ListedCard[], { scheduler, moment }: NoteCardsView): { strength: NoteStrength; label: string } {
  const active = cards.filter(({ status }) => status === "active");
  const others = cards.length - active.length;
  if (active.length === 0) return { strength: "held", label: `${counted(others, "card")} from this passage, not asked` };
  const { strength, chance } = weakestOf(active.map(({ state }) => recallOf(scheduler, state, moment.today)));
  return {
    strength,
    label: `${counted(active.length, "card")} from this passage, ${knownWords(strength, chance, active.length)}`,
  };
}

function knownWords(strength: NoteStrength, chance: number, cards: number): string {
  if (strength === "unseen") return cards === 1 ? "never answered" : "not all answered yet";
  return `${cards === 1 ? "" : "the weakest with "}recall now about ${percent(chance)}`;
}

/** The cards that a gate holds back, by its reason; null when there are none. */
export function suggestedCards(cards: readonly ListedCard[], view: NoteCardsView): HeldCards | null {
  const gates = [...new Set(cards.map(({ gate }) => gate ?? ""))];
  const groups = gates.map((gate) => ({
    reason: reasonOf(gate),
    cards: cards.filter((card) => card.gate === gate).map((card) => noteCard(card, view)),
  }));
  const rarestFirst = groups.sort((a, b) => a.cards.length - b.cards.length);
  return cards.length === 0 ? null : { size: counted(cards.length, "suggested card"), groups: rarestFirst };
}

/** The cards that an owner has hidden; null when there are none. */
export function hiddenCards(cards: readonly ListedCard[], view: NoteCardsView): HeldCards | null {
  if (cards.length === 0) return null;
  const groups = [{ reason: "", cards: cards.map((card) => noteCard(card, view)) }];
  return { size: counted(cards.length, "hidden card"), groups };
}

function passageLink(card: ListedCard): Link {
  return { label: `line ${lineOf(card)}`, url: `#l${lineOf(card)}` };
}

/** Line of the passage in the note's file, from 1. */
export function lineOf(card: ListedCard): number {
  return card.source?.line ?? 1;
}

function actsOn({ status, ownerChoice, gate }: ListedCard): readonly { value: string; label: string }[] {
  const hide = { value: "hide", label: "Hide for everyone" };
  switch (status) {
    case "withheld":
      return [{ value: "accept", label: "Accept" }];
    case "hidden":
      return [{ value: "show", label: "Show again" }];
    case "active":
      return ownerChoice === "accepted" && gate !== null ? [hide, { value: "unaccept", label: "Back to suggested" }] : [hide];
    case "archived":
      return [];
  }
}

function remarkOf({ status, ownerChoice, gate }: ListedCard, { decides }: NoteCardsView): string {
  if (!decides || gate === null) return "";
  if (status === "hidden") return `Shown again, it would be accepted. What holds it back: ${reasonOf(gate)}`;
  return status === "active" && ownerChoice === "accepted" ? `Accepted by an owner. What held it back: ${reasonOf(gate)}` : "";
}

function saidOf({ status }: ListedCard): string {
  if (status === "active") return "Everybody who studies this deck is asked it.";
  return status === "hidden"
    ? "Nobody is asked it any more. What everybody learnt of it is kept."
    : "Nobody is asked it, unless it is accepted again. What everybody learnt of it is kept.";
}

/** For where the whole is a link. */
function withoutLinks(html: string): string {
  return html.replace(/<\/?a(?:\s[^<>]*)?>/g, "");
}

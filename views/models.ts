/**
 * What every page is given: finished values, ready to print ("in 10 min", "24 cards, about 6 min").
 * Views look nothing up and compute nothing. Names that end in `Html` hold sanitized HTML, `…Url` an address on this site;
 * everything else is plain text. The quiz's models are in quiz/models.ts, those of forms in forms/models.ts.
 */

/** A place to go. */
export interface Link {
  readonly label: string;
  readonly url: string;
}

/** What the layout needs beside the page: who is logged in, where they are, and what just happened. */
export interface Shell {
  /** Null on pages for people who are not logged in; then no navigation is shown. */
  readonly learnerName: string | null;
  /** "Decks", "Settings", and for owners "People". */
  readonly navigation: readonly NavigationLink[];
  /** One sentence about what the last request did ("Password changed."); null when there is nothing to say. */
  readonly flash: string | null;
  /** "light" or "dark" as the learner chose; null follows the system. */
  readonly scheme: "light" | "dark" | null;
}

export interface NavigationLink extends Link {
  /** This page, or the section that it belongs to. */
  readonly isCurrent: boolean;
}

/** Every page has one: it says where one is, most specific first ("Docker · Decks"); the layout adds " · Deckhand". */
export interface Page {
  readonly title: string;
}

// ---------------------------------------------------------------- Today: view "today/page"

export interface TodayPage extends Page {
  /** "Friday 20 November". */
  readonly date: string;
  readonly today: TodayDue | TodayClear | TodayEmpty;
  /** Decks with something for today first. */
  readonly decks: readonly TodayDeck[];
  /** Null until there is something to forecast. */
  readonly week: Week | null;
  /** After so many seconds the page speaks of yesterday. */
  readonly dayEndsInSeconds: number;
  /** "Kept 17 days in a row."; null before the second day. */
  readonly streak: string | null;
  /** Shown until the first answer: what will happen, in two sentences. */
  readonly isFirstDay: boolean;
}

interface TodayDue {
  readonly view: "today/due";
  /** "24 cards, about 6 minutes". */
  readonly headline: string;
  /** "Start", or "Go on" when some of today's cards are answered. */
  readonly start: Link;
  readonly counts: DueCounts;
  /** A backlog, with what it takes to clear it; null when there is none. */
  readonly backlog: string | null;
}

interface TodayClear {
  readonly view: "today/clear";
  /** "Nothing due." */
  readonly headline: string;
  /** "Next card at 14:05." or "12 cards come back tomorrow." */
  readonly text: string;
}

/** No deck at all, or none that the learner studies. */
interface TodayEmpty {
  readonly view: "today/empty";
  readonly headline: string;
  readonly text: string;
  readonly action: Link | null;
}

/** Each a number as printed: "1,204". */
export interface DueCounts {
  readonly new: string;
  readonly learning: string;
  readonly due: string;
}

export interface TodayDeck {
  readonly name: string;
  /** 1 for a part of the deck above it. */
  readonly depth: 0 | 1;
  readonly url: string;
  /** `/quiz?deck=…`; null when nothing of this deck is for today. */
  readonly startUrl: string | null;
  /** All of today's cards of this deck, "12". */
  readonly total: string;
  /** "3 new · 2 learning · 7 due", or "nothing today". */
  readonly detail: string;
  /** 0 to 100: `total` relative to the largest deck's. */
  readonly share: number;
}

export interface Week {
  /** "31 cards in the next 7 days, most on Sunday." */
  readonly sentence: string;
  readonly days: readonly {
    /** "Sat". */
    readonly short: string;
    /** "Saturday 21 November". */
    readonly name: string;
    readonly count: string;
    /** 0 to 100, relative to the fullest day. */
    readonly share: number;
  }[];
}

// ---------------------------------------------------------------- Decks: views "decks/page" and "deck/page"

export interface DecksPage extends Page {
  readonly decks: readonly DeckRow[];
}

export interface DeckRow {
  readonly name: string;
  readonly url: string;
  /** "97 cards in 8 notes", sub-decks included. */
  readonly size: string;
  /** "12 today", "nothing today", or "not joined". */
  readonly today: string;
  /** How deep it sits below its parent, 0 to 4. */
  readonly depth: number;
  /** Something of it is for today. */
  readonly isDue: boolean;
}

export interface DeckPage extends Page {
  readonly deckId: number;
  readonly name: string;
  /** Parents, outermost first. */
  readonly parents: readonly Link[];
  readonly size: string;
  readonly isJoined: boolean;
  /** `/quiz?deck=…` and its words ("12 cards, about 3 min"); null when nothing is for today or the deck is not joined. */
  readonly start: Link | null;
  /** What to expect when `start` is null: "Nothing today. 4 cards come back tomorrow." */
  readonly rest: string;
  readonly counts: DueCounts;
  /** Where its study settings are; null while it is not joined. */
  readonly studySettingsUrl: string | null;
  readonly children: readonly DeckRow[];
  readonly notes: readonly NoteRow[];
  /** One page of them, in the deck's order. */
  readonly cards: readonly CardRow[];
  readonly pager: Pager | null;
}

interface NoteRow extends Link {
  /** "14 cards". */
  readonly size: string;
}

export interface CardRow {
  readonly cardId: number;
  readonly promptHtml: string;
  /** The headings above it, " › " between them; "" when there are none. */
  readonly context: string;
  /** "New", "Learning", "in 12 days", "due", "Suspended", "Withheld: it gives its answer away". */
  readonly state: string;
  /** Its passage in the note; null for a card without a note. */
  readonly passageUrl: string | null;
  /** Sent by the button that ends a suspension: POST /cards/:cardId/resume {version}; null when it is not suspended. */
  readonly resumeVersion: number | null;
}

export interface Pager {
  /** "Cards 1 to 100 of 1,204". */
  readonly text: string;
  readonly previousUrl: string | null;
  readonly nextUrl: string | null;
}

// ---------------------------------------------------------------- A note: view "note/page"

export interface NotePage extends Page {
  readonly heading: string;
  readonly deck: Link;
  /** BCP 47 tag of the text. */
  readonly language: string;
  /** The whole note without its first heading; a block that makes cards carries `id="l<line>"`. */
  readonly body: readonly NotePiece[];
  /** "14 cards from this note". */
  readonly size: string;
  /** The cards in the order of their passages. */
  readonly index: readonly NoteIndexRow[];
  /** For an owner: what the generator holds back, and what was hidden; null when there is nothing, and for others. */
  readonly suggested: HeldCards | null;
  readonly hidden: HeldCards | null;
  /** Why a choice was not made; null when none was refused. */
  readonly refused: string | null;
  /** Problems found when the note was read, for its owner; empty for others. */
  readonly problems: readonly string[];
  /** Back to where the reader came from ("Back to the quiz"); null when they came by themselves. */
  readonly back: Link | null;
  readonly previous: Link | null;
  readonly next: Link | null;
}

/** A stretch of the note, and what comes after it; the HTML of the pieces is balanced only together. */
export interface NotePiece {
  readonly html: string;
  /** The cards of the passage that ends here. */
  readonly passage: NotePassage | null;
  /** The mark of a table's row, whose cards come below the table. */
  readonly row: NoteMark | null;
}

/** How well the learner knows something now; "held" for what only an owner sees. */
export type NoteStrength = "unseen" | "weak" | "fair" | "strong" | "held";

interface NoteMark {
  /** Of the weakest of its cards. */
  readonly strength: NoteStrength;
  /** "2 cards from this passage. Recall now about 71 %". */
  readonly label: string;
  /** The first of its cards. */
  readonly url: string;
}

export interface NotePassage extends Omit<NoteMark, "url"> {
  readonly cards: readonly NoteCard[];
  /** For an owner: its suggested and hidden cards, "Suggested", and where each is on the page. */
  readonly held: readonly { readonly what: string; readonly questionHtml: string; readonly url: string }[];
  /** Shown opened: one of its cards was just decided over. */
  readonly isOpen: boolean;
}

export interface NoteIndexRow {
  /** `#card-<cardId>`: its entry, at its passage. */
  readonly url: string;
  /** "line 9", where the passage begins. */
  readonly passage: Link;
  /** Without links of its own. */
  readonly questionHtml: string;
  readonly state: string;
  readonly strength: NoteStrength;
  /** "Recall now about 93 %"; "" for a card that was never answered. */
  readonly recall: string;
}

export interface HeldCards {
  /** "3 suggested cards". */
  readonly size: string;
  /** Each reason once, the rarest first; "" where there is none to give. */
  readonly groups: readonly { readonly reason: string; readonly cards: readonly NoteCard[] }[];
}

export interface NoteCard {
  readonly cardId: number;
  /** Id of the card's entry on the page, `card-<cardId>`: at its passage, or among the suggested or hidden ones. */
  readonly anchor: string;
  /** BCP 47 tag of question and answer. */
  readonly language: string;
  readonly promptHtml: string;
  readonly answerHtml: string;
  /** The answer is shown at once. */
  readonly isOpen: boolean;
  /** How well the learner knows it now. */
  readonly strength: NoteStrength;
  /** "in 12 days · Recall now about 93 %"; "" for a card that is not asked. */
  readonly state: string;
  /** "Accepted, although it was held back: …"; "" where there is nothing to say. */
  readonly remark: string;
  /** Its passage on the page, "Passage, line 9"; null for a card that stands at its passage. */
  readonly passage: Link | null;
  /** What an owner can decide; null for others. */
  readonly choice: CardChoice | null;
}

/** POST /cards/:cardId/choice: seen, choice (accept, unaccept, hide, show), quiz (where the page has it). */
interface CardChoice {
  readonly seen: string;
  /** Sent back, so that the page still leads back to the quiz; null when it does not. */
  readonly quiz: string | null;
  readonly acts: readonly { readonly value: string; readonly label: string }[];
  /** What was just decided: "Everybody who studies this deck is asked it."; null when nothing was. */
  readonly said: string | null;
}

// ---------------------------------------------------------------- Errors: page "error/page", fragment "error/error"

/** The fragment takes the quiz's place (`#quiz`), the only target that is swapped. */
export interface ErrorPage extends Page {
  /** Where to go from here. */
  readonly way: Link;
  readonly status: number;
  /** What happened, and what to do. */
  readonly message: string;
  /** Names the entry in the log; null for a refusal. */
  readonly id: string | null;
}

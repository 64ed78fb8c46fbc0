/**
 * The quiz. The page "quiz/page" holds one fragment, whose root is `#quiz`; a POST by htmx is answered with that fragment
 * alone: `render(quiz.view, quiz)`. Without JavaScript it is answered with 303 to `/quiz` (with `deck`, where it was sent).
 *
 * What is sent (every form also sends `deck`, when `deckId` is not null):
 *   GET  /quiz          card, version, show=answer   the full page with the answer shown; no card chosen anew
 *   POST /quiz/answers  answerId, cardId, version, contentVersion, rating (1 to 4), durationMs (0: not measured; time in sight, question and answer)
 *   POST /quiz/undo     stepId
 *   POST /quiz/bury     cardId, version
 *   POST /quiz/suspend  cardId, version
 *   POST /quiz/hide     cardId, seen (owners)
 *   POST /quiz/changed  cardId, version, choice ("keep" or "again")
 *
 * The reply to htmx keeps `id="quiz"` whatever its status is. A reply without it (a proxy's page, a log-in form) is not shown:
 * the browser keeps the question and offers to send the answer again, under the same answerId.
 */
import type { Link, Page } from "../models.js";

export interface QuizPage extends Page {
  readonly quiz: QuizFragment;
}

export type QuizFragment = QuizCard | QuizChanged | QuizWait | QuizDone;

interface Fragment {
  /** Becomes the document's title after a swap: "7/24 · Docker · Deckhand". */
  readonly documentTitle: string;
  /** Read out after a swap, for those who cannot see it: "Good: back in 3 days. Card 8 of 24." "" says nothing. */
  readonly announcement: string;
  /** Shown in one line, for everybody, when something unexpected happened: "This card changed since it was shown." */
  readonly notice: string | null;
  /** The deck to which the session is limited. */
  readonly deckId: number | null;
  /** The card that was just forgotten, so that its passage can be read now. */
  readonly forgotten: Link | null;
  readonly head: QuizHead;
}

/** Says what is due now, and so is loaded again when the day is over. */
interface Ageing {
  readonly dayEndsInSeconds: number;
}

/** The thin line on top. */
export interface QuizHead {
  /** The card's deck, or the deck of the session; null when there is neither. */
  readonly deck: Link | null;
  readonly progress: {
    /** Answers given and answers of the session, for the bar: it moves with each. */
    readonly done: number;
    readonly total: number;
    /** Cards done and cards of the session: "7 / 24"; "" when there is no card at all. */
    readonly count: string;
    /** "5 min"; what is left. "" when it is not known. */
    readonly remaining: string;
    /** "6 of 24 cards done, about 5 minutes left". */
    readonly label: string;
  };
  /** The act that undo takes back, and its name: "Forgot, on “Which instructions add a layer?”"; null when there is none. */
  readonly undo: { readonly stepId: number; readonly label: string } | null;
}

export interface QuizCard extends Fragment {
  readonly view: "quiz/card";
  readonly cardId: number;
  readonly version: number;
  /** Of the text that is shown. */
  readonly contentVersion: number;
  /** Made when the card is rendered: 32 hexadecimal digits. */
  readonly answerId: string;
  /** BCP 47 tag of question and answer. */
  readonly language: string;
  /** Headings above the passage, outermost first; may be empty. */
  readonly context: readonly string[];
  readonly questionHtml: string;
  /** Set a size smaller, so that a phone shows it whole. */
  readonly isLong: boolean;
  readonly answerHtml: string;
  /** The rest of the passage; null when nothing is left. */
  readonly extraHtml: string | null;
  /** False: the answer is there but hidden, and shown without a request; true for `show=answer`. */
  readonly isRevealed: boolean;
  /** "New", "Learning", "Review", "Relearning", in the interface's words; "" to say nothing. */
  readonly stage: string;
  /** The passage of this card; null for a card without a note. */
  readonly passage: Link | null;
  /** Sent as `seen` by the button that hides the card for everyone; null for who may not. */
  readonly hideSeen: string | null;
  /** Forgot, Hard, Good, Easy, in this order. */
  readonly ratings: readonly [RatingButton, RatingButton, RatingButton, RatingButton];
}

export interface RatingButton {
  /** Sent as `rating`, and the key that presses it. */
  readonly value: 1 | 2 | 3 | 4;
  readonly name: "Forgot" | "Hard" | "Good" | "Easy";
  /** Colours it. */
  readonly tone: "forgot" | "hard" | "good" | "easy";
  /** "in 10 min". */
  readonly interval: string;
  /** Gets the focus after the answer is shown; true for Good alone. */
  readonly isDefault: boolean;
}

/** The card's content changed since the learner last answered it. */
export interface QuizChanged extends Fragment {
  readonly view: "quiz/changed";
  readonly cardId: number;
  readonly version: number;
  readonly language: string;
  readonly context: readonly string[];
  readonly questionHtml: string;
  /** Set a size smaller, so that a phone shows it whole. */
  readonly isLong: boolean;
  readonly answerHtml: string;
  /** "You have known it for 3 months; it would come back in 24 days." */
  readonly known: string;
}

/** Nothing now, but more comes soon (a learning step beyond the learn-ahead limit). */
export interface QuizWait extends Fragment, Ageing {
  readonly view: "quiz/wait";
  /** "Next card at 14:05." */
  readonly headline: string;
  readonly text: string;
  /** Seconds until that card is due; the page then asks for it by itself. At least 1. */
  readonly waitSeconds: number;
  /** `/quiz`, with the deck. */
  readonly quizUrl: string;
}

/** The end: what was done today. */
export interface QuizDone extends Fragment, Ageing {
  readonly view: "quiz/done";
  /** "Done for today." */
  readonly headline: string;
  /** "12 cards come back tomorrow." */
  readonly text: string;
  /** "Answered" "24 cards"; "Recalled" "22 of 24 (92 %)"; "Time" "6 min". Empty when nothing was answered today. */
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  /** The cards forgotten today, with their passages: worth another look. At most ten. */
  readonly again: readonly Link[];
  /** Where to go now; the first is the main one. */
  readonly next: readonly [Link, ...Link[]];
}

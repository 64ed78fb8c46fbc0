import type { Link } from "../../views/models.js";
import type { QuizCard, QuizChanged, QuizDone, QuizFragment, QuizHead, QuizWait, RatingButton } from "../../views/quiz/models.js";
import type { CardContent } from "../store/read/card-content.js";
import type { Next, NextCard, NextDone, NextWait } from "../store/read/next-card.js";
import { deckAddress, passageAddress, quizAddress } from "./addresses.js";
import { secondsLeft } from "./day-end.js";
import { deckTitle } from "./deck-words.js";
import { withLinksFromNote } from "./relative-links.js";
import {
  backWords,
  clockTime,
  counted,
  duration,
  inTime,
  number,
  percent,
  plainText,
  shortDuration,
  shortened,
  span,
} from "./words.js";

/** What a fragment says besides what comes next. */
export interface Occasion {
  /** The deck to which the session is limited. */
  readonly deckId: number | null;
  /** 32 hexadecimal digits, made anew for each card that is shown. */
  readonly answerId: string;
  readonly isRevealed: boolean;
  /** "Good: back in 3 days.", read out; "" says nothing. */
  readonly said: string;
  /** Something unexpected, shown in a line; null says nothing. */
  readonly notice: string | null;
  /** The card that was just forgotten. */
  readonly forgotten: CardContent | null;
  /** Owners may hide a card for everyone. */
  readonly isOwner: boolean;
}

/** The swap target `#quiz`, from what comes next and what just happened. */
export function quizFragment(next: Next, occasion: Occasion): QuizFragment {
  switch (next.kind) {
    case "card":
      return next.changed === null ? cardView(next, occasion) : changedView(next, occasion);
    case "wait":
      return waitView(next, occasion);
    case "done":
      return doneView(next, occasion);
  }
}

function cardView(next: NextCard, occasion: Occasion): QuizCard {
  const { content } = next;
  const head = headOf(next, content);
  return {
    view: "quiz/card",
    cardId: content.cardId,
    version: next.version,
    contentVersion: content.contentVersion,
    answerId: occasion.answerId,
    extraHtml: content.extraHtml && withLinksFromNote(content.extraHtml, content.passage),
    isRevealed: occasion.isRevealed,
    stage: ["New", "Learning", "Review", "Learning again"][next.state] ?? "",
    passage: passageLink(content, occasion.deckId),
    hideSeen: occasion.isOwner ? content.seen : null,
    ratings: ratingButtons(next),
    // Spread last: an object that grows after a spread becomes a hash table, forty times as slow to make.
    ...contentView(content),
    ...common(head, `${head.progress.count.replaceAll(" ", "")} · ${deckTitle(content.deckName)}`, occasion),
  };
}

function changedView(next: NextCard, occasion: Occasion): QuizChanged {
  const { content, changed, day } = next;
  const head = headOf(next, content);
  const knownDays = Math.floor((day.at - (changed?.firstAnswerAt ?? day.at)) / 86_400_000);
  const known = knownDays < 1 ? "You began it today" : `You have known it for ${span(knownDays)}`;
  const days = changed?.scheduledDays ?? 0;
  return {
    ...common(head, `Changed · ${deckTitle(content.deckName)}`, occasion),
    view: "quiz/changed",
    cardId: content.cardId,
    version: next.version,
    ...contentView(content),
    known: days < 1 ? `${known}, and you are learning it now.` : `${known}; its interval is ${span(days)}.`,
  };
}

function waitView(next: NextWait, occasion: Occasion): QuizWait {
  const waitMs = Math.max(1_000, next.until - next.day.at);
  return {
    ...common(headOf(next, null), "Waiting", occasion),
    view: "quiz/wait",
    dayEndsInSeconds: secondsLeft(next.day),
    headline: `Next card at ${clockTime(next.until, next.day.zone)}.`,
    text: `That is ${inTime({ ms: waitMs })}. It comes by itself if you leave this page open.`,
    waitSeconds: Math.ceil(waitMs / 1_000),
    quizUrl: quizAddress(occasion.deckId),
  };
}

function doneView(next: NextDone, occasion: Occasion): QuizDone {
  const { summary } = next;
  const facts = [
    { name: "Answered", value: counted(summary.answered, "answer") },
    {
      name: "Recalled",
      value: `${number(summary.recalled)} of ${number(summary.answered)} (${percent(summary.recalled / summary.answered)})`,
    },
    { name: "Time", value: duration(summary.durationMs) },
  ];
  const { dueTomorrow } = summary;
  return {
    ...common(headOf(next, null), "Done", occasion),
    view: "quiz/done",
    dayEndsInSeconds: secondsLeft(next.day),
    headline: summary.answered > 0 ? "Done for today." : "Nothing due.",
    text:
      dueTomorrow === 0
        ? "No reviews come back tomorrow."
        : `${counted(dueTomorrow, "card")} ${dueTomorrow === 1 ? "comes" : "come"} back tomorrow.`,
    facts: summary.answered > 0 ? facts : [],
    again: summary.forgotten.flatMap((card) => passageLink(card, null, questionLabel(card)) ?? []),
    next: [
      { label: "Today", url: "/" },
      { label: "Decks", url: "/decks" },
    ],
  };
}

function common(head: QuizHead, title: string, { deckId, said, notice, forgotten }: Occasion) {
  return {
    forgotten: forgotten && passageLink(forgotten, deckId, questionLabel(forgotten)),
    documentTitle: `${title} · Deckhand`,
    announcement: [notice ?? "", said].filter(Boolean).join(" "),
    notice,
    deckId,
    head,
  };
}

/** A question of more characters fills half of a phone. */
const longQuestion = 120;

function contentView({ context, promptHtml, prompt, answerHtml, answer, language, passage }: CardContent) {
  return {
    context,
    language,
    questionHtml: withLinksFromNote(promptHtml ?? escaped(prompt), passage),
    isLong: prompt.length > longQuestion,
    answerHtml: withLinksFromNote(answerHtml ?? escaped(answer), passage),
  };
}

function headOf({ progress, undo }: Next, content: CardContent | null): QuizHead {
  // A card that is being learnt has been begun, but it is not done.
  const learning = progress.learning + progress.waiting;
  const left = progress.new + learning + progress.due;
  const total = progress.begun + progress.new + progress.due + Math.max(0, learning - progress.begun);
  const isOver = left === 0;
  return {
    deck: content && { label: deckTitle(content.deckName), url: deckAddress(content.deckId) },
    progress: {
      done: progress.answered,
      total: Math.max(1, progress.answered + progress.answersLeft),
      count: total === 0 ? "" : `${number(total - left)} / ${number(total)}`,
      remaining: isOver ? "" : shortDuration(progress.remainingMs),
      label: isOver
        ? `${counted(progress.answered, "answer")} given`
        : `${number(total - left)} of ${counted(total, "card")} done, about ${duration(progress.remainingMs)} left`,
    },
    undo: undo && { stepId: undo.stepId, label: `${undo.label}, on “${shortened(plainText(undo.prompt), 60)}”` },
  };
}

/** The passage of a card; null for one without a note. */
function passageLink(card: CardContent, deckId: number | null, label = card.passage?.title ?? ""): Link | null {
  return card.passage && { label, url: passageAddress(card.passage, { from: deckId ?? "all" }) };
}

function questionLabel(card: CardContent): string {
  return shortened(plainText(card.prompt), 80);
}

function ratingButtons({ outcomes, day }: NextCard): QuizCard["ratings"] {
  const button = (value: RatingButton["value"], name: RatingButton["name"], tone: RatingButton["tone"]): RatingButton => ({
    value,
    name,
    tone,
    interval: backWords(outcomes[value].due, outcomes[value].scheduledDays, day.at),
    isDefault: value === 3,
  });
  return [button(1, "Forgot", "forgot"), button(2, "Hard", "hard"), button(3, "Good", "good"), button(4, "Easy", "easy")];
}

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

import type { QuizCard, QuizDone, QuizFragment, QuizHead, RatingButton } from "../../../views/quiz/models.js";
import { arabicAnswer, arabicQuestion, codeBlock, longQuestion, shortAnswer, wideTable } from "./prose.js";
import { longDeckName, shell, type Sample } from "./sample.js";

const head: QuizHead = {
  deck: { label: "Docker", url: "/decks/1" },
  progress: { done: 6, total: 24, count: "7 / 24", remaining: "5 min", label: "6 of 24 cards answered, about 5 minutes left" },
  undo: { stepId: 41, label: "Good, on “What does a registry store?”" },
};

const ratings: readonly [RatingButton, RatingButton, RatingButton, RatingButton] = [
  { value: 1, name: "Forgot", tone: "forgot", interval: "in 1 min", isDefault: false },
  { value: 2, name: "Hard", tone: "hard", interval: "in 6 min", isDefault: false },
  { value: 3, name: "Good", tone: "good", interval: "in 3 days", isDefault: true },
  { value: 4, name: "Easy", tone: "easy", interval: "in 8 days", isDefault: false },
];

const base = {
  documentTitle: "7/24 · Docker · Deckhand",
  announcement: "Good: back in 3 days. Card 7 of 24.",
  notice: null,
  forgotten: null,
  deckId: 1,
  head,
} as const;

/** An ordinary card, its answer hidden. */
export const question: QuizCard = {
  ...base,
  view: "quiz/card",
  cardId: 17,
  version: 3,
  contentVersion: 2,
  answerId: "0f".repeat(16),
  language: "en",
  context: ["Images", "Layers"],
  questionHtml: "Which Dockerfile instructions add a layer to the image?",
  isLong: false,
  answerHtml: shortAnswer,
  extraHtml:
    "<p>An image is a stack of read-only layers. A container adds one thin layer of its own that it may write to; two images that share a layer store it <em>once</em>.</p>",
  isRevealed: false,
  stage: "Review",
  passage: { label: "Layers and the build cache", url: "/decks/1/notes/layers#l9" },
  hideSeen: "active...2",
  forgotten: null,
  ratings,
};

const firstHead: QuizHead = {
  ...head,
  progress: { done: 0, total: 24, count: "1 / 24", remaining: "6 min", label: "0 of 24 cards answered, about 6 minutes left" },
  undo: null,
};

const longIntervals: QuizCard["ratings"] = [
  { ...ratings[0], interval: "in 10 min" },
  { ...ratings[1], interval: "in 11 months" },
  { ...ratings[2], interval: "in 2.4 years" },
  { ...ratings[3], interval: "in 12.7 years" },
];

const fragments: Readonly<Record<string, QuizFragment>> = {
  "quiz-question": question,
  "quiz-answer": { ...question, isRevealed: true },
  "quiz-first": {
    ...question,
    head: firstHead,
    deckId: null,
    announcement: "",
    passage: null,
    hideSeen: null,
    extraHtml: null,
    context: [],
  },
  "quiz-forgotten": {
    ...question,
    forgotten: { label: "What is the difference between an image and a container?", url: "/decks/1/notes/what-is#l12" },
    announcement: "Forgot: back in 1 minute. Card 8 of 24.",
  },
  "quiz-long": {
    ...question,
    head: {
      ...head,
      deck: { label: longDeckName, url: "/decks/3" },
      progress: { done: 204, total: 9999, count: "205 / 9,999", remaining: "41 h", label: "204 of 9,999 cards answered" },
    },
    notice: "This card changed since it was shown; nothing was counted.",
    context: ["Storage and what outlives a container", "Volumes, bind mounts and temporary file systems"],
    questionHtml: longQuestion,
    isLong: true,
    answerHtml: `<p>A volume, a folder of the host, or a temporary file system in memory; the last one does not outlive it.</p>${wideTable}`,
    extraHtml: codeBlock,
    isRevealed: true,
    ratings: longIntervals,
  },
  "quiz-code": {
    ...question,
    questionHtml: "What does this file build?",
    answerHtml: codeBlock,
    extraHtml: '<p><img src="/wide.svg" alt="Layers of an image" width="3000" height="900"></p>',
    isRevealed: true,
  },
  "quiz-arabic": {
    ...question,
    language: "ar",
    context: ["الصور", "الطبقات"],
    questionHtml: arabicQuestion,
    answerHtml: arabicAnswer,
    extraHtml: null,
    isRevealed: true,
  },
  "quiz-changed": {
    ...base,
    view: "quiz/changed",
    cardId: 17,
    version: 3,
    language: "en",
    context: ["Images", "Layers"],
    questionHtml: "Which Dockerfile instructions add a layer to the image?",
    isLong: false,
    answerHtml: shortAnswer,
    known: "You have known it for 3 months; it would come back in 24 days.",
  },
  "quiz-wait": {
    ...base,
    view: "quiz/wait",
    headline: "Next card at 14:05.",
    text: "Two cards that you are learning come back then. This page asks for them by itself.",
    waitSeconds: 900,
    dayEndsInSeconds: 40_000,
    quizUrl: "/quiz?deck=1",
  },
  "quiz-done": {
    ...base,
    view: "quiz/done",
    head: {
      ...head,
      progress: { done: 24, total: 24, count: "24 / 24", remaining: "", label: "24 of 24 cards answered" },
    },
    headline: "Done for today.",
    text: "12 cards come back tomorrow.",
    facts: [
      { name: "Answered", value: "24 cards" },
      { name: "Recalled", value: "22 of 24 (92 %)" },
      { name: "Time", value: "6 min" },
    ],
    dayEndsInSeconds: 40_000,
    again: [
      { label: "What is the difference between an image and a container?", url: "/decks/1/notes/what-is#l12" },
      { label: "Where does a named volume live?", url: "/decks/1/notes/data#l20" },
    ],
    next: [
      { label: "Today", url: "/" },
      { label: "Study 10 more new cards", url: "/quiz?more=10" },
    ],
  },
};

/** The end of a session. */
export const doneFragment = fragments["quiz-done"] as QuizDone;

export const quizSamples: readonly Sample[] = Object.entries(fragments).map(([name, quiz]) => ({
  name,
  view: "quiz/page",
  model: { title: "7/24 · Docker", quiz },
  shell: shell(""),
}));

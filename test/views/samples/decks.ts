import type { CardRow, DeckPage, DeckRow, NoteCard, NotePage } from "../../../views/models.js";
import { noteBody, shortAnswer } from "./prose.js";
import { longDeckName, shell, type Sample } from "./sample.js";

const rows: readonly DeckRow[] = [
  { name: "Docker", url: "/decks/1", size: "97 cards in 8 notes", today: "12 today", depth: 0, isDue: true },
  { name: "Networking", url: "/decks/2", size: "204 cards in 19 notes", today: "9 today", depth: 0, isDue: true },
  { name: "Addresses", url: "/decks/5", size: "40 cards in 3 notes", today: "nothing today", depth: 1, isDue: false },
  { name: longDeckName, url: "/decks/3", size: "1,204 cards in 61 notes", today: "3 today", depth: 2, isDue: true },
  { name: "Español", url: "/decks/4", size: "3,000 cards", today: "not joined", depth: 0, isDue: false },
];

const card: CardRow = {
  cardId: 17,
  promptHtml: "Which Dockerfile instructions add a layer to the image?",
  context: "Images › Layers",
  state: "in 12 days",
  passageUrl: "/decks/1/notes/layers#l9",
  resumeVersion: null,
};

const deck: DeckPage = {
  title: "Docker · Decks",
  deckId: 1,
  name: "Docker",
  parents: [],
  size: "97 cards in 8 notes",
  isJoined: true,
  start: { label: "12 cards, about 3 min", url: "/quiz?deck=1" },
  rest: "",
  counts: { new: "3", learning: "2", due: "7" },
  studySettingsUrl: "/settings#study",
  children: [],
  notes: [
    { label: "What a container is", url: "/decks/1/notes/what-is", size: "14 cards" },
    { label: "Layers and the build cache", url: "/decks/1/notes/layers", size: "12 cards" },
    { label: "Publishing ports", url: "/decks/1/notes/ports", size: "9 cards" },
  ],
  cards: [
    card,
    { ...card, cardId: 18, promptHtml: "What does <code>EXPOSE</code> do?", state: "New", context: "Ports" },
    { ...card, cardId: 19, promptHtml: "What is a dangling image?", state: "Suspended", resumeVersion: 4 },
    {
      ...card,
      cardId: 20,
      promptHtml: "Where does a volume live?",
      state: "Withheld: it gives its answer away",
      passageUrl: null,
    },
    { ...card, cardId: 21, promptHtml: "A card made by hand?", state: "due", context: "", passageUrl: null },
  ],
  pager: { text: "Cards 1 to 5 of 97", previousUrl: null, nextUrl: "/decks/1?from=6" },
};

const longDeck: DeckPage = {
  ...deck,
  name: longDeckName,
  title: `${longDeckName} · Decks`,
  parents: [
    { label: "Systems", url: "/decks/8" },
    { label: "Networking", url: "/decks/2" },
  ],
  start: null,
  rest: "Nothing today. 4 cards come back tomorrow.",
  children: rows.slice(0, 2),
};

/** All of its cards are in the decks below it. */
const parentDeck: DeckPage = { ...deck, notes: [], cards: [], pager: null, children: rows.slice(0, 2) };

const notJoined: DeckPage = {
  ...deck,
  isJoined: false,
  start: null,
  studySettingsUrl: null,
  notes: [],
  cards: [],
  pager: null,
};

const noteCard: NoteCard = {
  anchor: "card-17",
  promptHtml: "Which Dockerfile instructions add a layer to the image?",
  answerHtml: shortAnswer,
  state: "in 12 days",
  line: 9,
  passageUrl: "#l9",
  strength: "strong",
  recall: "Recall now about 93 %",
};

const note: NotePage = {
  title: "Layers and the build cache · Docker",
  heading: "Layers and the build cache",
  deck: { label: "Docker", url: "/decks/1" },
  language: "en",
  bodyHtml: noteBody,
  size: "4 cards from this note",
  cards: [
    noteCard,
    {
      ...noteCard,
      anchor: "card-18",
      promptHtml: "What is the build cache for?",
      strength: "fair",
      state: "tomorrow",
      line: 17,
      passageUrl: "#l17",
    },
    {
      ...noteCard,
      anchor: "card-19",
      promptHtml: "What is a <em>dangling</em> image?",
      strength: "weak",
      state: "due",
      line: 11,
      passageUrl: "#l11",
    },
    {
      ...noteCard,
      anchor: "card-20",
      promptHtml: "What does FROM name?",
      strength: "unseen",
      state: "New",
      recall: "",
    },
  ],
  problems: [],
  back: null,
  previous: { label: "What a container is", url: "/decks/1/notes/what-is" },
  next: { label: "Writing a Dockerfile", url: "/decks/1/notes/dockerfile" },
};

const fromQuiz: NotePage = {
  ...note,
  back: { label: "Back to the quiz", url: "/quiz" },
  problems: ["Line 12: this list has no sentence before it, so no card was made from it."],
  previous: null,
};

export const deckSamples: readonly Sample[] = [
  { name: "decks", view: "decks/page", model: { title: "Decks", decks: rows }, shell: shell("Decks") },
  { name: "decks-none", view: "decks/page", model: { title: "Decks", decks: [] }, shell: shell("Decks") },
  { name: "deck", view: "deck/page", model: deck, shell: shell("Decks") },
  { name: "deck-long", view: "deck/page", model: longDeck, shell: shell("Decks", { flash: "You study this deck now." }) },
  { name: "deck-parent", view: "deck/page", model: parentDeck, shell: shell("Decks") },
  { name: "deck-not-joined", view: "deck/page", model: notJoined, shell: shell("Decks") },
  { name: "note", view: "note/page", model: note, shell: shell("Decks") },
  { name: "note-from-quiz", view: "note/page", model: fromQuiz, shell: shell("Decks") },
];

import type { CardRow, DeckPage, DeckRow, NoteCard, NotePage, NotePassage, NotePiece } from "../../../views/models.js";
import { cutAtPassages } from "../../../server/routes/passages.js";
import { codeBlock, longQuestion, noteBody, shortAnswer } from "./prose.js";
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
  cardId: 17,
  anchor: "card-17",
  language: "en",
  promptHtml: "Which Dockerfile instructions add a layer to the image?",
  answerHtml: shortAnswer,
  isOpen: false,
  strength: "strong",
  state: "in 12 days · Recall now about 93 %",
  remark: "",
  passage: null,
  choice: null,
};
const choice = { seen: "active...1", quiz: null, acts: [{ value: "hide", label: "Hide for everyone" }], said: null };

/** A note as a learner sees it: a mark at each passage that makes cards. */
const note: NotePage = {
  title: "Layers and the build cache · Docker",
  heading: "Layers and the build cache",
  deck: { label: "Docker", url: "/decks/1" },
  language: "en",
  body: notePieces({
    9: {
      strength: "unseen",
      label: "2 cards from this passage, not all answered yet",
      cards: [
        noteCard,
        { ...noteCard, cardId: 20, anchor: "card-20", promptHtml: "What does FROM name?", strength: "unseen", state: "New" },
      ],
    },
    11: {
      strength: "weak",
      label: "1 card from this passage, recall now about 61 %",
      cards: [
        {
          ...noteCard,
          cardId: 19,
          anchor: "card-19",
          promptHtml: "What is a <em>dangling</em> image?",
          strength: "weak",
          state: "Due · Recall now about 61 %",
        },
      ],
    },
    17: {
      strength: "fair",
      label: "1 card from this passage, recall now about 84 %",
      cards: [
        {
          ...noteCard,
          cardId: 18,
          anchor: "card-18",
          promptHtml: "What is the build cache for?",
          strength: "fair",
          state: "tomorrow",
        },
      ],
    },
  }),
  size: "4 cards from this note",
  index: [
    {
      url: "#card-17",
      passage: { label: "line 9", url: "#l9" },
      questionHtml: "Which Dockerfile instructions add a layer to the image?",
      state: "in 12 days",
      strength: "strong",
      recall: "Recall now about 93 %",
    },
    {
      url: "#card-20",
      passage: { label: "line 9", url: "#l9" },
      questionHtml: "What does FROM name?",
      state: "New",
      strength: "unseen",
      recall: "",
    },
    {
      url: "#card-19",
      passage: { label: "line 9", url: "#l9" },
      questionHtml: "What is a <em>dangling</em> image?",
      state: "Due",
      strength: "weak",
      recall: "Recall now about 61 %",
    },
    {
      url: "#card-18",
      passage: { label: "line 9", url: "#l9" },
      questionHtml: "What is the build cache for?",
      state: "tomorrow",
      strength: "fair",
      recall: "Recall now about 84 %",
    },
  ],
  suggested: null,
  hidden: null,
  refused: null,
  problems: [],
  back: null,
  previous: { label: "What a container is", url: "/decks/1/notes/what-is" },
  next: { label: "Writing a Dockerfile", url: "/decks/1/notes/dockerfile" },
};

const held: NoteCard = {
  ...noteCard,
  strength: "held",
  state: "",
  isOpen: true,
  passage: { label: "Passage, line 9", url: "#l9" },
};
const accept = { ...choice, seen: "withheld.G-leak..1", acts: [{ value: "accept", label: "Accept" }] };

/** The same as its owner sees it, a passage opened after a choice. */
const owned: NotePage = {
  ...note,
  body: notePieces({
    9: {
      strength: "strong",
      label: "1 card from this passage, recall now about 93 %",
      isOpen: true,
      cards: [
        {
          ...noteCard,
          remark: "Accepted by an owner. What held it back: The question gives the answer away.",
          choice: {
            ...choice,
            quiz: "all",
            acts: [...choice.acts, { value: "unaccept", label: "Back to suggested" }],
            said: "Everybody who studies this deck is asked it.",
          },
        },
      ],
      held: [{ what: "Suggested", questionHtml: "Which instructions only change metadata?", url: "#card-31" }],
    },
    40: {
      strength: "fair",
      label: "1 card from this passage, recall now about 80 %",
      cards: [
        { ...noteCard, cardId: 35, anchor: "card-35", promptHtml: "What does <code>-v</code> do?", strength: "fair", choice },
      ],
    },
    33: {
      strength: "held",
      label: "1 card from this passage, not asked",
      held: [{ what: "Hidden", questionHtml: "What belongs at the top?", url: "#card-33" }],
    },
  }),
  size: "2 cards from this note",
  index: note.index.slice(0, 1),
  suggested: {
    size: "3 suggested cards",
    groups: [
      {
        reason: "The question gives the answer away.",
        cards: [
          {
            ...held,
            cardId: 31,
            anchor: "card-31",
            promptHtml: "Which instructions only change metadata?",
            choice: accept,
          },
        ],
      },
      {
        reason: "This passage, its section or the note has enough better cards.",
        cards: [
          { ...held, cardId: 32, anchor: "card-32", promptHtml: "What is a layer named by?", choice: accept },
          { ...held, cardId: 34, anchor: "card-34", promptHtml: longQuestion, answerHtml: codeBlock, choice: accept },
        ],
      },
    ],
  },
  hidden: {
    size: "1 hidden card",
    groups: [
      {
        reason: "",
        cards: [
          {
            ...held,
            cardId: 33,
            anchor: "card-33",
            promptHtml: "What belongs at the top?",
            choice: { ...choice, seen: "hidden..hidden.1", acts: [{ value: "show", label: "Show again" }] },
          },
        ],
      },
    ],
  },
  refused: "This card has changed since it was shown. Nothing was changed; look at it again.",
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
  { name: "note-owned", view: "note/page", model: owned, shell: shell("Decks") },
  { name: "note-from-quiz", view: "note/page", model: fromQuiz, shell: shell("Decks") },
];

/** The note, its passages by their lines; a table's row has its mark. */
function notePieces(passages: Readonly<Record<number, Partial<NotePassage>>>): NotePiece[] {
  const whole = { strength: "unseen", label: "", cards: [], held: [], isOpen: false } as const;
  return cutAtPassages(noteBody, Object.keys(passages).map(Number)).map(({ html, place }) => ({
    html,
    passage: place?.kind === "cards" ? { ...whole, ...passages[place.lines[0] ?? 0] } : null,
    row: place?.kind === "row" ? { strength: "fair", label: "1 card from this passage", url: "#card-35" } : null,
  }));
}

import type { TodayDeck, TodayPage, Week } from "../../../views/models.js";
import { longDeckName, shell, type Sample } from "./sample.js";

const week: Week = {
  sentence: "83 cards in the next 7 days, most on Sunday.",
  days: [
    { short: "Fri", name: "Friday 20 November", count: "24", share: 86 },
    { short: "Sat", name: "Saturday 21 November", count: "12", share: 43 },
    { short: "Sun", name: "Sunday 22 November", count: "28", share: 100 },
    { short: "Mon", name: "Monday 23 November", count: "9", share: 32 },
    { short: "Tue", name: "Tuesday 24 November", count: "4", share: 14 },
    { short: "Wed", name: "Wednesday 25 November", count: "0", share: 0 },
    { short: "Thu", name: "Thursday 26 November", count: "6", share: 21 },
  ],
};

const decks: readonly TodayDeck[] = [
  {
    name: "Docker",
    depth: 0,
    url: "/decks/1",
    startUrl: "/quiz?deck=1",
    total: "12",
    detail: "3 new · 2 learning · 7 due",
    share: 100,
  },
  { name: "Networking", depth: 0, url: "/decks/2", startUrl: "/quiz?deck=2", total: "9", detail: "9 due", share: 75 },
  { name: "Addresses", depth: 1, url: "/decks/5", startUrl: "/quiz?deck=5", total: "5", detail: "5 due", share: 42 },
  { name: "Routing", depth: 1, url: "/decks/6", startUrl: "/quiz?deck=6", total: "4", detail: "4 due", share: 33 },
  { name: longDeckName, depth: 0, url: "/decks/3", startUrl: "/quiz?deck=3", total: "3", detail: "3 due", share: 25 },
  { name: "Español", depth: 0, url: "/decks/4", startUrl: null, total: "0", detail: "nothing today", share: 0 },
];

const due: TodayPage = {
  title: "Today",
  date: "Friday 20 November",
  today: {
    view: "today/due",
    headline: "24 cards, about 6 minutes",
    start: { label: "Start", url: "/quiz" },
    counts: { new: "3", learning: "2", due: "19" },
    backlog: null,
  },
  decks,
  week,
  streak: "Kept 17 days in a row.",
  dayEndsInSeconds: 40_000,
  isFirstDay: false,
};

const firstDay: TodayPage = {
  ...due,
  today: {
    view: "today/due",
    headline: "10 new cards, about 4 minutes",
    start: { label: "Start", url: "/quiz" },
    counts: { new: "10", learning: "0", due: "0" },
    backlog: null,
  },
  decks: [{ name: "Docker", depth: 0, url: "/decks/1", startUrl: "/quiz?deck=1", total: "10", detail: "10 new", share: 100 }],
  week: null,
  streak: null,
  dayEndsInSeconds: 40_000,
  isFirstDay: true,
};

const clear: TodayPage = {
  ...due,
  today: { view: "today/clear", headline: "Nothing due.", text: "12 cards come back tomorrow. The next one at 14:05 today." },
  decks: decks.map((deck) => ({ ...deck, startUrl: null, total: "0", detail: "nothing today", share: 0 })),
};

const empty: TodayPage = {
  title: "Today",
  date: "Friday 20 November",
  today: {
    view: "today/empty",
    headline: "No deck to study.",
    text: "Join a deck, and its cards come here day by day.",
    action: { label: "See the decks", url: "/decks" },
  },
  decks: [],
  week: null,
  streak: null,
  dayEndsInSeconds: 40_000,
  isFirstDay: false,
};

const backlog: TodayPage = {
  ...due,
  today: {
    view: "today/due",
    headline: "9,999 cards, about 42 hours",
    start: { label: "Start", url: "/quiz" },
    counts: { new: "10", learning: "1,204", due: "9,999" },
    backlog: "Many cards have gathered. At 30 minutes a day, the most urgent first, they are back in step by 4 March.",
  },
  decks: Array.from({ length: 60 }, (_, index) => ({
    name: index % 7 === 3 ? longDeckName : `Deck number ${index + 1}`,
    depth: 0 as const,
    url: `/decks/${index + 1}`,
    startUrl: index < 50 ? `/quiz?deck=${index + 1}` : null,
    total: index < 50 ? "1,204" : "0",
    detail: index < 50 ? "10 new · 190 learning · 1,004 due" : "nothing today",
    share: Math.max(0, 100 - index * 2),
  })),
};

export const todaySamples: readonly Sample[] = [
  { name: "today-due", view: "today/page", model: due, shell: shell("", { flash: "Welcome back, Ada." }) },
  { name: "today-first-day", view: "today/page", model: firstDay, shell: shell("") },
  { name: "today-clear", view: "today/page", model: clear, shell: shell("") },
  { name: "today-empty", view: "today/page", model: empty, shell: shell("") },
  { name: "today-backlog", view: "today/page", model: backlog, shell: shell("") },
];

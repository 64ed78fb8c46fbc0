import type { Shell } from "../../../views/models.js";

/** One state of one page, as a route would hand it over. */
export interface Sample {
  /** Names the screenshot and the test: "today-due". */
  readonly name: string;
  readonly view: string;
  readonly model: object;
  readonly shell: Shell;
}

const places = [
  { label: "Decks", url: "/decks" },
  { label: "Settings", url: "/settings" },
  { label: "People", url: "/people" },
];

/** The shell of somebody logged in, at the place called `current` ("" for Today). */
export function shell(current: string, change: Partial<Shell> = {}): Shell {
  const navigation = places.map((place) => ({ ...place, isCurrent: place.label === current }));
  return { learnerName: "Ada Lovelace", navigation, flash: null, scheme: null, ...change };
}

/** The shell of somebody at the door. */
export const outside: Shell = { learnerName: null, navigation: [], flash: null, scheme: null };

export const longDeckName = "Distributed systems in practice: consensus, clocks, replication, and what breaks";

import type { DueCounts } from "../../views/models.js";
import type { DeckToday } from "../store/read/queue.js";
import { number } from "./words.js";

/** What one deck has for today. */
type Counts = Pick<DeckToday, "new" | "learning" | "due">;

/** "Docker › Networking" for "Docker::Networking". */
export function deckTitle(name: string): string {
  return name.split("::").join(" › ");
}

/** Its own name, without those of the decks above it. */
export function ownTitle(name: string): string {
  return name.slice(name.lastIndexOf("::") + 1).replace(/^:+/, "");
}

/** Cards that a deck has for today. */
export function totalOf(counts: Counts): number {
  return counts.new + counts.learning + counts.due;
}

/** The three counts over all of `decks`, as printed. */
export function countsOf(decks: readonly Counts[]): DueCounts {
  const sum = (key: keyof Counts) => number(decks.reduce((total, counts) => total + counts[key], 0));
  return { new: sum("new"), learning: sum("learning"), due: sum("due") };
}

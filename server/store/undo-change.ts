import { z } from "zod";
import type { CardStateRow } from "./read/card-states.js";
import type { StateChange } from "./write/card-states.js";

const value = z.union([z.number(), z.string(), z.null()]);
const ownerChoice = z.enum(["hidden", "accepted", "deleted"]).nullable();

/**
 * One thing that an act changed: columns of a state with what they were and became, a row of Review that it added, or an owner's choice
 * with what it was and became.
 */
export const undoChange = z.discriminatedUnion("table", [
  z.object({ table: z.literal("CardState"), cardId: z.number(), columns: z.record(z.string(), z.tuple([value, value])) }),
  z.object({ table: z.literal("Review"), cardId: z.number(), seq: z.number() }),
  z.object({ table: z.literal("Card"), cardId: z.number(), ownerChoice: z.tuple([ownerChoice, ownerChoice]) }),
]);

export type UndoChange = z.infer<typeof undoChange>;

/** Columns that undo never takes back: where a card is belongs to its deck, and numbers that only go up stay up. */
const lasting: ReadonlySet<string> = new Set(["cardId", "deckId", "live", "seq", "version"]);

/** The columns that a change of a state alters. */
export function stateUndoChange({ before, after }: StateChange): UndoChange {
  const columns: Record<string, [number | null, number | null]> = {};
  for (const name of Object.keys(after) as (keyof CardStateRow)[])
    // a row has its own columns only
    if (!lasting.has(name) && before[name] !== after[name]) columns[name] = [before[name], after[name]];
  return { table: "CardState", cardId: after.cardId, columns };
}

import type { Statement } from "../../store/db.js";
import type { RowChange } from "../../store/row-change.js";

/** What is to be written. Each row is made when it is its turn, since rendering thousands at once would hold everybody up. */
export interface Steps {
  /** New rows, in an order in which each finds what it refers to. */
  readonly inserts: readonly (() => Statement)[];
  /** Changes to rows that exist, or were just inserted, in their order. */
  readonly changes: readonly (() => RowChange)[];
}

export const noSteps: Steps = { inserts: [], changes: [] };

import { z } from "zod";
import { undoChange, type UndoChange } from "../undo-change.js";
import type { Store } from "../open.js";

/** An act that can be taken back. */
export interface UndoStep {
  readonly stepId: number;
  /** Names the act: "Good", "Bury". */
  readonly label: string;
  readonly changes: readonly UndoChange[];
}

/** The act that undo would take back, and the card that it was about. */
export interface NewestStep {
  readonly stepId: number;
  readonly label: string;
  readonly cardId: number;
  /** Markdown of that card's question. */
  readonly prompt: string;
}

/** A learner's newest step, whole; null if there is none. */
export function selectOptionalNewestUndo(store: Store, learnerId: number): UndoStep | null {
  const row = store.db
    .prepare<{ stepId: number; label: string; changes: string }>(
      "SELECT id AS stepId, label, changes FROM UndoStep WHERE learnerId = ? ORDER BY id DESC LIMIT 1",
    )
    .get(learnerId);
  return row ? { ...row, changes: z.array(undoChange).parse(JSON.parse(row.changes)) } : null;
}

/** The same, as a page names it. */
export function selectOptionalNewestStep(store: Store, learnerId: number): NewestStep | null {
  const row = store.db
    .prepare<NewestStep>(
      `SELECT u.id AS stepId, u.label, c.id AS cardId, c.prompt FROM UndoStep u JOIN Card c ON c.id = u.changes ->> '$[0].cardId'
       WHERE u.id = (SELECT max(id) FROM UndoStep WHERE learnerId = ?)`,
    )
    .get(learnerId);
  return row ?? null;
}

import { setImmediate } from "node:timers/promises";
import type { Statement } from "../../store/db.js";
import type { Store } from "../../store/open.js";
import { countImportedCards } from "../../store/write/card-lives.js";
import { finishImport, insertImportChange, publishImport, touchImport } from "../../store/write/imports.js";
import { statementsFor } from "./apply-changes.js";
import { applyWaiting, mostRowsInBatch } from "./finish.js";
import type { Steps } from "./steps.js";

export interface Publishing {
  readonly importId: number;
  readonly steps: Steps;
  /** What becomes visible with the commit itself: decks, enrolments. */
  readonly shown: readonly Statement[];
  readonly hash: string;
  readonly report: object;
  readonly now: () => number;
}

/** Writes an import that has begun: as one batch if it is small, else unpublished in parts, made visible by one row, then finished. */
export async function publish(store: Store, publishing: Publishing): Promise<void> {
  const { importId, steps, now } = publishing;
  if (steps.inserts.length + steps.changes.length <= mostRowsInBatch) {
    const inserts = await made(steps.inserts);
    const changes = await made(steps.changes);
    const rest = [...statementsFor(store, changes), finishImport(importId, now())];
    await store.db.batch([...inserts, ...commitPoint(publishing), ...rest]);
    return;
  }
  // The changes first: they name the documents that are new, so that these can be found if they must be removed.
  let seq = 0;
  for (const part of inParts(steps.changes)) {
    const changes = await made(part);
    const stored = changes.map((change) => insertImportChange(importId, (seq += 1), change));
    await store.db.batch([touchImport(importId, now()), ...stored]);
  }
  for (const part of inParts(steps.inserts)) {
    const inserts = await made(part);
    await store.db.batch([touchImport(importId, now()), ...inserts]);
  }
  await store.db.batch(commitPoint(publishing));
  await applyWaiting(store, importId, now);
}

function commitPoint({ importId, hash, report, shown, now }: Publishing): Statement[] {
  return [publishImport({ importId, hash, report, publishedAt: now() }), ...shown, ...countImportedCards(importId)];
}

function inParts<Step>(steps: readonly Step[]): Step[][] {
  const parts = Math.ceil(steps.length / mostRowsInBatch);
  return Array.from({ length: parts }, (_, part) => steps.slice(part * mostRowsInBatch, (part + 1) * mostRowsInBatch));
}

/** So many rows are rendered before others have their turn. */
const rowsInTurn = 25;

async function made<Row>(steps: readonly (() => Row)[]): Promise<Row[]> {
  const rows: Row[] = [];
  for (const step of steps) {
    rows.push(step());
    if (rows.length % rowsInTurn === 0) await setImmediate();
  }
  return rows;
}

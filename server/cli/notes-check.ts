import type { Fact, GeneratedCard, Problem } from "../domain/markdown/model.js";
import type { NotesRead } from "../workers/read-notes.js";
import { readNotes } from "../workers/read-notes.js";
import { describeCheck } from "./describe-check.js";

/** A card as `--json` prints it. */
export interface CheckedCard {
  /** What it is about. */
  readonly note: string;
  readonly facet: string;
  readonly kind: string;
  readonly prompt: string;
  readonly answer: string;
  readonly context: readonly string[];
  readonly extra: string | null;
  readonly source: { readonly path: string; readonly line: number };
  readonly origin: "plain" | "explicit";
}

/** What `--json` prints. */
export interface Checked {
  readonly cards: readonly CheckedCard[];
  readonly rejected: readonly (CheckedCard & { readonly reason: string })[];
  readonly warnings: readonly Problem[];
}

/** What the command line asks for. */
export interface CheckRequest {
  readonly path: string;
  readonly json: boolean;
  /** Say only what is wrong, and how many cards there are. */
  readonly quiet: boolean;
}

/**
 * `deckhand notes check PATH`: the cards that a file or a folder makes, those withheld with their reason and what to change, and warnings;
 * changes nothing. Resolves to 0, or to 1 when there is a warning. Throws the refusals of `readNotes`.
 */
export async function notesCheck({ path, json, quiet }: CheckRequest): Promise<number> {
  const checked = check(await readNotes(path));
  process.stdout.write(json ? `${JSON.stringify(checked)}\n` : describeCheck(checked, { quiet }));
  return checked.warnings.length > 0 ? 1 : 0;
}

function check(read: NotesRead): Checked {
  const cards = read.documents.flatMap((document) =>
    document.facts.flatMap((fact) => fact.cards.map((card) => ({ fact, card }))),
  );
  const problems = [...read.unread, ...read.problems, ...read.documents.flatMap((document) => document.problems)];
  return {
    cards: cards.filter(({ card }) => card.gate === null).map(({ fact, card }) => checkedCard(fact, card)),
    rejected: cards.flatMap(({ fact, card }) => (card.gate === null ? [] : [{ ...checkedCard(fact, card), reason: card.gate }])),
    warnings: problems.map(({ path, line, message }) => ({ path, line, message })),
  };
}

function checkedCard(fact: Fact, card: GeneratedCard): CheckedCard {
  const { facet, kind, prompt, answer, context, extra } = card;
  return {
    note: fact.term,
    facet,
    kind,
    prompt,
    answer,
    context,
    extra,
    source: { path: fact.path, line: fact.line },
    origin: fact.origin,
  };
}

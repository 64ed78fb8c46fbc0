import type { Fact, GeneratedCard, Problem } from "../domain/markdown/model.js";
import type { NotesRead } from "../workers/read-notes.js";
import { readNotes } from "../workers/read-notes.js";

interface CheckedCard {
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

interface Checked {
  readonly cards: readonly CheckedCard[];
  readonly rejected: readonly (CheckedCard & { readonly reason: string })[];
  readonly warnings: readonly Problem[];
}

/**
 * `deckhand notes check PATH`: the cards that a file or a folder makes, those withheld with their reason, and warnings; changes nothing.
 * Resolves to 0, or to 1 when not a single note could be read. Throws the refusals of `readNotes`.
 */
export async function notesCheck(args: { readonly path: string; readonly json: boolean }): Promise<number> {
  const read = await readNotes(args.path);
  const checked = check(read);
  process.stdout.write(args.json ? `${JSON.stringify(checked)}\n` : describe(checked));
  if (read.documents.length > 0) return 0;
  if (args.json) process.stderr.write(read.unread.map((problem) => `${placed(problem)}\n`).join(""));
  return 1;
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

function describe({ cards, rejected, warnings }: Checked): string {
  const parts = [
    ...cards.map((card) => paragraph(card)),
    ...(rejected.length > 0 ? [`Withheld: ${rejected.length}`, ...rejected.map((card) => paragraph(card, card.reason))] : []),
    ...(warnings.length > 0 ? [`Warnings: ${warnings.length}`, warnings.map(placed).join("\n")] : []),
    `${counted(cards.length, "card")}, ${rejected.length} withheld, ${counted(warnings.length, "warning")}.`,
  ];
  return `${parts.join("\n\n")}\n`;
}

function paragraph(card: CheckedCard, reason?: string): string {
  const { path, line } = card.source;
  const lines = [
    `${path}:${line}${reason === undefined ? "" : `  ${reason}`}`,
    ...(card.context.length > 0 ? [`   ${card.context.join(" ▸ ")}`] : []),
    `Q: ${indented(card.prompt)}`,
    `A: ${indented(card.answer)}`,
  ];
  return lines.join("\n");
}

function indented(text: string): string {
  return text.replaceAll("\n", "\n   ");
}

function placed({ path, line, message }: Problem): string {
  return `${path}:${line}  ${message}`;
}

function counted(count: number, noun: string): string {
  return `${count} ${count === 1 ? noun : `${noun}s`}`;
}

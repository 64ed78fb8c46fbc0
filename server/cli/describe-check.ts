import { adviceOn, reasonOf } from "../domain/markdown/gates/reasons.js";
import type { Problem } from "../domain/markdown/model.js";
import type { Checked, CheckedCard } from "./notes-check.js";

/** What a check found, for people: each card, each that is withheld with its reason and what to change, each warning with its place. */
export function describeCheck({ cards, rejected, warnings }: Checked, { quiet }: { readonly quiet: boolean }): string {
  const faulty = rejected.filter(({ reason }) => adviceOn(reason) !== null);
  const parts = [
    ...(quiet ? [] : cards.map((card) => paragraph(card))),
    ...(quiet || rejected.length === 0
      ? []
      : [`Withheld: ${rejected.length}`, ...rejected.map((card) => paragraph(card, card.reason))]),
    ...(quiet && faulty.length > 0 ? [faulty.map(line).join("\n")] : []),
    ...(warnings.length > 0 ? [...(quiet ? [] : [`Warnings: ${warnings.length}`]), warnings.map(placed).join("\n")] : []),
    `${counted(cards.length, "card")}, ${rejected.length} withheld, ${counted(warnings.length, "warning")}.`,
  ];
  return `${parts.join("\n\n")}\n`;
}

function paragraph(card: CheckedCard, gate?: string): string {
  const lines = [
    `${at(card)}${gate === undefined ? "" : `  ${gate}  ${explained(gate)}`}`,
    ...(card.context.length > 0 ? [`   ${card.context.join(" ▸ ")}`] : []),
    `Q: ${indented(card.prompt)}`,
    `A: ${indented(card.answer)}`,
  ];
  return lines.join("\n");
}

/** A withheld card in one line, as linters say it. */
function line(card: CheckedCard & { readonly reason: string }): string {
  return `${at(card)}  ${card.reason}  ${explained(card.reason)} (${card.prompt.replaceAll("\n", " ")})`;
}

function explained(gate: string): string {
  return [reasonOf(gate), adviceOn(gate) ?? ""].join(" ").trim();
}

function at({ source: { path, line } }: CheckedCard): string {
  return `${path}:${line}`;
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

import type { Inline } from "./blocks.js";

/** The words of `nodes` without marks; a line break counts as one space, an image and HTML as nothing. */
export function textOf(nodes: readonly Inline[]): string {
  let text = "";
  for (const node of nodes) text += textOfNode(node);
  return text;
}

function textOfNode(node: Inline): string {
  switch (node.kind) {
    case "text":
    case "code":
      return node.text;
    case "break":
      return " ";
    case "image":
    case "html":
      return "";
    default:
      return textOf(node.children);
  }
}

/** Stands for each character of a code span in `proseOf`: a private character that no prose holds. */
const codeMask = "\uE000";

/** As `textOf`, with every character of a code span masked: of the same length, and no rule takes it for prose. */
export function proseOf(nodes: readonly Inline[]): string {
  let prose = "";
  for (const node of nodes) {
    if (node.kind === "code") prose += codeMask.repeat(node.text.length);
    else prose += "children" in node ? proseOf(node.children) : textOfNode(node);
  }
  return prose;
}

/** The part of `nodes` between two offsets into its text. A code span that is cut anywhere is left out. */
export function sliceInlines(nodes: readonly Inline[], start: number, end = Number.MAX_SAFE_INTEGER): readonly Inline[] {
  if (start <= 0 && end === Number.MAX_SAFE_INTEGER) return nodes;
  const slice: Inline[] = [];
  let offset = 0;
  for (const node of nodes) {
    const length = textOfNode(node).length;
    const from = Math.max(0, start - offset);
    const to = Math.min(length, end - offset);
    offset += length;
    if (length === 0 ? from === 0 && to === 0 : from < to) {
      const part = sliceNode(node, from, to, length);
      if (part) slice.push(part);
    }
  }
  return slice;
}

function sliceNode(node: Inline, from: number, to: number, length: number): Inline | null {
  if (from === 0 && to === length) return node;
  if (node.kind === "text") return { kind: "text", text: node.text.slice(from, to) };
  if ("children" in node) return { ...node, children: sliceInlines(node.children, from, to) };
  return null;
}

/** `nodes` without white space and breaks at both ends. */
export function trimInlines(nodes: readonly Inline[]): readonly Inline[] {
  const text = textOf(nodes);
  if (text.trim().length === text.length) return nodes;
  const start = text.length - text.trimStart().length;
  return sliceInlines(nodes, start, Math.max(start, text.trimEnd().length));
}

/** `nodes` cut into lines at its breaks. */
export function linesOf(nodes: readonly Inline[]): Inline[][] {
  const lines: Inline[][] = [[]];
  for (const node of nodes) {
    if (node.kind === "break") lines.push([]);
    else lines.at(-1)?.push(node);
  }
  return lines;
}

/** How many line breaks stand before an offset into the text of `nodes`. */
export function breaksBefore(nodes: readonly Inline[], end: number): number {
  return sliceInlines(nodes, 0, end).filter((node) => node.kind === "break").length;
}

/** `nodes` with the strong, emphasis and link marks taken off, code spans kept. */
export function withoutMarks(nodes: readonly Inline[]): readonly Inline[] {
  if (!nodes.some((node) => "children" in node)) return nodes;
  return nodes.flatMap((node) => ("children" in node ? withoutMarks(node.children) : [node]));
}

/** Whether every word of `nodes` is in a code span. */
export function isAllCode(nodes: readonly Inline[]): boolean {
  const plain = withoutMarks(nodes);
  return (
    plain.some((node) => node.kind === "code") && plain.every((node) => node.kind === "code" || textOfNode(node).trim() === "")
  );
}

/** One piece of text as nodes. */
export function textNode(text: string): Inline {
  return { kind: "text", text };
}

/** One code span. */
export function codeNode(text: string): Inline {
  return { kind: "code", text };
}

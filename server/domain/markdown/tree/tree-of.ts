import type { Token } from "markdown-it";
import { commentIdOf } from "../syntax/explicit-id.js";
import type { Block, Definition, Inline, ListItem, Table, TableRow } from "./blocks.js";
import { inlinesOf } from "./inlines-of.js";

/** A token that opens something, with what is inside it. */
interface Node {
  readonly token: Token;
  readonly children: readonly Node[];
}

/** The tree of a token stream; `linesAbove` lines of the file stand above the text that was parsed. Footnotes are left out. */
export function treeOf(tokens: readonly Token[], linesAbove: number): Block[] {
  return blocksOf(nest(tokens), linesAbove);
}

function nest(tokens: readonly Token[]): Node[] {
  const root: Node[] = [];
  const open: Node[][] = [root];
  for (const token of tokens) {
    if (token.nesting === -1) {
      if (open.length > 1) open.pop();
      continue;
    }
    const children: Node[] = [];
    open.at(-1)?.push({ token, children });
    if (token.nesting === 1) open.push(children);
  }
  return root;
}

function blocksOf(nodes: readonly Node[], linesAbove: number): Block[] {
  const blocks: Block[] = [];
  for (const node of nodes) {
    const block = blockOf(node, linesAbove);
    if (!block) continue;
    const commentId = block.kind === "html" ? commentIdOf(block.html) : null;
    const previous = blocks.at(-1);
    if (commentId !== null && previous && previous.explicitId === null)
      blocks[blocks.length - 1] = { ...previous, explicitId: commentId };
    else blocks.push(block);
  }
  return blocks;
}

function blockOf(node: Node, linesAbove: number): Block | null {
  const { token, children } = node;
  const place = placeOf(node, linesAbove);
  switch (token.type) {
    case "heading_open":
      return { kind: "heading", level: Number(token.tag.slice(1)), content: contentOf(node), ...place };
    case "paragraph_open":
      return { kind: "paragraph", content: contentOf(node), ...place };
    case "bullet_list_open":
    case "ordered_list_open":
      return {
        kind: "list",
        ordered: token.type === "ordered_list_open",
        items: children.map((item) => itemOf(item, linesAbove)),
        ...place,
      };
    case "blockquote_open":
      return { kind: "quote", blocks: blocksOf(children, linesAbove), ...place };
    case "fence":
    case "code_block":
      return { kind: "code", language: token.info.trim().split(/\s+/)[0] ?? "", text: token.content, ...place };
    case "html_block":
      return { kind: "html", html: token.content, ...place };
    case "hr":
      return { kind: "rule", ...place };
    case "table_open":
      return tableOf(node, linesAbove);
    case "dl_open":
      return { kind: "definitions", entries: definitionsOf(children, linesAbove), ...place };
    default:
      return null;
  }
}

function placeOf(node: Node, linesAbove: number): Pick<Block, "line" | "endLine" | "explicitId"> {
  const [start, end] = node.token.map ?? [0, 1];
  return { line: start + 1 + linesAbove, endLine: Math.max(start + 1, end) + linesAbove, explicitId: explicitIdOf(node) };
}

function explicitIdOf(node: Node): string | null {
  const inline = node.children.find((child) => child.token.type === "inline")?.token;
  const id = inline?.meta?.["explicitId"];
  return typeof id === "string" ? id : null;
}

function contentOf(node: Node): Inline[] {
  return node.children.flatMap((child) => (child.token.type === "inline" ? inlinesOf(child.token.children ?? []) : []));
}

function itemOf(node: Node, linesAbove: number): ListItem {
  const blocks = blocksOf(node.children, linesAbove);
  const first = blocks[0];
  const place = placeOf(node, linesAbove);
  if (first?.kind !== "paragraph") return { ...place, content: [], blocks };
  return { ...place, explicitId: first.explicitId, content: first.content, blocks: blocks.slice(1) };
}

function tableOf(node: Node, linesAbove: number): Table {
  const rows = node.children.flatMap((part) => part.children.filter((row) => row.token.type === "tr_open"));
  const [header, ...body] = rows.map((row): TableRow => ({
    line: (row.token.map?.[0] ?? 0) + 1 + linesAbove,
    cells: row.children.map(contentOf),
  }));
  return { kind: "table", header: header?.cells ?? [], rows: body, ...placeOf(node, linesAbove) };
}

function definitionsOf(nodes: readonly Node[], linesAbove: number): Definition[] {
  const entries: Definition[] = [];
  let term: Inline[] = [];
  for (const node of nodes) {
    if (node.token.type === "dt_open") term = contentOf(node);
    else entries.push({ term, line: placeOf(node, linesAbove).line, blocks: blocksOf(node.children, linesAbove) });
  }
  return entries;
}

import type { Block, Inline, ListItem, Table } from "./blocks.js";
import { textOf } from "./inline.js";

/** Canonical Markdown of `nodes`, in one line but for hard breaks; read again, it gives the same nodes. */
export function markdownOf(nodes: readonly Inline[]): string {
  return joined(nodes)
    .replace(/^(\s*)(?=#{1,6}(?:\s|$)|[-+](?:\s|$)|>|=+\s*$|-{2,}\s*$)/, "$1\\")
    .replace(/^(\s*\d{1,9})(?=[.)](?:\s|$))/, "$1\\");
}

const marks = { strong: "**", emphasis: "*", strikethrough: "~~" } as const;

function joined(nodes: readonly Inline[]): string {
  return nodes.reduce((before, node, index) => before + markdownOfNode(node, before, nodes[index + 1]), "");
}

function markdownOfNode(node: Inline, before: string, next: Inline | undefined): string {
  switch (node.kind) {
    case "text":
      return next?.kind === "link" ? escapeText(node.text).replace(/!$/, "\\!") : escapeText(node.text);
    case "code":
      return codeSpan(node.text);
    case "strong":
    case "emphasis":
    case "strikethrough":
      return marked(marks[node.kind], joined(node.children), before, next ? textOf([next]) : "");
    case "link":
      return `[${joined(node.children)}](${destination(node.href)})`;
    case "image":
      return `![${escapeText(node.alternative)}](${destination(node.source)})`;
    case "html":
      return node.html;
    case "break":
      return node.hard ? "\\\n" : " ";
  }
}

/** Marks may not touch white space inside: it goes outside. Where they would not be read as marks, or run together with others, they are left out. */
function marked(mark: string, inner: string, before: string, after: string): string {
  const core = inner.trim();
  const start = inner.indexOf(core);
  const outside = [before + inner.slice(0, start), inner.slice(start + core.length) + after] as const;
  const isOpen = !/^[^\p{L}\p{N}\s]/u.test(core) || /(?:^|\s)$/.test(outside[0]);
  const isClosed = !/[^\p{L}\p{N}\s]$/u.test(core) || /^(?:\s|$)/.test(outside[1]);
  const runsTogether = /[*~]$/.test(outside[0]) || /^[*~]|[*~]$/.test(core);
  if (core === "" || !isOpen || !isClosed || runsTogether) return inner;
  return inner.slice(0, start) + mark + core + mark + inner.slice(start + core.length);
}

function escapeText(text: string): string {
  if (!/[\\`[\]*_<&~]/.test(text)) return text;
  return text
    .replace(/[\\`[\]]/g, "\\$&")
    .replace(/\*(?!\s)|(?<!\s)\*/g, "\\*")
    .replace(/(?<![\p{L}\p{N}_])_+(?![\s_])/gu, (run) => "\\_".repeat(run.length))
    .replace(/<(?=[A-Za-z/!?]|$)/g, "\\<")
    .replace(/&(?=#?\w+;|#?\w*$)/g, "\\&")
    .replace(/~(?=~)|(?<=~)~/g, "\\~");
}

function codeSpan(text: string): string {
  const runs: readonly string[] = text.match(/`+/g) ?? [];
  let fence = "`";
  while (runs.includes(fence)) fence += "`";
  const pad = text.startsWith("`") || text.endsWith("`") || (/^ .*[^ ].* $/.test(text) && text.length > 2) ? " " : "";
  return `${fence}${pad}${text}${pad}${fence}`;
}

function destination(href: string): string {
  return /[\s()<>]/.test(href) ? `<${href.replace(/[<>\n]/g, encodeURIComponent)}>` : href;
}

/** Markdown of whole blocks, one blank line between them. */
export function markdownOfBlocks(blocks: readonly Block[]): string {
  return blocks
    .map(markdownOfBlock)
    .filter((text) => text !== "")
    .join("\n\n");
}

function markdownOfBlock(block: Block): string {
  switch (block.kind) {
    case "heading":
      return `${"#".repeat(block.level)} ${markdownOf(block.content)}`;
    case "paragraph":
      return markdownOf(block.content);
    case "list":
      return block.items.map((item, index) => markdownOfItem(item, block.ordered ? `${index + 1}. ` : "- ")).join("\n");
    case "quote":
      return prefixLines(markdownOfBlocks(block.blocks), "> ");
    case "code":
      return fenced(block.language, block.text);
    case "table":
      return markdownOfTable(block);
    case "definitions":
      return block.entries
        .map((entry) => `${markdownOf(entry.term)}\n: ${indentRest(markdownOfBlocks(entry.blocks), "  ")}`)
        .join("\n\n");
    case "html":
      return block.html.trim();
    case "rule":
      return "---";
  }
}

/** Markdown of a list item, marker first. */
function markdownOfItem(item: ListItem, marker: string): string {
  const rest = markdownOfBlocks(item.blocks);
  const glue = item.blocks.length > 0 && item.blocks[0]?.kind === "list" ? "\n" : "\n\n";
  const whole = rest === "" ? markdownOf(item.content) : `${markdownOf(item.content)}${glue}${rest}`;
  return marker + indentRest(whole, " ".repeat(marker.length));
}

function markdownOfTable(table: Table): string {
  const row = (cells: Table["header"]): string =>
    `| ${cells.map((cell) => markdownOf(cell).replaceAll("|", "\\|")).join(" | ")} |`;
  const ruler = `|${" --- |".repeat(table.header.length)}`;
  return [row(table.header), ruler, ...table.rows.map((each) => row(each.cells))].join("\n");
}

function fenced(language: string, text: string): string {
  let fence = "```";
  while (text.includes(fence)) fence += "`";
  return `${fence}${language}\n${text.replace(/\n$/, "")}\n${fence}`;
}

function prefixLines(text: string, prefix: string): string {
  return text
    .split("\n")
    .map((line) => (prefix + line).trimEnd())
    .join("\n");
}

function indentRest(text: string, indent: string): string {
  return text.replace(/\n(?=[^\n])/g, `\n${indent}`);
}

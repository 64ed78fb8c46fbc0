import type { Token } from "markdown-it";
import type { Inline } from "./blocks.js";

/** The inline tree of the children of one inline token; references to footnotes are left out. */
export function inlinesOf(tokens: readonly Token[]): Inline[] {
  const root: Inline[] = [];
  const open: { readonly opening: Token; readonly nodes: Inline[] }[] = [];
  for (const token of tokens) {
    const into = open.at(-1)?.nodes ?? root;
    if (token.nesting === 1) open.push({ opening: token, nodes: [] });
    else if (token.nesting === -1) {
      const closed = open.pop();
      if (closed) (open.at(-1)?.nodes ?? root).push(...wrapped(closed.opening, closed.nodes));
    } else pushLeaf(into, token);
  }
  return root;
}

function pushLeaf(nodes: Inline[], token: Token): void {
  const leaf = leafOf(token);
  if (!leaf) return;
  const last = nodes.at(-1);
  if (leaf.kind === "text" && last?.kind === "text") nodes[nodes.length - 1] = { kind: "text", text: last.text + leaf.text };
  else if (leaf.kind !== "text" || leaf.text !== "") nodes.push(leaf);
}

function leafOf(token: Token): Inline | null {
  switch (token.type) {
    case "text":
    case "text_special":
      return { kind: "text", text: token.content.replace(/[ \t\u00a0]+/g, " ") };
    case "code_inline":
      return { kind: "code", text: token.content };
    case "softbreak":
      return { kind: "break", hard: false };
    case "hardbreak":
      return { kind: "break", hard: true };
    case "image":
      return {
        kind: "image",
        source: String(token.attrGet("src") ?? ""),
        alternative: token.content,
        title: String(token.attrGet("title") ?? ""),
      };
    case "html_inline":
      return /^<br\s*\/?>$/i.test(token.content) ? { kind: "break", hard: true } : { kind: "html", html: token.content };
    default:
      return null;
  }
}

function wrapped(opening: Token, children: Inline[]): Inline[] {
  switch (opening.type) {
    case "strong_open":
      return [{ kind: "strong", children }];
    case "em_open":
      return [{ kind: "emphasis", children }];
    case "s_open":
      return [{ kind: "strikethrough", children }];
    case "link_open":
      return [{ kind: "link", href: String(opening.attrGet("href") ?? ""), children }];
    default:
      return children;
  }
}

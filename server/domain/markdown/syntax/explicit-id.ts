import type { MarkdownIt, Token } from "markdown-it";

const commentId = /^<!--\s*id:\s*([\w-]+)\s*-->$/i;

/**
 * Takes identifiers that authors wrote (` ^id` at the end of a block, `<!--id: …-->` anywhere in it) out of the text
 * and keeps them in `meta.explicitId` of the inline token.
 */
export function readExplicitIds(parser: MarkdownIt): void {
  parser.core.ruler.push("explicit_id", (state) => {
    for (const token of state.tokens) {
      if (token.type === "inline" && token.children) takeId(token, token.children);
    }
  });
}

function takeId(inline: Token, children: Token[]): void {
  let id = takeBlockId(children);
  inline.children = children.filter((child) => {
    const found = child.type === "html_inline" ? commentId.exec(child.content.trim())?.[1] : undefined;
    if (found === undefined) return true;
    id ??= found;
    return false;
  });
  trimEnd(inline.children);
  if (id !== null) inline.meta = { ...inline.meta, explicitId: id };
}

function takeBlockId(children: Token[]): string | null {
  const last = children.at(-1);
  if (last?.type !== "text") return null;
  const id = blockIdAtEnd(last.content);
  if (id === null) return null;
  last.content = last.content.slice(0, last.content.length - id.length - 1);
  return id;
}

/** The identifier of ` ^id` at the end of `text`, or `null`. */
export function blockIdAtEnd(text: string): string | null {
  return /(?:^|\s)\^([A-Za-z0-9-]+)$/.exec(text)?.[1] ?? null;
}

/** The identifier of a comment `<!--id: …-->` that is the whole of `html`, or `null`. */
export function commentIdOf(html: string): string | null {
  return commentId.exec(html.trim())?.[1] ?? null;
}

function trimEnd(children: Token[]): void {
  for (let last = children.at(-1); last; last = children.at(-1)) {
    if (last.type === "softbreak") children.pop();
    else if (last.type === "text" && last.content.trim() === "") children.pop();
    else break;
  }
  const last = children.at(-1);
  if (last?.type === "text") last.content = last.content.trimEnd();
}

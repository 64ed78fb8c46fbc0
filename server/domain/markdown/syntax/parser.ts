import MarkdownIt from "markdown-it";
import type { MarkdownIt as Parser, Token } from "markdown-it";
import definitionLists from "markdown-it-deflist";
import footnotes from "markdown-it-footnote";
import { readExplicitIds } from "./explicit-id.js";
import { readIndentedText } from "./indented-text.js";

/** Blocks and marks may be nested so deep; what is deeper, markdown-it drops without a word (see `findDropped`). */
const deepestNesting = 100;

/** CommonMark with tables, strikethrough, footnotes, definition lists and explicit identifiers; indented text is text. */
export const noteParser: Parser = new MarkdownIt({ html: true, linkify: false, maxNesting: deepestNesting })
  .use(footnotes)
  .use(definitionLists)
  .use(readIndentedText)
  .use(readExplicitIds);

/** 0-based line of the first block that was nested too deep to be read, or `null`. */
export function findDropped(tokens: readonly Token[]): number | null {
  for (const token of tokens) {
    if (token.nesting === 1 && token.level >= deepestNesting - 1) return token.map?.[0] ?? 0;
  }
  return null;
}

/** How many tokens there are, those inside lines included. */
export function countTokens(tokens: readonly Token[]): number {
  return tokens.reduce((count, token) => count + 1 + (token.children?.length ?? 0), 0);
}

import { noteParser } from "../syntax/parser.js";
import { inlinesOf } from "./inlines-of.js";
import { textOf } from "./inline.js";

/** The words of inline Markdown without its marks. */
export function plainText(markdown: string): string {
  if (!/[\\`*_[\]<>&~!]/.test(markdown)) return markdown;
  return textOf(noteParser.parseInline(markdown, {}).flatMap((token) => inlinesOf(token.children ?? [])));
}

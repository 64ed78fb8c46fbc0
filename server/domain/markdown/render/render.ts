import type { Env, Token } from "markdown-it";
import { noteParser } from "../syntax/parser.js";
import { headingIds } from "./heading-ids.js";
import { highlight } from "./highlight.js";
import { isRelative, sanitizeNoteHtml } from "./sanitize.js";

const renderPicture = noteParser.renderer.rules["image"];

/** A picture of another host becomes a link to it, a picture inside the address itself only its description. */
noteParser.renderer.rules["image"] = (tokens, index, options, env, renderer) => {
  const token = tokens[index];
  const source = String(token?.attrGet("src") ?? "");
  if (isRelative(source)) return renderPicture?.(tokens, index, options, env, renderer) ?? "";
  const words = noteParser.utils.escapeHtml(token?.content ?? "");
  if (!/^https?:/i.test(source)) return words;
  return `<a href="${noteParser.utils.escapeHtml(source)}">${words || noteParser.utils.escapeHtml(source)}</a>`;
};

/** Sanitized HTML of a parsed note; blocks carry `data-line` (1-based line of the file), headings an `id`. Sets attributes of `tokens`. */
export function renderTokens(tokens: readonly Token[], env: Env, linesAbove: number): string {
  const idFor = headingIds();
  tokens.forEach((token, index) => {
    if (token.map && token.nesting >= 0) token.attrSet("data-line", token.map[0] + 1 + linesAbove);
    if (token.type === "heading_open") token.attrSet("id", idFor(tokens[index + 1]?.content ?? ""));
    if (token.type === "inline" && token.content.startsWith("Q:")) breakBeforeAnswers(token.children ?? []);
  });
  return toHtml(tokens, env);
}

/** A written card stands in two lines, as its author wrote it. */
function breakBeforeAnswers(children: readonly Token[]): void {
  children.forEach((child, index) => {
    if (child.type === "softbreak" && /^[QA]:/.test(children[index + 1]?.content ?? "")) child.type = "hardbreak";
  });
}

/** Sanitized HTML of one line of Markdown, for a question or an answer: no block around it. */
export function renderInline(markdown: string): string {
  return toHtml(noteParser.parseInline(markdown, {}), {});
}

/** Sanitized HTML of Markdown blocks, for a long answer or the rest of a passage; a single paragraph comes without `<p>`. */
export function renderBlock(markdown: string): string {
  const env = {};
  const tokens = noteParser.parse(markdown, env);
  if (tokens.length === 3 && tokens[0]?.type === "paragraph_open") return toHtml(tokens.slice(1, 2), env);
  return toHtml(tokens, env);
}

function toHtml(tokens: readonly Token[], env: Env): string {
  tokens.forEach(alignByClass);
  return sanitizeNoteHtml(noteParser.renderer.render([...tokens], { ...noteParser.options, highlight }, env)).trim();
}

/** The page's policy allows no `style`. */
function alignByClass(token: Token): void {
  if (token.type !== "th_open" && token.type !== "td_open") return;
  const align = /text-align:(left|center|right)/.exec(String(token.attrGet("style") ?? ""))?.[1];
  token.attrs = (token.attrs ?? []).filter(([name]) => name !== "style");
  if (align) token.attrSet("class", `align-${align}`);
}

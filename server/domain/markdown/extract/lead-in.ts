import { countWords } from "../language/words.js";
import type { Block, Inline, ListItem } from "../tree/blocks.js";
import { isAllCode, proseOf, sliceInlines, textOf, trimInlines, withoutMarks } from "../tree/inline.js";

/** A statement that begins with the name of what it is about: "**Volume**: storage that …". */
export interface LeadIn {
  readonly style: "marked" | "code" | "plain";
  readonly term: readonly Inline[];
  readonly said: readonly Inline[];
  readonly below: readonly Block[];
}

/** What may stand between a term and what is said about it. */
const separator = /^\s*(?::|[–—]|-{1,3}(?=\s)|\.(?=\s))\s*/;
const longestPlainTerm = 5;

/** The lead-in of a list item, or `null` when it is an ordinary sentence. */
export function leadInOf(item: ListItem): LeadIn | null {
  const known = leadIns.get(item);
  if (known !== undefined) return known;
  const lead = readLeadIn(item);
  leadIns.set(item, lead);
  return lead;
}

/** Several rules look at an item before one takes it. */
const leadIns = new WeakMap<ListItem, LeadIn | null>();

function readLeadIn(item: ListItem): LeadIn | null {
  const lead = leadInOfContent(item.content);
  if (!lead) return null;
  const [first, ...rest] = item.blocks;
  if (lead.said.length > 0 || first?.kind !== "paragraph") return lead.said.length > 0 ? { ...lead, below: item.blocks } : null;
  return { ...lead, said: first.content, below: rest };
}

/** As `leadInOf`, of a line or a paragraph. */
export function leadInOfContent(content: readonly Inline[]): LeadIn | null {
  const first = content.find((node) => !(node.kind === "text" && node.text.trim() === ""));
  if (!first) return null;
  if (first.kind === "text") return plainLeadIn(content);
  if (first.kind === "link" && !first.children.some((node) => node.kind === "strong" || node.kind === "code")) return null;
  if (first.kind === "html" || first.kind === "image" || first.kind === "break" || first.kind === "strikethrough") return null;
  return markedLeadIn(content, textOf([first]).length + textOf(content).indexOf(textOf([first])));
}

function markedLeadIn(content: readonly Inline[], end: number): LeadIn | null {
  const marked = trimInlines(withoutMarks(sliceInlines(content, 0, end)));
  const prose = proseOf(marked);
  const closing = /\s*[:.–—-]\s*$/.exec(prose)?.[0].length ?? 0;
  const rest = sliceInlines(content, end);
  const gap = separator.exec(proseOf(rest))?.[0].length ?? 0;
  if ((closing === 0 && gap === 0) || prose.length === closing) return null;
  const term = sliceInlines(marked, 0, prose.length - closing);
  return { style: isAllCode(term) ? "code" : "marked", term, said: trimInlines(sliceInlines(rest, gap)), below: [] };
}

function plainLeadIn(content: readonly Inline[]): LeadIn | null {
  const match = /^\s*([^.!?:;,()–—]{2,60}?)(?:\s+(?:[–—]|-{1,3})\s+|:\s+)/.exec(proseOf(content));
  if (!match || countWords(match[1] ?? "") > longestPlainTerm) return null;
  const term = trimInlines(sliceInlines(content, 0, (match[1] ?? "").length + match[0].indexOf(match[1] ?? "")));
  const said = trimInlines(sliceInlines(content, match[0].length));
  return term.length > 0 && said.length > 0 ? { style: "plain", term: withoutMarks(term), said, below: [] } : null;
}
